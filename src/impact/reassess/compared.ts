import type { Library } from '../../library/index.ts'
import { type Answer, assess, type Matter } from '../../matter/index.ts'
import type { ReAssessed, Told } from '../types.ts'
import { answersUnder, dutyTold, findingsOf, pathTold, riskTold, usersTold } from './told.ts'

/**
 * A matter assessed under two licenses of the library, the old against the new: what each use comes to, its duties, its users
 * against the threshold and its risks. Answers are told whether they change or not, all else where it changes. The models of
 * each use are replaced by those of the new license that take in the same.
 *
 * @throws Problem as `assess` does
 * @example
 * reAssessed(matter, 'llama-3.3', 'llama-4', library).filter(({ is }) => is === 'changed').map(({ what }) => what)
 */
export function reAssessed(matter: Matter, from: string, to: string, library: Library): ReAssessed[] {
  const assessment = assess(matter, library, { also: [to] })
  return answersUnder(assessment, from).flatMap((before) => {
    const after = assessment.answers.find(({ use, license }) => use === before.use && license === to)
    if (!after) return []
    const { use } = before
    return [
      {
        use,
        kind: 'answer' as const,
        what: 'Answer',
        is: isSameAnswer(before, after) ? ('same' as const) : ('changed' as const),
        before: pathTold(before, library),
        after: pathTold(after, library),
      },
      ...pairs(before.duties, after.duties, ({ id }) => id).flatMap(([one, other]) =>
        changed(use, 'duty', (one ?? other)!.title, dutyTold(one, library), dutyTold(other, library)),
      ),
      ...changed(
        use,
        'users',
        'Users against the threshold',
        usersTold(before.threshold),
        usersTold(after.threshold),
      ),
      ...pairs(
        findingsOf(assessment, use, from),
        findingsOf(assessment, use, to),
        ({ risk }) => risk,
      ).flatMap(([one, other]) =>
        changed(use, 'risk', (one ?? other)!.title, riskTold(one, library), riskTold(other, library)),
      ),
    ]
  })
}

function pairs<T>(
  one: readonly T[],
  other: readonly T[],
  key: (item: T) => string,
): [T | undefined, T | undefined][] {
  const keys = [...new Set([...one, ...other].map(key))]
  const at = (list: readonly T[], name: string) => list.find((item) => key(item) === name)
  return keys.map((name) => [at(one, name), at(other, name)])
}

/** The same path for the same reasons, of which not all are told. */
function isSameAnswer(one: Answer, other: Answer): boolean {
  const statements = ({ reasons }: Answer) => reasons.map(({ statement }) => statement).join('\n')
  return one.path === other.path && statements(one) === statements(other)
}

function changed(
  use: string,
  kind: ReAssessed['kind'],
  what: string,
  before: Told,
  after: Told,
): ReAssessed[] {
  return before.words === after.words ? [] : [{ use, kind, what, is: 'changed', before, after }]
}
