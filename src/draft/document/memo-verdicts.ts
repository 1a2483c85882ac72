import { withoutStop } from '../../in-words.ts'
import type { Library } from '../../library/index.ts'
import {
  type Assessment,
  citedWords,
  type LicensePath,
  licenseNames,
  outcomes,
  outcomeWords,
} from '../../matter/index.ts'
import { citedSentence } from './cited-sentence.ts'
import { innermost } from './innermost.ts'
import { manyOpen } from './many-open.ts'
import { shortWhere } from './memo-short-where.ts'

/** What one use may do under the licenses where it comes to the same. */
export interface MemoVerdict {
  use: string
  licenses: string
  verdict: string
  /** One sentence a reason, each with its sections. */
  because: string
  /** What could still turn it. */
  unless: string[]
}

/** The verdicts, worst first; a use of a model that nobody knows among them. */
export function memoVerdicts({ paths, answers }: Assessment, library: Library): MemoVerdict[] {
  const groups = new Map<string, LicensePath[]>()
  for (const path of paths) {
    const key = JSON.stringify([path.use, path.outcome, path.reasons.map(({ statement }) => statement)])
    groups.set(key, [...(groups.get(key) ?? []), path])
  }
  const known = [...groups.values()].map((group) => {
    const { use, outcome, reasons, unless } = group[0]!
    return {
      rank: outcomes.indexOf(outcome),
      use,
      licenses: licenseNames(
        group.map(({ license }) => license),
        library.licenses,
      ),
      verdict: outcomeWords[outcome],
      because:
        (outcome === 'not-decided' ? openTogether(group, library) : undefined) ??
        reasons
          .map(({ statement }, at) => {
            const where = citedWords(
              innermost(group.flatMap((path) => path.reasons[at]!.citations)),
              library.licenses,
            )
            return citedSentence(statement, shortWhere(where))
          })
          .join(' '),
      unless:
        outcome === 'not-decided'
          ? []
          : unless.map(
              ({ statement, outcome: then, citations }) =>
                `${withoutStop(statement)} (${shortWhere(citedWords(citations, library.licenses))}): then ${outcomeWords[then]}`,
            ),
    }
  })
  const unknown = answers
    .filter(({ license }) => license === undefined)
    .map(({ use, models, reasons }) => ({
      rank: outcomes.indexOf('not-decided'),
      use,
      licenses: models.join(', '),
      verdict: outcomeWords['not-decided'],
      because: reasons.map(({ statement }) => citedSentence(statement, '')).join(' '),
      unless: [],
    }))
  return [...known, ...unknown].sort((a, b) => a.rank - b.rank).map(({ rank: _, ...verdict }) => verdict)
}

/** What paths that are not decided wait for, where that is much. */
function openTogether(group: readonly LicensePath[], library: Library): string | undefined {
  const [{ reasons, unless }] = group as [LicensePath, ...LicensePath[]]
  return manyOpen(
    reasons.length,
    unless.flatMap((one) => one.questions),
    group.flatMap((path) => path.reasons.flatMap(({ citations }) => citations)),
    library,
  )
}
