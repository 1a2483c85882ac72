import type { Clause } from '../agreement/index.ts'

/**
 * The address of a clause as a person writes it: `Section 1.b.i`, `Definition of “Llama Materials”`, `Recital 2`.
 *
 * @param within the title of the attached agreement that the clause belongs to; empty in the first agreement
 */
export function sectionOf({ kind, path, text, terms, heading }: Clause, within = ''): string {
  const own = path.slice(path.lastIndexOf('/') + 1)
  const [, place = '', times] = /^(.*?)(?:~(\d+))?$/.exec(own)!
  const address = addressOf(kind, place, terms?.[0], heading ?? text)
  return `${within === '' ? '' : `${within}, `}${address}${times === undefined ? '' : ` (${times})`}`
}

function addressOf(kind: Clause['kind'], place: string, term: string | undefined, heading: string): string {
  if (kind === 'title') return 'Title'
  if (kind === 'heading') return `Heading “${heading}”`
  if (kind === 'definition' && term !== undefined) return `Definition of “${term}”`
  const named = /^([a-z]+)\.(.+)$/.exec(place)
  if (!named) return `Section ${place}`
  return `${named[1]!.charAt(0).toUpperCase()}${named[1]!.slice(1)} ${named[2]}`
}
