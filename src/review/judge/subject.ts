import type { Evidence } from '../../library/index.ts'
import type { Paper, Sentence } from '../types.ts'
import { hasSign, type Sign } from './signs.ts'

/** The sentences of a paper on a subject, and how surely they are on it. */
export interface OnSubject {
  sentences: Sentence[]
  /** That a clause says it, or that its words are merely near it. */
  sure: boolean
}

/**
 * The sentences of a paper on a subject: all of a clause of which one is, with what the paper says that their terms mean.
 * Where there are none, those of clauses that have most of the things that the lowest level asks for, or words near the
 * subject.
 */
export function sentencesOn(
  paper: Paper,
  { about: { says, headings, not, near: nearby }, points }: Evidence,
  lowest: readonly string[],
  read: (source: string) => Sign,
): OnSubject {
  const saying = says.map(read)
  const heading = headings.map(read)
  const barred = not.map(read)
  const beside = nearby.map(read)
  const asked = lowest.flatMap((item) => item.split('|')).flatMap((id) => points[id] ?? [])
  const asking = asked.map((point) => point.says.map(read))
  const sure: Sentence[] = []
  const near: Sentence[] = []
  for (const { sentences, headings: own } of paper.passages) {
    const has = (signs: readonly Sign[]) =>
      sentences.some((sentence) => signs.some((sign) => hasSign(sign, sentence)))
    const headed = own.some((words) => heading.some((sign) => hasSign(sign, { words })))
    const said = has(saying)
    if ((headed || said) && !has(barred)) sure.push(...sentences)
    else if (said || has(beside) || asking.filter(has).length >= Math.max(2, asking.length - 1))
      near.push(...sentences)
  }
  const found = sure.length > 0 ? sure : near
  const meant = definitionsUsed(paper, found).filter((one) => !found.includes(one))
  return { sentences: [...found, ...meant], sure: sure.length > 0 }
}

/** What the paper says that the terms of sentences mean. */
function definitionsUsed({ definitions }: Paper, sentences: readonly Sentence[]): Sentence[] {
  const used = [...definitions].filter(([term]) => sentences.some(({ text }) => text.includes(term)))
  return [...new Set(used.flatMap(([, meanings]) => meanings))]
}
