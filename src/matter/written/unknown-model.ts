import { type Library, resolveModel } from '../../library/index.ts'

/** Why an answer that names models is not taken: one of them is a name that the library does not know. */
export function unknownModelIn(
  library: Pick<Library, 'models' | 'variants'>,
): (fact: string, value: unknown) => string | undefined {
  return (fact, value) => {
    if (!fact.endsWith('.models') || !Array.isArray(value)) return undefined
    const unknown = value.filter((name) => !resolveModel(String(name), library).known)
    return unknown.length === 0 ? undefined : `no known model is called “${unknown.join('”, “')}”`
  }
}
