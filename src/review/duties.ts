import { citedSays } from '../draft/index.ts'
import type { Library } from '../library/index.ts'
import { evaluate, licensesInUse, type Matter, situationOf } from '../matter/index.ts'
import { own } from '../own.ts'
import { isDenied } from './judge/bearing.ts'
import { quotedAt } from './judge/points.ts'
import { findSign, hasSign, signReader } from './judge/signs.ts'
import type { Bearer, Contradiction, DutyRow, Paper, Sentence } from './types.ts'

/**
 * The duties of the matter's licenses that a paper speaks of, by `paper-duties.yaml`: each once, with who bears it by the paper
 * and the sections that ask for it. What contradicts a license is told elsewhere, and is not told twice.
 *
 * @param told what the paper says against the licenses
 * @throws Problem where the models of the matter are not known
 */
export function dutiesIn(
  { passages }: Paper,
  matter: Matter,
  library: Library,
  told: readonly Contradiction[] = [],
): DutyRow[] {
  const licenses = licensesInUse(matter, library)
  const situations = licenses.map((id) => situationOf(matter, id, library))
  const read = signReader(library.evidence)
  const against = new Set(told.map(({ says }) => says))
  const sentences = passages.flatMap((one) => one.sentences).filter(({ text }) => !against.has(text))
  return library.paperDuties.flatMap(({ id, title, says, when, words, not, denied, cites }): DutyRow[] => {
    const where = licenses.filter((_, at) => evaluate(when, situations[at]!).holds === true)
    if (where.length === 0) return []
    const [signs, barred, nobody] = [words.map(read), not.map(read), denied.map(read)]
    const found = sentences.flatMap((sentence): { sentence: Sentence; place: Place; bearer: Bearer }[] => {
      const place = signs.flatMap((sign) => findSign(sign, sentence) ?? [])[0]
      if (!place || barred.some((sign) => hasSign(sign, sentence))) return []
      const none = nobody.some((sign) => hasSign(sign, sentence))
      return [{ sentence, place, bearer: none ? 'nobody' : bearerOf(sentence, place) }]
    })
    // The sentence that says who has it counts more than one that merely speaks of it.
    const best = found.find(({ bearer }) => bearer !== 'unclear') ?? found[0]
    if (!best) return []
    const { sentence, place, bearer } = best
    return [
      {
        duty: id,
        title,
        bearer,
        section: sentence.section,
        words: quotedAt(sentence, place.from, place.to),
        asks: `${citedSays(says, where, cites, library)}.`,
      },
    ]
  })
}

type Place = NonNullable<ReturnType<typeof findSign>>

const modals =
  /^(?:shall|will|must|agrees?|undertakes?|warrants?|represents?|is|are|remains?|ensures?|has|complies|displays?|provides?|includes?|keeps?|retains?)$/
const sides: Record<string, Bearer> = { vendor: 'other', customer: 'client', party: 'both' }

/** Who is bound by a sentence: the last side before the words that has a verb of duty behind it, else one named by “by”. */
function bearerOf(sentence: Sentence, place: Place): Bearer {
  const { words } = sentence
  if (isDenied(sentence, place) && !/\b(?:remove|alter|obscure|delete)/i.test(sentence.text)) return 'nobody'
  for (let at = Math.min(place.from, words.length - 1); at >= 0; at -= 1) {
    const side = own(sides, words[at]!)
    if (side && words.slice(at + 1, at + 4).some((word) => modals.test(word))) return side
  }
  for (let at = 0; at < words.length - 1; at += 1) {
    const side = words[at] === 'by' ? own(sides, words[at + 1]!) : undefined
    if (side) return side
  }
  return 'unclear'
}
