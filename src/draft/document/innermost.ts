import type { Citation } from '../../matter/index.ts'

/**
 * Citations without the clauses around others of them: who is sent to `1.b.i` needs no `1.b`.
 *
 * @example
 * innermost([{ …, section: '1.b' }, { …, section: '1.b.i' }]) // of 1.b.i alone
 */
export function innermost(citations: readonly Citation[]): Citation[] {
  return citations.filter(
    (outer) =>
      !citations.some(
        ({ license, document, section }) =>
          license === outer.license && document === outer.document && section.startsWith(`${outer.section}.`),
      ),
  )
}
