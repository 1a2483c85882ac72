import { type Level, levelWords } from '../../library/index.ts'
import type { Hand, PointReading, PointStanding, PointTurn } from '../types.ts'

/** `Pat Lee, 2026-02-01`. */
export function handWords(hands: readonly Hand[]): string {
  return hands
    .map(
      ({ author, date }) =>
        `${author || 'nobody named'}${date === undefined ? '' : `, ${date.slice(0, 10)}`}`,
    )
    .join('; ')
}

/** A level as a person writes it. */
export function levelSaid(level: Level | 'other' | 'their words'): string {
  return level === 'other' ? 'other words' : level === 'their words' ? level : levelWords[level]
}

/** `changed to something else, silent, moved to 9`. */
export function outcomeWords({ outcome, manner, moved, section }: PointReading): string {
  const parts: string[] = [outcome]
  if (manner)
    parts.push(
      manner === 'silent' ? 'without a mark' : manner === 'tracked' ? 'tracked' : 'partly without a mark',
    )
  if (moved && section !== '') parts.push(outcome === 'moved' ? `to ${section}` : `moved to ${section}`)
  return parts.join(', ')
}

/** Words that go in square brackets struck, words that come in braces: in a form that every reader shows. */
export function piecesWords(pieces: PointReading['pieces']): string {
  const around = 8
  return pieces
    .map(({ op, text }, at) => {
      if (op === 'delete') return `[-${text}-]`
      if (op === 'insert') return `{+${text}+}`
      const words = text.split(' ')
      if (words.length <= 2 * around) return text
      const head = at === 0 ? [] : words.slice(0, around)
      const tail = at === pieces.length - 1 ? [] : words.slice(-around)
      return `${head.join(' ')} … ${tail.join(' ')}`
    })
    .join('')
    .trim()
}

/** What came back last, in words. */
export function lastWords({ turns }: PointStanding): string {
  const last = turns.findLast(({ reading }) => reading)
  return last?.reading ? outcomeWords(last.reading) : 'no answer yet'
}

/** What was agreed, or that it is open. */
export function stateWords({ state, agreed, approval }: PointStanding): string {
  if (approval && !approval.approved) return `waits for approval: ${approval.approver}`
  if (state === 'agreed' && agreed) return `agreed at ${levelSaid(agreed.at)} in round ${agreed.round}`
  return 'open'
}

/** What was offered, round by round. */
export function offeredWords(turns: readonly PointTurn[]): string {
  return turns.map(({ round, sent }) => `round ${round}: ${levelSaid(sent)}`).join('; ')
}

/** What we gave. */
export function concededWords({ conceded, approval }: PointStanding): string {
  const steps = conceded.map(({ to, round }) => `${levelSaid(to)} in round ${round}`)
  if (approval?.approved) steps.push(`approved by ${approval.approved.by}, ${approval.approved.on}`)
  return steps.join('; ')
}
