import type { RootContent } from 'mdast'
import type { PathMeaning } from '../types.ts'
import { bullets, code, heading, inline, paragraph } from './blocks.ts'

/** A path as a page: what it means, and what leads to it with the topics that it cites. */
export function pathPage(
  { id, title, means }: PathMeaning,
  leads: readonly { says: string; topics: string[] }[],
): RootContent[] {
  return [
    heading(1, `The path “${title}”`),
    paragraph(code(`path:${id}`), ' · what a client may do with one use under one license'),
    paragraph(`${means[0]!.toUpperCase()}${means.slice(1).replaceAll('`', '')}.`),
    ...(leads.length > 0 ? [heading(2, 'What leads to it')] : []),
    ...bullets(
      leads.map(({ says, topics }) =>
        inline([`${says} (`, ...topics.flatMap((one, at) => [at > 0 ? ', ' : '', code(one)]), ')']),
      ),
    ),
    ...(id === 'not-decided'
      ? [
          paragraph(
            'Any of what leads to the paths beside it, where a fact that decides it is not known, or a model that the library does not know: the answer asks for it.',
          ),
        ]
      : []),
  ]
}
