import type { EvidenceWords, PositionEvidence } from '../../library/index.ts'

/** What the library calls the two sides of a license, by what a sentence has for them once it is put plainly. */
const sides: [RegExp, string][] = [
  [/licensor/g, 'vendor'],
  [/licensee/g, 'customer'],
]

const known = new WeakMap<PositionEvidence, PositionEvidence>()

/** The evidence of a position with the sides of a license as those of any paper: who writes it, and our client. */
export function withSides(evidence: PositionEvidence): PositionEvidence {
  const made = known.get(evidence) ?? turned(evidence)
  known.set(evidence, made)
  return made
}

function turned(evidence: PositionEvidence): PositionEvidence {
  const cues = (list: readonly string[]) => list.map(cueWithSides)
  const { about, points, contrary, limits } = evidence
  return {
    ...evidence,
    about: {
      says: cues(about.says),
      headings: cues(about.headings),
      not: cues(about.not),
      near: cues(about.near),
    },
    points: Object.fromEntries(
      Object.entries(points).map(([id, point]) => [
        id,
        { ...point, says: cues(point.says), not: cues(point.not), from: cues(point.from) },
      ]),
    ),
    limits: cues(limits),
    contrary: contrary.map((one) => ({
      ...one,
      says: cueWithSides(one.says),
      not: cues(one.not),
      saved: cues(one.saved),
    })),
  }
}

/** A cue of a license as one of any paper. */
export function cueWithSides(cue: string): string {
  return sides.reduce((one, [from, to]) => one.replace(from, to), cue)
}

/** The words of the library as a licensor's paper is read with them: who writes it is the licensor. */
export function wordsOfLicensor({ licensor: own, parties, ...words }: EvidenceWords): EvidenceWords {
  const { licensor, licensee, either } = own
  return {
    ...words,
    licensor: own,
    parties: { ...parties, vendor: licensor, customer: licensee, either, others: {} },
    'taken-back': own['taken-back'].map(cueWithSides),
    outside: own.outside.map(cueWithSides),
  }
}
