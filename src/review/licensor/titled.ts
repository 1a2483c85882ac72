import { type Agreement, clausesOf } from '../../agreement/index.ts'
import type { License } from '../../library/index.ts'

/** The license of the library whose title a paper begins with. */
export function licenseTitled(
  agreement: Agreement,
  licenses: ReadonlyMap<string, License>,
): License | undefined {
  const opening = clausesOf(agreement)
    .slice(0, 3)
    .map(({ text }) => text.trim().toLowerCase())
  return [...licenses.values()].find(({ title }) => opening.includes(title.toLowerCase()))
}
