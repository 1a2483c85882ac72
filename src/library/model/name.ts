/** What a name says of a model, word by word. */
export interface ReadName {
  family: string
  /** `3.1`; undefined where the name gives none. */
  edition?: string
  /** The rest in small letters: sizes, kind, variants, and what nobody knows. */
  words: string[]
}

/** How the families are spelled, the longest first. */
const families: [string[], string][] = [
  [['llama', 'prompt', 'guard'], 'prompt-guard'],
  [['prompt', 'guard'], 'prompt-guard'],
  [['llama', 'guard'], 'llama-guard'],
  [['code', 'llama'], 'code-llama'],
  [['llama'], 'llama'],
]

/**
 * Reads the name of a model as people, hubs and clouds write it.
 *
 * @param editions those that there are, so that `llama3-1` is 3.1 and `llama-3-8b` is 3
 * @returns undefined where it names no family
 * @example
 * readName('meta-llama/Llama-3.2-11B-Vision-Instruct', new Set(['3.2'])) // edition 3.2, words 11b, vision, instruct
 */
export function readName(name: string, editions: ReadonlySet<string>): ReadName | undefined {
  const all = nameWords(name)
  const start = all.findIndex((_, at) => families.some(([spelled]) => startsWith(all, at, spelled)))
  if (start < 0) return undefined
  const [spelled, family] = families.find(([one]) => startsWith(all, start, one))!
  const after = all.slice(start + spelled.length)
  const [first = '', second = ''] = after
  const joined = `${first}.${second}`
  const taken = editions.has(joined) ? 2 : /^\d(?:\.\d)?$/.test(first) ? 1 : 0
  const edition = taken === 2 ? joined : taken === 1 ? first.replace(/\.0$/, '') : undefined
  // What a hub's owner or a cloud puts before the family says nothing of the model but for the maker's own name.
  const before = all.slice(0, start).filter((word) => word !== 'meta')
  return { family, ...(edition === undefined ? {} : { edition }), words: [...before, ...after.slice(taken)] }
}

/** `meta-llama/Llama-3_2-11B` → `llama 3.2 11b` as words. */
export function nameWords(name: string): string[] {
  return name
    .toLowerCase()
    .replace(/^.*\//, '')
    .replace(/^(?:(?:us|eu|apac)\.)?meta\./, '')
    .replace(/(codellama|llamaguard|promptguard)/g, (word) => word.replace(/(code|llama|prompt)(?=.)/, '$1 '))
    .replace(/(llama|guard)(?=\d)/g, '$1 ')
    .replace(/(llama)?-?\bv(?=\d)|llamav(?=\d)/g, (word) => (word.startsWith('llama') ? 'llama ' : ' '))
    .replace(/\b(\d)[p_](\d)\b/g, '$1.$2')
    .replace(/(\d)\s*(?:b|billion)\b/g, '$1b')
    .replace(/(\d)\s*(?:m|million)\b/g, '$1m')
    .split(/[^a-z0-9.]+|(?<!\d)\.|\.(?!\d)/)
    .filter((word) => word !== '')
}

function startsWith(words: string[], at: number, spelled: string[]): boolean {
  return spelled.every((word, offset) => words[at + offset] === word)
}
