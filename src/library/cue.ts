/** A word as a cue gives it: `indemnif*` stands for any ending. */
interface CueWord {
  stem: string
  open: boolean
}

/** One of the ways to write one place in a cue: a word, or several joined by `_`. */
type Way = readonly CueWord[]

/** Lists of ways by name: what `@name` in a cue stands for. */
export type CueLists = Record<string, readonly string[]>

/** Words that a sentence must have, in order: those of a part side by side, with any others between two parts. */
export interface Cue {
  parts: readonly (readonly Way[])[][]
  /** Whether the sentence must begin with the first part. */
  atStart: boolean
  /** What the sentence must not have. */
  without: readonly Way[]
  /** Of each place of its parts, the first letters of every way, those that fewest sentences have first. */
  heads: readonly (readonly string[])[]
}

/**
 * Reads a cue as `clauses/cues.yaml` writes it.
 *
 * @param lists what `@name` stands for, where a cue has lists
 *
 * @example
 * ```ts
 * readCue('govern*\/construed … law/laws !export') // “governed by the laws of”, and nothing on export
 * ```
 */
export function readCue(source: string, lists: CueLists = {}): Cue {
  const written = source.trim().split(/\s+/)
  const without = written
    .filter((word) => word.startsWith('!'))
    .flatMap((word) => waysOf(word.slice(1), lists))
  const rest = written.filter((word) => !word.startsWith('!'))
  const atStart = rest[0] === '^'
  const parts: (readonly Way[])[][] = [[]]
  for (const word of atStart ? rest.slice(1) : rest) {
    if (word === '…') parts.push([])
    else parts.at(-1)!.push(waysOf(word, lists))
  }
  const heads = parts
    .flat()
    .map(headsOf)
    .filter((ways) => ways.every((key) => key !== ''))
    .sort((a, b) => shortest(b) - shortest(a) || a.length - b.length)
  return { parts: parts.filter((part) => part.length > 0), atStart, without, heads }
}

function headsOf(place: readonly Way[]): string[] {
  return [...new Set(place.map((way) => keyOf(way[0]!)))]
}

function waysOf(written: string, lists: CueLists): Way[] {
  return written
    .split('/')
    .flatMap((way) =>
      way.startsWith('@') ? (lists[way.slice(1)] ?? []).flatMap((one) => waysOf(one, lists)) : [wayOf(way)],
    )
}

/** The names of the lists that a cue speaks of. */
export function listsOfCue(source: string): string[] {
  return [...source.matchAll(/@([a-z0-9-]+)/g)].map(([, name]) => name!)
}

function wayOf(written: string): Way {
  return written.split('_').map((word) => ({ stem: word.replace(/\*$/, ''), open: word.endsWith('*') }))
}

/** Where a cue's words stand in a sentence, from the first to behind the last. */
export interface CuePlace {
  from: number
  to: number
}

/** Tells whether a sentence has a cue's words. Takes time that grows with the sentence's length. */
export function hasCue(cue: Cue, sentence: readonly string[]): boolean {
  return findCue(cue, sentence) !== undefined
}

/**
 * The first place where a sentence has a cue's words.
 *
 * @param reach how many words may stand between two parts
 * @param after where the search begins
 */
export function findCue(
  cue: Cue,
  sentence: readonly string[],
  reach = Number.POSITIVE_INFINITY,
  after = 0,
): CuePlace | undefined {
  if (!mayHave(cue, beginningsOf(sentence))) return undefined
  if (cue.without.some((way) => hasWay(way, sentence))) return undefined
  const [first, ...others] = cue.parts
  // A cue of words that must not be there alone.
  if (!first) return { from: after, to: after }
  const last = cue.atStart ? Math.min(after + 1, 1) : sentence.length
  for (const from of placesOf(first[0]!, sentence)) {
    if (from < after) continue
    if (from >= last) break
    let to = endOfPart(first, sentence, from)
    if (to < 0) continue
    for (const part of others) to = to < 0 ? to : nextOf(part, sentence, to, reach)
    if (to >= 0) return { from, to }
    // Without a limit a later beginning finds no more.
    if (reach === Number.POSITIVE_INFINITY) return undefined
  }
  return undefined
}

/** The first letters of the words of a sentence, each with the places of those that begin with them. */
export type Beginnings = ReadonlyMap<string, readonly number[]>

