import { addendumSituations, citedSays } from '../draft/index.ts'
import type { Library, PaperContradiction } from '../library/index.ts'
import { evaluate, licensesInUse, type Matter, type Situation, situationOf } from '../matter/index.ts'
import { findSign, hasSign, signReader } from './judge/signs.ts'
import { cueWithSides } from './licensor/sides.ts'
import type { Contradiction, Paper, Sentence } from './types.ts'

/** Licenses, and the facts of a matter under each. */
interface Known {
  licenses: readonly string[]
  situations: readonly Situation[]
}

/**
 * What a vendor's paper says against the licenses of the matter's models, or against its facts, by the rules of
 * `paper-contradictions.yaml`: each sentence, with the sections of the licenses that it stands against.
 *
 * @throws Problem where the models of the matter are not known
 */
export function contradictionsIn(paper: Paper, matter: Matter, library: Library): Contradiction[] {
  return said(paper, addendumSituations(matter, library), library, 'vendor')
}

/**
 * What a licensor's paper says against the facts of a matter, by the rules that are of such a paper.
 *
 * @throws Problem where the models of the matter are not known
 */
export function contradictionsOfLicensor(paper: Paper, matter: Matter, library: Library): Contradiction[] {
  const licenses = licensesInUse(matter, library)
  const situations = licenses.map((id) => situationOf(matter, id, library))
  return said(paper, { licenses, situations }, library, 'licensor')
}

function said(
  { passages }: Paper,
  known: Known,
  library: Library,
  whose: PaperContradiction['paper'],
): Contradiction[] {
  const { licenses, situations } = known
  const signOf = signReader(library.evidence)
  const read = (cue: string) => signOf(whose === 'licensor' ? cueWithSides(cue) : cue)
  const sentences = passages.flatMap((passage) => passage.sentences).filter(({ open }) => !open)
  return library.paperContradictions.flatMap((rule): Contradiction[] => {
    if (rule.paper !== whose || rule.model) return []
    const { says, when, words, not, cites } = rule
    const where = licenses.filter((_, at) => evaluate(when, situations[at]!).holds === true)
    if (where.length === 0) return []
    const exact = exactWords(rule, where, known)
    const signs = words.map(read)
    const barred = not.map(read)
    const found = sentences.filter(
      (one) =>
        signs.some((sign) => findSign(sign, one)) &&
        !barred.some((sign) => hasSign(sign, one)) &&
        (exact === undefined || !exact.some((ours) => isIn(ours, one))),
    )
    const asked = exact === undefined ? '' : `: ${exact.map((ours) => `“${ours}”`).join(' or ')}`
    return found.map(({ section, text }) => ({
      section,
      says: text,
      because: `${citedSays(says + asked, where, cites, library)}.`,
    }))
  })
}

/** The words of the licenses that a sentence must have; undefined where a rule asks for none. */
function exactWords(
  { lacks }: PaperContradiction,
  where: readonly string[],
  { licenses, situations }: Known,
): string[] | undefined {
  if (!lacks) return undefined
  const told = where.flatMap((id) => {
    const fact = situations[licenses.indexOf(id)]?.terms[lacks.topic]?.[lacks.fact]
    return typeof fact === 'string' ? [fact] : []
  })
  return [...new Set(told)]
}

/** Compared without case, spacing and the looks of marks. */
function isIn(ours: string, { text }: Sentence): boolean {
  const plain = (words: string) =>
    words
      .toLowerCase()
      .replaceAll(/\(c\)|©/g, '')
      .replaceAll(/[^\p{L}\p{N}.]+/gu, ' ')
      .replaceAll(/\.(?!\d)/g, '')
      .trim()
  return plain(text).includes(plain(ours))
}
