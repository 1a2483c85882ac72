import type { Library } from '../../library/index.ts'
import type { Situation } from '../condition/types.ts'
import { known, notKnown } from '../derived/known.ts'
import type { MatterModel } from '../derived/models.ts'
import type { Answer } from '../types.ts'
import { answerFor } from './answer.ts'

/** An answer with what it was worked out from. */
export interface Judged {
  answer: Answer
  models: MatterModel[]
  situation: Situation
}

/**
 * The answers anew where a license ends by itself upon any breach: what one use broke is gone for every use of the same
 * company under it, and what may have been broken may be gone.
 *
 * @returns the new answer for each one that may be another
 */
export function afterBreaches(judged: Judged[], library: Library): Map<Answer, Answer> {
  const changed = new Map<Answer, Answer>()
  for (const { answer, models, situation } of judged) {
    if (situation.terms.termination?.on_breach !== 'automatic') continue
    const alike = judged
      .map((one) => one.answer)
      .filter(({ license, company }) => license === answer.license && company === answer.company)
    const broken = alike.filter(isBroken)
    const asked = broken.length > 0 ? [] : alike.filter((one) => asksOf(one, library).length > 0)
    const asks = asked.flatMap((one) => asksOf(one, library))
    const doubtful =
      broken.length > 0
        ? []
        : alike.filter((one) => one !== answer && isDoubted(one) && asksOf(one, library).length === 0)
    const doubted = doubtful.length > 0
    if (broken.length === 0 && asks.length === 0 && !doubted) continue
    const [day] = broken.flatMap(daysOf).sort()
    const by = [broken, asked, doubtful].find(({ length }) => length > 0)!
    const derived = {
      ...situation.derived,
      license_ended: asks.length > 0 ? notKnown(...new Set(asks)) : known(broken.length > 0),
      license_end_doubted: known(doubted),
    }
    const ended = {
      ...situation,
      derived,
      brokenBy: [...new Set(by.map(({ use }) => use))],
      ...(day === undefined ? {} : { brokenOn: day }),
    }
    changed.set(answer, answerFor(answer.use, models, ended, library))
  }
  return changed
}

function isBroken({ pastBreach, pastUnlicensedUse }: Answer): boolean {
  return pastBreach.is === 'since' || pastUnlicensedUse.is === 'since'
}

function isDoubted({ pastBreach, pastUnlicensedUse }: Answer): boolean {
  return pastBreach.is === 'open' || pastUnlicensedUse.is === 'open'
}

function daysOf({ pastBreach, pastUnlicensedUse }: Answer): string[] {
  return [pastBreach, pastUnlicensedUse].flatMap(({ is, since }) =>
    is === 'since' && since !== undefined ? [since] : [],
  )
}

/** Facts on which it hangs whether a use broke the license: what decides its path, and whether its duties are done. */
function asksOf(answer: Answer, { duties }: Library): string[] {
  if (!isDoubted(answer)) return []
  const undone = answer.duties.flatMap(({ id, is, performed, questions }) => {
    if (is !== 'applies' || performed !== 'not-known') return questions.map(({ fact }) => fact)
    const control = duties.get(id)?.control
    return control === undefined ? [] : [control.replace(/^controls\./, 'performed.')]
  })
  return [...answer.questions.map(({ fact }) => fact), ...undone]
}
