import { type Agreement, clausesOf } from '../agreement/index.ts'
import type { CoherencePaper } from './types.ts'

/**
 * Any agreement as a paper to check.
 *
 * @param ours whether its words are ours, or which of each clause by its path
 */
export function paperOf(
  agreement: Agreement,
  name: string,
  {
    ours = false,
    ...more
  }: { ours?: boolean | ReadonlyMap<string, string> } & Pick<
    CoherencePaper,
    'amended' | 'client' | 'defined'
  > = {},
): CoherencePaper {
  return {
    name,
    ...more,
    passages: clausesOf(agreement).map(({ path, citation, heading = '', text, terms }) => ({
      place:
        path.startsWith('definition.') && terms?.[0] ? `the definition of “${terms[0]}”` : placeOf(citation),
      number: plainNumber(/(?:^|[Pp]aragraph |Section )(\d[\w.()]*)$/.exec(citation)?.[1] ?? ''),
      heading,
      text,
      path,
      ours: ours === true ? text : ours === false ? '' : (ours.get(path) ?? ''),
    })),
  }
}

function placeOf(citation: string): string {
  return /^\d/.test(citation) ? `Section ${citation}` : citation || 'the beginning'
}

/** `1.b.i` for `1(b)(i)` and `1.b.i`. */
export function plainNumber(citation: string): string {
  return citation
    .replaceAll(')', '')
    .replaceAll('(', '.')
    .replace(/\.+/g, '.')
    .replace(/^\.|\.$/g, '')
}
