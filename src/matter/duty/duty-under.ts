import type { Duty, Library } from '../../library/index.ts'
import { citationsOf } from '../assess/citations.ts'
import { fillFacts } from '../assess/reason.ts'
import { evaluate } from '../condition/evaluate.ts'
import type { OpenQuestion, Situation } from '../condition/types.ts'
import type { Citation } from '../types.ts'

/** What one duty comes to in a situation: a matter, or one of its uses, under one license. */
export interface DutyFinding {
  duty: string
  title: string
  topic: string
  license: string
  /** `unclear`: the text leaves open whether what there is makes it due; the careful course is to do it. */
  status: 'due' | 'unclear' | 'open' | 'not-due'
  /** What makes it due, or why it is not, as Markdown with the facts filled in. */
  because: string[]
  /** Questions to ask, where facts that decide it are missing. */
  questions: OpenQuestion[]
  /** Whether it is done today. */
  today: 'in-place' | 'partly' | 'not-in-place' | 'not-known' | 'not-needed'
  citations: Citation[]
}

/**
 * Whether a duty falls due in a situation: a ground that surely makes it due decides; else what is missing is asked; else
 * what the text leaves open is told.
 *
 * @returns undefined where the license does not impose it
 * @example
 * dutyUnder(library.duties.get('agreement-copy')!, situationOf(matter, 'llama-3.1', library), library)?.status
 */
export function dutyUnder(duty: Duty, situation: Situation, library: Library): DutyFinding | undefined {
  const license = situation.license.id
  if (library.terms.get(`${license}/${duty.topic}`)?.absent !== false) return undefined
  const outcomes = duty.grounds.map((ground) => ({ ground, ...evaluate(ground.when, situation) }))
  const holding = outcomes.filter(({ holds }) => holds === true).map(({ ground }) => ground)
  const sure = holding.filter(({ unclear }) => !unclear)
  const asked = outcomes.flatMap(({ holds, questions }) => (holds === 'open' ? questions : []))
  const head = {
    duty: duty.id,
    title: duty.title,
    topic: duty.topic,
    license,
    citations: duty.cites.flatMap(({ topic, section }) => citationsOf(library, license, topic, section)),
  }
  const because = (grounds: Duty['grounds']) => grounds.map((ground) => fillFacts(ground.because, situation))
  const today = todayOf(duty.control, situation)
  if (sure.length > 0) return { ...head, status: 'due', because: because(sure), questions: [], today }
  if (asked.length > 0) {
    const questions = [...new Map(asked.map((one) => [one.fact, one])).values()]
    return { ...head, status: 'open', because: because(holding), questions, today }
  }
  if (holding.length > 0)
    return { ...head, status: 'unclear', because: because(holding), questions: [], today }
  const told = duty.notDue.find(({ when }) => evaluate(when, situation).holds === true)
  const otherwise = fillFacts(told?.because ?? duty.otherwise, situation)
  return { ...head, status: 'not-due', because: [otherwise], questions: [], today: 'not-needed' }
}

function todayOf(control: string | undefined, { matter }: Situation): DutyFinding['today'] {
  if (control === undefined) return 'not-known'
  const key = control.slice(control.lastIndexOf('.') + 1) as keyof NonNullable<typeof matter.controls>
  const states = { yes: 'in-place', partly: 'partly', no: 'not-in-place', unknown: 'not-known' } as const
  return states[matter.controls?.[key] ?? 'unknown']
}
