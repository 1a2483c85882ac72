import type { Clause } from '../agreement/index.ts'

/** A citation that is a number alone, and not a word of its own such as `Article IV` or `Definition of …`. */
const NUMBER = /^(?:\d|\(|(?:[A-Za-z]{1,2}|[ivxlcdm]{1,8}|[IVXLCDM]{1,8})(?=$|[.(,\d]))/

/**
 * The citation of a clause as a person writes it: `Section 1.b.i`, `Definition of “Llama Materials”`,
 * `Section 3, “Together with …”`.
 *
 * @param within the title of the attached agreement that the clause belongs to; empty in the first agreement
 */
export function sectionOf({ citation }: Pick<Clause, 'citation'>, within = ''): string {
  return `${within === '' ? '' : `${within}, `}${NUMBER.test(citation) ? 'Section ' : ''}${citation}`
}
