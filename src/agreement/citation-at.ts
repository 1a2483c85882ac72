import { clausesOf } from './text.ts'
import type { Agreement, InlineItem } from './types.ts'

/**
 * How each place of an agreement is cited: its clauses, and the enumerations inside their sentences.
 *
 * @returns citations by path
 * @example citationsOfPlaces(agreement).get('1.b.i.A') // '1.b.i(A)'
 */
export function citationsOfPlaces(agreement: Agreement): Map<string, string> {
  const cited = new Map<string, string>()
  for (const { path, citation, items } of clausesOf(agreement)) {
    cited.set(path, citation)
    for (const item of items) {
      const outer = cited.get(item.path.slice(0, item.path.lastIndexOf('.'))) ?? citation
      cited.set(item.path, behind(outer, item))
    }
  }
  return cited
}

/** A label inside a sentence behind the citation of its clause: `1.b.i(A)`, `3(ii)`, `recital “…”, (a)`. */
function behind(outer: string, { label }: InlineItem): string {
  const printed = label.replace(/[.:,;]+$/, '')
  const inBrackets = printed.startsWith('(') ? printed : printed.endsWith(')') ? `(${printed}` : undefined
  if (/”$/.test(outer)) return `${outer}, ${inBrackets ?? printed}`
  return inBrackets === undefined ? `${outer}.${printed}` : `${outer}${inBrackets}`
}
