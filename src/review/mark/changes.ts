import type { FlowDown } from '../../library/index.ts'
import type { PlannedChange, PlannedClause } from './planned.ts'
import { remarks, type Said } from './remarks.ts'
import type { Row } from './rows.ts'
import type { Site } from './sites.ts'
import { bodyOf, type Span, wordsIn } from './their-sentences.ts'

/** Words of theirs that are changed: numbers, and what runs against our words. @param section their word for one @param toldOf a flow-down in their words */
export function changesOf(
  rows: readonly Row[],
  clauses: readonly PlannedClause[],
  section: string,
  toldOf: (flowDown: FlowDown) => Said,
): PlannedChange[] {
  const changes = rows.flatMap((one): PlannedChange[] => {
    if (one.kind !== 'number' && one.kind !== 'insertion') return []
    const said = one.numbers.map(({ span, to }) => ({ from: wordsIn(span), to }))
    const numbers = one.numbers.map(
      ({ span, to }, at): PlannedChange => ({
        flowDown: one.flowDown.id,
        span,
        text: to,
        ...(at === 0 && one.kind === 'number' && { remark: remarks.number(toldOf(one.flowDown), said) }),
      }),
    )
    const struck = one.contrary.flatMap(({ span }): PlannedChange[] =>
      span && !one.instead
        ? [{ flowDown: one.flowDown.id, span, text: replacementFor(span, one.site, section) }]
        : [],
    )
    return [...numbers, ...struck]
  })
  return whole(withoutOverlap(changes, clauses), rows, section)
}

/** What stands where words of theirs are taken out: where nothing would be left, where it is dealt with instead. */
function replacementFor({ clause, start, end }: Span, site: Site | undefined, word: string): string {
  const { start: from, words } = bodyOf(clause)
  const isAll = start <= from && end >= from + words.trimEnd().length
  if (!isAll) return ''
  return site && site.citation !== '' ? `${word}\u00A0${site.citation} applies instead.` : ''
}

/** Where all words of a clause go, sentence by sentence, its heading would stand over nothing. */
function whole(changes: PlannedChange[], rows: readonly Row[], section: string): PlannedChange[] {
  return changes.map((one) => {
    if (one.text !== '') return one
    const { clause } = one.span
    const own = changes.filter(({ span, text }) => span.clause === clause && text === '')
    const { start, words } = bodyOf(clause)
    const kept = [...words].filter(
      (letter, at) =>
        /\S/.test(letter) && !own.some(({ span }) => span.start <= start + at && start + at < span.end),
    )
    if (kept.length > 0 || own[0] !== one) return one
    const site = rows.find(({ flowDown }) => flowDown.id === one.flowDown)?.site
    return { ...one, text: replacementFor({ clause, start, end: clause.text.length }, site, section) }
  })
}

/** Words go once, and a number in words that go needs no change. */
function withoutOverlap(
  changes: readonly PlannedChange[],
  clauses: readonly PlannedClause[],
): PlannedChange[] {
  const kept: PlannedChange[] = []
  const meets = (one: Span, other: Span) =>
    one.clause === other.clause && one.start < other.end && other.start < one.end
  const longest = [...changes].sort((a, b) => b.span.end - b.span.start - (a.span.end - a.span.start))
  for (const one of longest)
    if (
      ![...kept.map(({ span }) => span), ...clauses.flatMap(({ instead }) => instead ?? [])].some((span) =>
        meets(span, one.span),
      )
    )
      kept.push(one)
  return kept
}
