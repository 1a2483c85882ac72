import { type Agreement, type Clause, parseAgreement, parseStory } from '../../agreement/index.ts'
import type { StoryTree, TextToCompare } from './types.ts'

/** A text as trees: its body, and what stands beside it. */
export function treesOf({ source = '', format, document }: TextToCompare): {
  body: Agreement
  stories: StoryTree[]
} {
  if (!document) return { body: parseAgreement(source, format ? { format } : {}), stories: [] }
  const [body, ...rest] = document.stories.filter(({ kind }) => kind === 'body')
  const kinds = [...new Set(document.stories.map(({ kind }) => kind))].filter((kind) => kind !== 'body')
  return {
    body: parseStory({
      blocks: [...(body?.blocks ?? []), ...rest.flatMap(({ blocks }) => blocks)],
      ...(body?.lines && { lines: body.lines }),
    }),
    stories: kinds.map((kind) => {
      const names = new Map<string, string>()
      const clauses = new Map<string, number>()
      const children = document.stories
        .filter((story) => story.kind === kind)
        .flatMap((story, at) => {
          const within = `${kind}.${at + 1}`
          names.set(within, story.name)
          const { children } = parseStory(story)
          clauses.set(within, children.length)
          return children.map((clause) => prefixed(clause, within))
        })
      return { kind, names, clauses, agreement: { ...parseStory({ blocks: [] }), children } }
    }),
  }
}

/** Paths are unique in a text, so that those of a note begin with the note. */
function prefixed(clause: Clause, within: string): Clause {
  return {
    ...clause,
    path: `${within}/${clause.path}`,
    ordinal: `${within}/${clause.ordinal}`,
    items: clause.items.map((item) => ({ ...item, path: `${within}/${item.path}` })),
    children: clause.children.map((child) => prefixed(child, within)),
  }
}