const beginnings = new WeakMap<readonly string[], Beginnings>()

/** The first letters of the words of a sentence, which is looked at once as long as it is the same list. */
export function beginningsOf(sentence: readonly string[]): Beginnings {
  const known = beginnings.get(sentence)
  if (known) return known
  const begun = new Map<string, number[]>()
  sentence.forEach((word, at) => {
    const key = word.slice(0, keyLength)
    const places = begun.get(key)
    if (places) places.push(at)
    else begun.set(key, [at])
  })
  beginnings.set(sentence, begun)
  return begun
}

const heads = new WeakMap<readonly Way[], readonly string[]>()

/** Where a word of a sentence may begin one of the ways, from the first on. */
function placesOf(ways: readonly Way[], sentence: readonly string[]): Iterable<number> {
  const keys = heads.get(ways) ?? headsOf(ways)
  heads.set(ways, keys)
  if (keys.includes('')) return sentence.keys()
  const begun = beginningsOf(sentence)
  const found = keys.flatMap((key) => begun.get(key) ?? [])
  return keys.length === 1 ? found : found.sort((a, b) => a - b)
}

/** Whether words that begin with these letters may have a cue: most cues are known by them not to be there. */
export function mayHave({ heads }: Pick<Cue, 'heads'>, begun: Beginnings): boolean {
  for (const ways of heads) if (!ways.some((key) => begun.has(key))) return false
  return true
}

function hasWay(way: Way, sentence: readonly string[]): boolean {
  const key = keyOf(way[0]!)
  if (key === '') return sentence.some((_, from) => endOfWay(way, sentence, from) >= 0)
  return (
    beginningsOf(sentence)
      .get(key)
      ?.some((from) => endOfWay(way, sentence, from) >= 0) ?? false
  )
}

/** Where a part that begins within so many words of a word ends; -1 where there is none. */
function nextOf(
  part: readonly (readonly Way[])[],
  sentence: readonly string[],
  after: number,
  reach: number,
): number {
  for (let from = after; from < sentence.length && from <= after + reach; from += 1) {
    const end = endOfPart(part, sentence, from)
    if (end >= 0) return end
  }
  return -1
}

/** Where a part that begins at a word ends; -1 where it does not begin there. */
function endOfPart(
  part: readonly (readonly Way[])[],
  sentence: readonly string[],
  from: number,
  place = 0,
): number {
  if (place === part.length) return from
  for (const way of part[place]!) {
    const next = endOfWay(way, sentence, from)
    const end = next < 0 ? -1 : endOfPart(part, sentence, next, place + 1)
    if (end >= 0) return end
  }
  return -1
}

/** What a verb may have between it and its particle: “hand them over”, “put the breach right”. */
const particles = new Set(['over', 'back', 'off', 'on', 'down', 'up', 'right', 'away'])
const between =
  /^(?:it|them|that|this|these|those|all|everything|any|both|each|customer|vendor|data|content|breach|access|filter|filters|copy|copies|model|models|weights|files|matters|things)$/

function endOfWay(way: Way, sentence: readonly string[], from: number): number {
  const end = endBeside(way, sentence, from)
  const [verb, particle] = way
  if (end >= 0 || way.length !== 2 || !particles.has(particle!.stem) || !isWord(verb!, sentence[from] ?? ''))
    return end
  let at = from + 1
  while (at < from + 3 && between.test(sentence[at] ?? '')) at += 1
  return at > from + 1 && sentence[at] === particle!.stem ? at + 1 : -1
}

function isWord({ stem, open }: CueWord, word: string): boolean {
  return open ? word.startsWith(stem) : word === stem
}

function endBeside(way: Way, sentence: readonly string[], from: number): number {
  if (from + way.length > sentence.length) return -1
  for (let at = 0; at < way.length; at += 1) {
    if (!isWord(way[at]!, sentence[from + at]!)) return -1
  }
  return from + way.length
}

/** The first letters of every way of the place that fewest sentences have: what a cue is looked up by. */
export function keysOf({ heads }: Cue): string[] {
  return [...(heads[0] ?? [''])]
}

function keyOf({ stem, open }: CueWord): string {
  return open && stem.length < keyLength ? '' : stem.slice(0, keyLength)
}

function shortest(keys: readonly string[]): number {
  return Math.min(...keys.map(({ length }) => length))
}

/** Letters of a word that are looked up. */
export const keyLength = 4
