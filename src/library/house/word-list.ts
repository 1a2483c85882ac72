import type { Library } from '../types.ts'
import { officialTerms } from './official-terms.ts'

/** Words on which duties, conditions and numbers turn, and by which a finished document is checked. */
const KEPT = new Set(
  [
    'shall must may might can cannot will would should',
    'not no nor none neither never and or either unless except if only until before after within without',
    'hour hours day days week weeks month months quarter quarters year years business calendar percent',
    'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen',
    'eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion',
    'half once twice',
    // Word counts schedules itself, and writes this word in front of the number.
    'schedule schedules',
  ]
    .join(' ')
    .split(' '),
)

/**
 * What is wrong with a house’s words: one that carries the law, a number or a name, or two that turn each other around.
 *
 * @returns the word of ours, and why it cannot be written so
 */
export function wrongWords(
  list: Readonly<Record<string, string>>,
  library: Pick<Library, 'licenses' | 'terms'>,
): [ours: string, reason: string][] {
  const official = officialTerms(library)
  const phrases = official.phrases.map((one) => one.toLowerCase())
  const theirsOf = new Map(Object.entries(list).map(([ours, theirs]) => [ours.toLowerCase(), theirs]))
  const reasonOf = (ours: string, theirs: string): string | undefined => {
    const moved = difference(ours, theirs)
    if (moved !== undefined)
      return `“${moved}” carries duties, conditions or numbers of our clauses: leave it as it is`
    const own = ours.toLowerCase()
    const name = tokens(own).find((word) => official.words.has(word))
    if (name !== undefined) return `“${name}” is a name or a term of the licenses: leave it as it is`
    const phrase = phrases.find((one) => ` ${own} `.includes(` ${one} `))
    if (phrase !== undefined) return `“${phrase}” is a name or a term of the licenses: leave it as it is`
    const back = theirsOf.get(theirs.toLowerCase())
    if (back?.toLowerCase() === own && theirs.toLowerCase() !== own)
      return `“${ours}” and “${theirs}” turn each other around: leave one out`
    if (!/\p{L}/u.test(ours)) return 'has no letter: give a word'
    return undefined
  }
  return Object.entries(list).flatMap(([ours, theirs]): [string, string][] => {
    const reason = reasonOf(ours, theirs)
    return reason === undefined ? [] : [[ours, reason]]
  })
}

/** A word that has to stay and is lost or added; undefined where both have the same of them. */
function difference(ours: string, theirs: string): string | undefined {
  const [before, after] = [keptIn(ours), keptIn(theirs)]
  for (const word of before) {
    const at = after.indexOf(word)
    if (at < 0) return word
    after.splice(at, 1)
  }
  return after[0]
}

function keptIn(words: string): string[] {
  return tokens(words.toLowerCase()).filter((one) => KEPT.has(one) || /\p{N}/u.test(one))
}

function tokens(words: string): string[] {
  return words.match(/[\p{L}\p{N}]+/gu) ?? []
}
