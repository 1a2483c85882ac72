import type { EvidenceWords } from '../../library/index.ts'
import type { Paper, Sentence } from '../types.ts'
import { schedulesIn, wordsNaming } from './named-places.ts'
import { findSign, hasSign, type Sign } from './signs.ts'

/** What weakens a promise from another sentence, read once. */
export interface Weakening {
  named: readonly Sign[]
  exceptions: readonly Sign[]
  whole: readonly Sign[]
  harmless: readonly Sign[]
}

export function weakeningRead({ weakens, limits }: EvidenceWords, read: (source: string) => Sign): Weakening {
  return {
    named: weakens.named.map(read),
    exceptions: weakens.exceptions.map(read),
    whole: weakens.whole.map(read),
    harmless: limits.harmless.map(read),
  }
}

/**
 * The sentence, wherever it stands, that names the places that decide and takes the force from them (“Section 4 is a target”), or
 * takes it from all that the paper promises.
 *
 * @param said sentences that stand in these places
 */
export function weakenedBy(
  { passages }: Paper,
  places: ReadonlySet<string | undefined>,
  said: readonly Sentence[],
  { named, exceptions, whole, harmless }: Weakening,
): Sentence | undefined {
  const sections = [...places].flatMap((one) => one ?? [])
  const all = { sections, schedules: schedulesIn(said) }
  return passages
    .flatMap(({ sentences }) => sentences)
    .filter((one) => !one.open && !one.long)
    .find((one) => {
      if (whole.some((sign) => hasSign(sign, one))) return true
      const words = wordsNaming(one, all)
      if (!words) return false
      if (named.some((sign) => hasSign(sign, { words }))) return true
      return exceptions.some((sign) => {
        const place = findSign(sign, { words })
        // “… does not apply where the client alters the model”: a careful reader passes over it.
        return place && !harmless.some((one) => hasSign(one, { words: words.slice(place.to) }))
      })
    })
}

const acts =
  '[a-z]{3,}ing|use|incidents?|breach(?:es)?|claims?|subcontractors?|subprocessors?|deletion|disclosure|access|models?'
const takesOut = new RegExp(
  `\\b(${acts})[”"’]? (?:(?:does|do|shall|will) not (?:include|cover|extend to|mean|comprise|encompass|refer to)|excludes?|means only)\\b`,
  'i',
)
const isNone = new RegExp(
  `\\b(?:is|are|be) not (?:to be |be )?(?:considered |deemed |regarded as |treated as |counted as )?(?:to be )?(?:an? )?[“"‘]?(${acts})[”"’]?(?=[.,;]|$| for | under | within )`,
  'i',
)

/** The sentence on the subject, or naming the places that decide, that takes something out of a word of theirs. */
export function narrowedBy(
  { passages }: Paper,
  places: ReadonlySet<string | undefined>,
  { said, on, harmless }: Record<'said' | 'on', readonly Sentence[]> & { harmless: readonly Sign[] },
): Sentence | undefined {
  const all = { sections: [...places].flatMap((one) => one ?? []), schedules: new Set<string>() }
  return passages
    .flatMap(({ sentences }) => sentences)
    .filter((one) => !one.open && !one.long && (on.includes(one) || wordsNaming(one, all) !== undefined))
    .find((one) => isWordNarrowed(one, said, harmless))
}

/**
 * “Training does not include fine-tuning”, “affiliates are not subcontractors”: whether a sentence takes something out of a word
 * that others promise with.
 */
function isWordNarrowed(one: Sentence, said: readonly Sentence[], harmless: readonly Sign[]): boolean {
  const [, term] = takesOut.exec(one.text) ?? isNone.exec(one.text) ?? []
  if (term === undefined || harmless.some((sign) => hasSign(sign, one))) return false
  const stem = term
    .toLowerCase()
    .replace(/(?:ing|es|s)$/, '')
    .slice(0, 8)
  return said.some((other) => other !== one && other.words.some((word) => word.startsWith(stem)))
}
