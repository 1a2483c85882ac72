import { dayOf, firstDayOf } from '../day.ts'

/** The verbs that a question asks with, by what an echo of it may say. */
const echoes: Record<string, string[]> = {
  do: ['do', 'does'],
  does: ['do', 'does'],
  did: ['did'],
  has: ['have', 'has'],
  have: ['have', 'has'],
  // Whoever does it can.
  can: ['can', 'do', 'does'],
  is: ['is', 'are'],
  are: ['is', 'are'],
}

const ECHO = /^(?:we|it|they|the vendor)\s+(\p{L}+?)(\s?not|n['’]t)?$/iu
const BOXES = /^(?:[☐☒☑]\s*\p{L}+\s*)+$/u
const LABELS = ['yes', 'no', 'partly', 'unknown']

/**
 * `Yes.`, `Y`, `true`, `☒ Yes ☐ No`; `Yes, we do` where the question is asked with “does”; `yes, since March` where it is about
 * today. An echo of another verb, or that says the opposite, and every other word leave it open.
 */
export function yesOrNo(words: string, question: string, day: string): 'yes' | 'no' | undefined {
  const said = BOXES.test(words) ? tickedIn(words) : words
  const [, first = '', more = ''] =
    /^(yes|y|true|no|n|false)(?:(?:\s*[.,:;–—-]\s*|\s+)(\S.*?))?[.!]?$/isu.exec(said?.trim() ?? '') ?? []
  if (first === '') return undefined
  const value = /^[yt]/i.test(first) ? 'yes' : 'no'
  if (more === '') return value
  return isEcho(more, value, question) || (value === 'yes' && isSince(more, question, day))
    ? value
    : undefined
}

/** The word of the one box that is ticked, of boxes that are those of the form. */
export function tickedIn(words: string): string | undefined {
  if (!BOXES.test(words)) return undefined
  const boxes = [...words.matchAll(/([☐☒☑])\s*(\p{L}+)/gu)].map(([, box, label]) => ({
    ticked: box !== '☐',
    label: label!,
  }))
  const labels = boxes.map(({ label }) => label.toLowerCase())
  if (labels.some((label) => !LABELS.includes(label)) || new Set(labels).size < labels.length)
    return undefined
  const ticked = boxes.filter((box) => box.ticked)
  return ticked.length === 1 ? ticked[0]!.label : undefined
}

function isEcho(more: string, value: 'yes' | 'no', question: string): boolean {
  const [, verb = '', not] = ECHO.exec(more) ?? []
  const asked = question.toLowerCase().match(/\b(?:do|does|did|has|have|can|is|are)\b/g) ?? []
  const fits = asked.slice(0, 1).some((one) => echoes[one]!.includes(verb.toLowerCase()))
  return fits && (not === undefined) === (value === 'yes')
}

/** `since May`, `since 3 May 2024`: a day that is past, behind a question about today. */
function isSince(more: string, question: string, day: string): boolean {
  const [, when] = /^since (.+)$/i.exec(more) ?? []
  if (when === undefined || !/^(?:do|does|can|has|have|is|are)\b/i.test(question)) return false
  const since = dayOf(when) ?? firstDayOf(when)
  return since !== undefined && since <= day
}
