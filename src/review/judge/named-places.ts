import { isIn } from '../read/unsaid.ts'
import type { Sentence } from '../types.ts'

/** What stands for a place that is named, so that cues can speak of it. */
const namedSection = ['named', 'section']
const namedSchedule = ['named', 'schedule']

const units = /^(?:sections?|clauses?|paragraphs?|articles?)$/
const number = /^\d+(?:\.\d+)*$/
const schedules = /^(?:schedule|annex|appendix|exhibit|attachment)$/
const selves =
  /^(?:section|clause|paragraph|article|undertaking|obligation|promise|warranty|indemnity|commitment|covenant)s?$/

/** Places by their numbers and schedules by their names in small letters: `annex 2`. */
export interface Places {
  sections: readonly string[]
  schedules: ReadonlySet<string>
}

/**
 * The words of a sentence where each name of a place is `named section`, be it one of several, in a row (“Sections 1 to 8”) or
 * meant by “this Section”, and that of a schedule `named schedule`; undefined where it names none.
 */
export function wordsNaming(sentence: Sentence, places: Places): string[] | undefined {
  const { words } = sentence
  const found: string[] = []
  let names = false
  for (let at = 0; at < words.length; ) {
    const end = endOfName(sentence, at, places)
    if (end !== undefined) {
      found.push(...(schedules.test(words[at]!) ? namedSchedule : namedSection))
      names = true
      at = end
    } else {
      found.push(words[at]!)
      at += 1
    }
  }
  return names ? found : undefined
}

/** Behind the name of one of the places that begins at a word. */
function endOfName(
  sentence: Sentence,
  at: number,
  { sections, schedules: named }: Places,
): number | undefined {
  const { words, section } = sentence
  const word = words[at]!
  const next = words[at + 1] ?? ''
  if (schedules.test(word)) return named.has(`${word} ${next}`) ? at + 2 : undefined
  if (word === 'foregoing' || word === 'above') return sections.includes(section) ? at + 1 : undefined
  if (word === 'this' || word === 'these') {
    if (units.test(next) && number.test(words[at + 2] ?? ''))
      return endOfName(sentence, at + 1, { sections, schedules: named })
    const outer = section.replace(/\.\d+$/, '')
    return selves.test(next) && sections.some((one) => isIn(one, section) || isIn(one, outer))
      ? at + 2
      : undefined
  }
  if (!units.test(word) || !number.test(next)) return undefined
  const { numbers, end } = numbersFrom(sentence, at + 1)
  return sections.some((one) => numbers.some((each) => isIn(one, each))) ? end : undefined
}

/** The numbers that stand in a row from a word: “1, 2 and 5”, “1 to 8”, “1–8”. */
function numbersFrom({ words, tokens, text }: Sentence, from: number): { numbers: string[]; end: number } {
  const numbers = [words[from]!]
  let at = from + 1
  for (;;) {
    const joins = /^(?:and|or|to|through|until)$/.test(words[at] ?? '')
    const place = joins ? (units.test(words[at + 1] ?? '') ? at + 2 : at + 1) : at
    const one = words[place] ?? ''
    if (!number.test(one)) return { numbers, end: at }
    const gap = text.slice(tokens[place - 1]!.to, tokens[place]!.from)
    if (!joins && !/[,–—-]/.test(text.slice(tokens[place - 1]!.from, tokens[place]!.from)))
      return { numbers, end: at }
    const isRange = joins ? /^(?:to|through|until)$/.test(words[at]!) : /[–—-]/.test(gap)
    numbers.push(...(isRange ? rowBetween(numbers.at(-1)!, one) : [one]))
    at = place + 1
  }
}

/** The numbers behind one up to another: 2 to 4, 2.1 to 2.3. */
function rowBetween(first: string, last: string): string[] {
  const [, outer = '', low] = /^(.*?)(\d+)$/.exec(first)!
  const [, other = '', high] = /^(.*?)(\d+)$/.exec(last)!
  const count = Number(high) - Number(low)
  if (outer !== other || count < 1 || count > 99) return [last]
  return Array.from({ length: count }, (_, index) => `${outer}${Number(low) + 1 + index}`)
}

/** The schedules that sentences name, in small letters. */
export function schedulesIn(sentences: readonly Sentence[]): Set<string> {
  return new Set(
    sentences.flatMap(({ words }) =>
      words.flatMap((word, at) =>
        schedules.test(word) && words[at + 1] ? [`${word} ${words[at + 1]}`] : [],
      ),
    ),
  )
}
