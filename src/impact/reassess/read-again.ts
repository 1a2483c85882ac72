import type { Library } from '../../library/index.ts'
import { assess, type Citation, citedWords, type Matter } from '../../matter/index.ts'
import type { ReAssessed, Told } from '../types.ts'
import { answersUnder, dutyTold, findingsOf, pathTold, riskTold } from './told.ts'

/** What a matter's answer, duties and risks rest on that changed in words which nobody has restated. */
export interface Unrestated {
  license: string
  /** What became of the section of a citation: `changed`, `gone`; undefined where it is as it was. */
  fateOf(citation: Citation): string | undefined
  /** Whether the new text has clauses of which the old has none. */
  hasNew: boolean
}

/**
 * What of a matter has to be read again, since the words that it rests on are others now and nobody has said what they mean:
 * no new answer is given. An answer that rests on none of them is told to stand, as far as the old clauses go.
 */
export function toReadAgain(
  matter: Matter,
  { license, fateOf, hasNew }: Unrestated,
  library: Library,
): ReAssessed[] {
  const assessment = assess(matter, library)
  const item = (
    use: string,
    kind: ReAssessed['kind'],
    what: string,
    before: Told,
    citations: readonly Citation[],
  ): ReAssessed[] => {
    const touched = citations.flatMap((citation) => {
      const fate = fateOf(citation)
      return fate === undefined ? [] : [{ citation, fate }]
    })
    if (touched.length === 0 && kind !== 'answer') return []
    const because =
      touched.length > 0
        ? `${placesTold(touched, library)}: what the new words mean nobody has said yet`
        : hasNew
          ? 'No clause that decides it changed; what the new clauses mean nobody has said yet'
          : 'No clause that decides it changed'
    return [{ use, kind, what, is: touched.length > 0 || hasNew ? 'read-again' : 'stands', before, because }]
  }
  return answersUnder(assessment, license).flatMap((answer) => [
    ...item(answer.use, 'answer', 'Answer', pathTold(answer, library), answer.deciding),
    ...answer.duties.flatMap((duty) =>
      item(answer.use, 'duty', duty.title, dutyTold(duty, library), duty.citations),
    ),
    ...findingsOf(assessment, answer.use, license).flatMap((finding) =>
      finding.status === 'does-not-apply'
        ? []
        : item(answer.use, 'risk', finding.title, riskTold(finding, library), finding.citations),
    ),
  ])
}

interface Touched {
  citation: Citation
  fate: string
}

/** Sections by what became of them: `Llama 3.1, sections 1.b.i and 2 (changed)`. */
function placesTold(touched: readonly Touched[], { licenses }: Library): string {
  return [...new Set(touched.map(({ fate }) => fate))]
    .map((fate) => {
      const some = touched.filter((one) => one.fate === fate)
      return `${citedWords(
        some.map(({ citation }) => citation),
        licenses,
      )} (${fate})`
    })
    .join('; ')
}
