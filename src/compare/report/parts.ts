import type { Comparison, Pair } from '../types.ts'

/** Pairs that stand together under a heading of their own: a text, or what stands beside it. */
export interface Part {
  document: Pair['document']
  /** `Agreement`, `Use policy`, `Agreement: footnotes`. */
  title: string
  /** For the address of the part in a page. */
  id: string
  pairs: Pair[]
}

const documents: Record<Pair['document'], string> = { agreement: 'Agreement', 'use-policy': 'Use policy' }
const stories: Record<Pair['story']['kind'], string> = {
  body: '',
  boxes: 'text boxes',
  footnotes: 'footnotes',
  endnotes: 'endnotes',
  headers: 'page headers',
  footers: 'page footers',
  comments: 'comments',
  links: 'targets of links',
}

/** How a text is called in a table. */
export function documentName(document: Pair['document']): string {
  return documents[document]
}

/** Whether a comparison is of more than one text, so that each row must say which. */
export function hasDocuments({ summaryBy }: Pick<Comparison, 'summaryBy'>): boolean {
  return Object.keys(summaryBy).length > 1
}

/** The pairs in their parts, in the order in which they stand. */
export function partsOf(pairs: readonly Pair[]): Part[] {
  const parts: Part[] = []
  for (const pair of pairs) {
    const { document, story } = pair
    const beside = stories[story.kind]
    const title = beside === '' ? documents[document] : `${documents[document]}: ${beside}`
    const last = parts.at(-1)
    if (last?.title === title) last.pairs.push(pair)
    else
      parts.push({
        document,
        title,
        id: `part-${document}${beside === '' ? '' : `-${story.kind}`}`,
        pairs: [pair],
      })
  }
  return parts
}
