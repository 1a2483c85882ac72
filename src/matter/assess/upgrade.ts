import { withinSentence, withoutStop } from '../../in-words.ts'
import type { Library } from '../../library/index.ts'
import type { Matter } from '../schema/index.ts'
import type { Answer, Assessment, PathReason } from '../types.ts'
import { assessUpgrade } from './assess.ts'
import { outcomes } from './outcome-words.ts'

/** What a use would gain and lose under the newest license. */
export interface Upgrade {
  use: string
  /** The license that it is under now, and the newest. */
  from: string
  to: string
  /** Models that stand for its own there: of the newest license, taking in the same where it has such. */
  models: string[]
  before: Answer['path']
  after: Answer['path']
  gains: PathReason[]
  loses: PathReason[]
}

/**
 * The assessment run again under the newest license, for each use under each version in use.
 *
 * @returns none where the newest alone is in use
 * @example
 * upgradesOf(matter, assess(matter, library), library).map(({ use, before, after }) => `${use}: ${before} → ${after}`)
 */
export function upgradesOf(matter: Matter, { answers }: Assessment, library: Library): Upgrade[] {
  const newest = [...library.licenses.keys()].at(-1)
  const older = answers.filter(({ license }) => license !== undefined && license !== newest)
  if (newest === undefined || older.length === 0) return []
  const there = new Map(assessUpgrade(matter, newest, library).map((answer) => [answer.use, answer]))
  return older.flatMap((answer) => {
    const after = there.get(answer.use)
    return after ? [upgradeOf(answer, after, newest)] : []
  })
}

function upgradeOf(before: Answer, after: Answer, to: string): Upgrade {
  const rank = ({ path }: Answer) => outcomes.indexOf(path)
  const [was, is] = [rank(before), rank(after)]
  const limits = outcomes.indexOf('go-with-duties')
  const names = new Set(before.reasons.map(({ statement }) => statement))
  const goes = new Set(after.reasons.map(({ statement }) => statement))
  return {
    use: before.use,
    from: before.license!,
    to,
    models: [...new Set(after.models)],
    before: before.path,
    after: after.path,
    gains: [
      ...(was < limits ? before.reasons.filter(({ statement }) => is > was && !goes.has(statement)) : []).map(
        (one) => ({ ...one, statement: `no longer in the way: ${lowered(one.statement)}` }),
      ),
      ...duties(before, after, (own, other) =>
        own.is === 'applies' &&
        other.is === 'not' &&
        after.path !== 'not-usable' &&
        after.path !== 'separate-license'
          ? `${own.title} is no longer due`
          : undefined,
      ),
    ],
    loses: [
      ...(is < limits ? after.reasons.filter(({ statement }) => !names.has(statement)) : []).map((one) => ({
        ...one,
        statement: lowered(one.statement),
      })),
      ...duties(after, before, (own, other) =>
        own.is === 'applies' && other.is !== 'applies' ? `${own.title} becomes due` : undefined,
      ),
      ...duties(after, before, (own, other) =>
        own.is === 'applies' && other.is === 'applies' && own.words !== undefined && own.words !== other.words
          ? `${own.title}: the words become “${withoutStop(own.words)}”`
          : undefined,
      ),
    ],
  }
}

type Duty = Answer['duties'][number]

function duties(
  of: Answer,
  against: Answer,
  tell: (own: Duty, other: Duty) => string | undefined,
): PathReason[] {
  return of.duties.flatMap((own) => {
    const other = against.duties.find(({ duty }) => duty === own.duty)
    const statement = other && tell(own, other)
    return statement === undefined ? [] : [{ statement, citations: own.citations }]
  })
}

/** Within a sentence; a name keeps its capitals. */
function lowered(statement: string): string {
  return /^(?:Meta|Llama|European)\b/.test(statement) ? statement : withinSentence(statement)
}
