import type { Library, License } from '../../library/index.ts'
import { saidAlike } from '../../matter/index.ts'
import { type Markdown, markdown } from '../template/value.ts'

/** What licenses say on a topic, once for those that differ in the version's name alone. */
export interface SameLaw {
  /** `Llama 2, 3.1 and 3.2`. */
  names: string
  /** The restatement, or what follows from silence. */
  words: Markdown
  /** Empty where they are silent. */
  cite: string
}

/**
 * The answers of licenses to a topic, as a template prints them.
 *
 * @param silent whether to tell what follows where a license is silent
 */
export function sameLaw(
  licenses: License[],
  library: Library,
  topic: string,
  how: { silent?: boolean } = {},
): SameLaw[] {
  return saidAlike(licenses, library, topic, how).map((said) => ({ ...said, words: markdown(said.words) }))
}
