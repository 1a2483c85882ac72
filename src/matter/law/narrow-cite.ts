import type { Library, License } from '../../library/index.ts'
import { citationsOf } from '../assess/citations.ts'
import { citedWords } from '../assess/cited.ts'
import type { Citation } from '../types.ts'

/**
 * Where licenses answer a topic, as closely as it can be told: a clause around one that is cited is left out.
 *
 * @param topics one or several
 * @returns `Llama 2, section 1.b.i; Llama 3.1 and 3.2, section 1.b.i.A`
 */
export function narrowCite(licenses: License[], library: Library, ...topics: string[]): string {
  const cites = licenses.flatMap(({ id }) =>
    topics.flatMap((topic) => narrow(citationsOf(library, id, topic))),
  )
  return citedWords(cites, library.licenses)
}

/** Three parts of a clause that is cited are told by the clause. */
function narrow(citations: Citation[]): Citation[] {
  const partsOf = ({ section }: Citation) =>
    citations.filter((one) => one.section.startsWith(`${section}.`)).length
  const whole = citations.filter((one) => partsOf(one) > 2)
  return citations.filter((one) => {
    if (whole.some(({ section }) => one.section.startsWith(`${section}.`))) return false
    return whole.includes(one) || partsOf(one) === 0
  })
}
