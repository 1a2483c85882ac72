import type { Answer } from '../../matter/index.ts'

/** Whether no right is left for a use under a license, and so no duty to perform: a use that is barred keeps its duties. */
export function hasNoRight({ path, duties }: Answer): boolean {
  return (
    (path === 'not-usable' || path === 'separate-license') &&
    duties.length > 0 &&
    duties.every(({ is, citations }) => is === 'not' && citations.length === 0)
  )
}
