import type { Library, License } from '../../library/index.ts'
import type { FactMeta } from '../schema/index.ts'
import { narrowCite } from './narrow-cite.ts'
import { type SaidAlike, saidAlike } from './said-alike.ts'

/** The law because of which a fact is asked for, on one topic. */
export interface LawBehind {
  topic: string
  title: string
  /** `Llama 2 and 3.1, section 2`; empty where all are silent. */
  cite: string
  says: SaidAlike[]
}

/**
 * The law because of which a fact is asked for, from the library's terms and with their sections: a question says only
 * what is asked, and names the topics.
 *
 * @param licenses of which the law is told; by default all of the library
 * @example
 * lawBehind(fieldOf('reach.planned_users')!, library)[0].cite // 'Llama 2, 3 and 3.1, section 2'
 */
export function lawBehind(
  { law = [] }: Pick<FactMeta, 'law'>,
  library: Library,
  licenses?: License[],
): LawBehind[] {
  return law.flatMap((id) => (licenses ? lawOn(id, library, licenses) : ofAll(id, library)) ?? [])
}

/** What all licenses say on a topic is asked for by many questions of one page. */
const known = new WeakMap<Library, Map<string, LawBehind | undefined>>()

function ofAll(id: string, library: Library): LawBehind | undefined {
  const topics = known.get(library) ?? new Map<string, LawBehind | undefined>()
  known.set(library, topics)
  if (!topics.has(id)) topics.set(id, lawOn(id, library, [...library.licenses.values()]))
  return topics.get(id)
}

/** Undefined where all are silent, and where there is no such topic. */
function lawOn(topic: string, library: Library, licenses: License[]): LawBehind | undefined {
  const title = library.topics.get(topic)?.title
  const says = saidAlike(licenses, library, topic)
  if (title === undefined || says.length === 0) return undefined
  return { topic, title, cite: narrowCite(licenses, library, topic), says }
}

/**
 * The law behind a fact in a line: topics with their sections, and where to read on.
 *
 * @returns `Law: Monthly-user threshold (Llama 2 and 3, section 2).`; undefined where no license says anything
 */
export function lawLine(field: Pick<FactMeta, 'law'>, library: Library): string | undefined {
  const laws = lawBehind(field, library)
  if (laws.length === 0) return undefined
  return `Law: ${laws.map(({ title, cite }) => `${title} (${cite})`).join('; ')}.`
}
