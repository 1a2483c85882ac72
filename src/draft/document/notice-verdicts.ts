import type { Library, License } from '../../library/index.ts'
import { evaluate, type Matter, situationOf } from '../../matter/index.ts'
import { type Missing, missing } from '../template/value.ts'
import { narrowCite } from './narrow-cite.ts'
import { type NoticeDuty, noticeDuties } from './notice-duties.ts'

/** Whether a duty falls due in a matter: what the clause leaves open is done all the same. */
export type Verdict = 'Due' | 'Do it: the text is unclear' | 'Open' | 'Not due'

/** One duty, under the licenses for which it comes to the same. */
export interface DutyVerdict {
  topic: NoticeDuty['topic']
  title: string
  verdict: Verdict
  licenses: License[]
  because: string[]
  /** Blanks for the facts that decide it, where they are missing. */
  open: Missing[]
  /** Whether it is done today. */
  today: 'In place' | 'Partly' | 'Not in place' | 'Not known' | 'Not needed'
  /** `Llama 2 and 3.1, section 1.b.iii`. */
  cite: string
}

/**
 * What each license that asks for it demands in this matter.
 *
 * @param licenses those of the matter's models
 * @returns nothing on a duty that none of them imposes
 */
export function noticeVerdicts(licenses: License[], matter: Matter, library: Library): DutyVerdict[] {
  return noticeDuties.flatMap((duty) => {
    const groups = new Map<string, Omit<DutyVerdict, 'cite'>>()
    for (const license of licenses) {
      if (library.terms.get(`${license.id}/${duty.topic}`)?.absent !== false) continue
      const judged = judge(duty, license, matter, library)
      const key = JSON.stringify(judged)
      const group = groups.get(key)
      if (group) group.licenses.push(license)
      else groups.set(key, { ...judged, licenses: [license] })
    }
    return [...groups.values()].map((group) => ({
      ...group,
      cite: narrowCite(group.licenses, library, duty.topic),
    }))
  })
}

function judge(
  duty: NoticeDuty,
  license: License,
  matter: Matter,
  library: Library,
): Omit<DutyVerdict, 'licenses' | 'cite'> {
  const situation = situationOf(matter, license.id, library)
  const outcomes = duty.grounds.map((ground) => ({ ground, ...evaluate(ground.when, situation) }))
  const holding = outcomes.filter(({ holds }) => holds === true)
  const sure = holding.filter(({ ground }) => !ground.unclear)
  const open = outcomes.filter(({ holds }) => holds === 'open')
  const asked = new Map(open.flatMap((one) => one.questions.map((item) => [item.fact, item.question])))
  const head = { topic: duty.topic, title: duty.title, today: todayOf(matter.controls?.[duty.control]) }
  const because = (grounds: typeof outcomes) => grounds.map(({ ground }) => ground.because(matter))
  if (sure.length > 0) return { ...head, verdict: 'Due', because: because(sure), open: [] }
  if (asked.size > 0) {
    const blanks = [...asked].map(([fact, question]) => missing(fact, wordsOf(fact), question))
    return { ...head, verdict: 'Open', because: because(holding), open: blanks }
  }
  if (holding.length > 0) {
    return { ...head, verdict: 'Do it: the text is unclear', because: because(holding), open: [] }
  }
  return { ...head, verdict: 'Not due', today: 'Not needed', because: [duty.otherwise], open: [] }
}

function todayOf(control: string | undefined): DutyVerdict['today'] {
  if (control === 'yes') return 'In place'
  if (control === 'partly') return 'Partly'
  return control === 'no' ? 'Not in place' : 'Not known'
}

/** `output_training.models[0].distributed` → `output training models distributed` */
function wordsOf(fact: string): string {
  return fact.replaceAll(/\[\d+\]/g, '').replaceAll(/[._]+/g, ' ')
}
