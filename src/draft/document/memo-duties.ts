import { listed, withoutStop } from '../../in-words.ts'
import type { Library } from '../../library/index.ts'
import { type Answer, citedWords, type DutyAnswer, licenseNames } from '../../matter/index.ts'
import { type Markdown, markdown } from '../template/value.ts'
import { innermost } from './innermost.ts'

/** A duty of one use, as the answers have it. */
export interface MemoDuty {
  title: string
  /** For which use and under which license. */
  for: string
  /** `Due, not in place`, `Not due`. */
  state: string
  because: Markdown
  where: string
  /** Whether there is something to do. */
  due: boolean
}

const states: Record<DutyAnswer['is'], string> = {
  applies: 'Due',
  open: 'Open: do it',
  not: 'Not due',
}

const done: Record<DutyAnswer['performed'], string> = {
  yes: ', in place',
  partly: ', in place in part',
  no: ', not in place',
  'not-known': ', not known whether it is in place',
  'not-needed': '',
}

/** The four duties toward others, for each use under each license; those that come to the same once. */
export function memoDuties(answers: readonly Answer[], library: Library): MemoDuty[] {
  const several = new Set(answers.map(({ use }) => use)).size > 1
  const groups = new Map<string, { duty: DutyAnswer; of: Answer[] }>()
  // Where no right is left, no duty is: said once, with what takes the right away.
  const bare = answers.filter(({ withoutRight }) => withoutRight)
  for (const answer of answers.filter((one) => !one.withoutRight))
    for (const duty of answer.duties) {
      const { is, because, questions, performed } = duty
      const key = JSON.stringify([duty.duty, is, because, questions, is === 'not' ? '' : performed])
      const group = groups.get(key)
      if (group) group.of.push(answer)
      else groups.set(key, { duty, of: [answer] })
    }
  for (const answer of bare) {
    const key = JSON.stringify(['none', answer.duties[0]!.because])
    const group = groups.get(key)
    if (group) group.of.push(answer)
    else groups.set(key, { duty: { ...answer.duties[0]!, title: 'All four duties' }, of: [answer] })
  }
  const order = ['copy', 'display', 'prefix', 'notice']
  return [...groups.values()]
    .sort((a, b) => order.indexOf(a.duty.duty) - order.indexOf(b.duty.duty))
    .map(({ duty, of }) => {
      const { title, is, because, questions, performed } = duty
      const own = of.flatMap(({ duties }) => duties.filter((one) => one.duty === duty.duty))
      const uses = [...new Set(of.map(({ use }) => use))]
      const names = licenseNames([...new Set(of.map(({ license }) => license!))], library.licenses)
      const told = [...because, ...questions.map(({ question }) => question)].join(' ')
      const exact = is === 'not' ? '' : wordsOf(own)
      const where = citedWords(
        of.some(({ withoutRight }) => withoutRight)
          ? innermost(of.flatMap(({ reasons }) => reasons.flatMap(({ citations }) => citations)))
          : innermost(own.flatMap(({ citations }) => citations)),
        library.licenses,
      )
      return {
        title,
        for: several ? `${uses.join(', ')}, under ${names}` : names,
        state: `${questions.length > 0 ? 'Open' : states[is]}${is === 'not' ? '' : done[performed]}`,
        due: is !== 'not',
        because: markdown(`${is === 'not' ? withoutStop(told) : told}${exact}`),
        where: where === '' ? `${names}, no such clause` : where,
      }
    })
}

/** What has to be shown word for word; a whole notice stands in the notice document. */
function wordsOf(duties: readonly DutyAnswer[]): string {
  const words = [...new Set(duties.flatMap(({ words: one }) => one ?? []))].filter(isShort)
  return words.length === 0 ? '' : ` Words: ${listed(words.map((one) => `“${one}”`))}`
}

/** Whether words have room in a cell. */
export function isShort(words: string): boolean {
  return words.length <= 40
}
