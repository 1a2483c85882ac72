import type { CuePlace, Evidence } from '../../library/index.ts'
import type { Sentence } from '../types.ts'
import { isIdle, negators } from './bearing.ts'
import { findSign, placesOf, type Sign } from './signs.ts'

type Contrary = Evidence['contrary'][number]

/** Verbs that turn a denial round: whoever does not disclaim, promises. */
const turning =
  /^(?:reliev|releas|disclaim|absolv|excus|escap|avoid|evad|exempt|discharg|refus|declin|disput|contest|reject|limit|reduc|lessen|diminish|prejudic|affect|waiv)/
/** What begins another statement: “… no less protective and is liable”. */
const verbs =
  /\b(?:and|but|while)\s+(?:(?:the\s+)?(?:\p{Lu}\p{L}+|it|they|we)\s+)?(?:shall|will|must|is|are|remains?|stays?|does|has|answers|bears?|takes|accepts?|assumes?|gives|tells|binds|keeps|holds|passes|supplies|provides|confirms|notifies|informs|indemnifies|defends|deletes|refunds|complies|maintains|ensures|stands)\b|;/u

/** “Without consent” denies what it stands before as “no consent” does. */
const denying = new RegExp(`^(?:without|${[...negators].join('|')})$`)
const again = /\b(?:not?|never|neither|nor|none|nothing)\b/

/**
 * Where a sentence runs against the need. A word that denies has to deny what the cue goes on with: “terms no less protective, and
 * is liable for subcontractors” and “does not escape liability” promise it.
 */
export function contraryAt(
  { says, not }: Pick<Contrary, 'says' | 'not'>,
  sentence: Sentence,
  read: (source: string) => Sign,
): CuePlace | undefined {
  if (not.some((one) => findSign(read(one), sentence))) return undefined
  return meantPlace(sentence, read(says), says)
}

/** Where a sentence has a sign whose denial is meant. */
export function meantPlace(sentence: Sentence, sign: Sign, says: string): CuePlace | undefined {
  const first = findSign(sign, sentence)
  if (!first) return undefined
  // A sign that bars words alone has no place.
  if (first.to === first.from) return first
  const places = sign.length === 1 ? placesOf(sign[0]!, sentence) : [first]
  return places.find((place) => isMeant(sentence, place, says))
}

function isMeant({ words, tokens, text }: Sentence, { from, to }: CuePlace, says: string): boolean {
  if (!says.startsWith('@no ') || !denying.test(words[from]!)) return true
  if (isIdle(words, from)) return false
  // “It is not in breach, and has had no notice” denies both.
  const said = text.slice(tokens[from]!.from, tokens[to - 1]!.from).split(verbs)
  if (said.length > 1 && !again.test(said.at(-1)!)) return false
  return !words.slice(from + 1, to).some((word) => {
    const [stem] = turning.exec(word) ?? []
    return stem !== undefined && !says.includes(stem)
  })
}
