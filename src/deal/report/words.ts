import { clipped, counted } from '../../in-words.ts'
import { type Level, levelWords } from '../../library/index.ts'
import type { DealStatus, Hand, Manner, NewAsk, PointReading, PointStanding, PointTurn } from '../types.ts'

/** `Pat Lee, 2026-02-01`; of what bears our name, that what we sent has it not. */
export function handWords(hands: readonly Hand[]): string {
  return hands
    .map(
      ({ author, date, asOurs }) =>
        `${author || 'nobody named'}${date === undefined ? '' : `, ${date.slice(0, 10)}`}${asOurs ? ' (our name, and not in what we sent)' : ''}`,
    )
    .join('; ')
}

/** A level as a person writes it. */
export function levelSaid(level: Level | 'other' | 'their words'): string {
  return level === 'other' ? 'other words' : level === 'their words' ? level : levelWords[level]
}

/** How a change came back. */
export function mannerWords(manner: Manner): string {
  return manner === 'silent' ? 'without a mark' : manner === 'tracked' ? 'tracked' : 'partly without a mark'
}

/** Where a deal stands, in one sentence: what came back without a mark is counted wherever it stands. */
export function standingWords({ points, asks, rounds }: DealStatus): string {
  const agreed = points.filter(({ state }) => state === 'agreed').length
  const are = (count: number) => `${count} ${count === 1 ? 'is' : 'are'}`
  const isSilent = ({ manner }: { manner?: Manner }) => manner?.includes('silent') ?? false
  const inPoints = points.filter(({ turns }) => isSilent(turns.at(-1)?.reading ?? {})).length
  const outside = asks.filter((ask) => ask.round === rounds.length && isSilent(ask)).length
  const open = points.length - agreed
  const forAsks = points.filter(isOpenForAsks).length
  // What stands beside an ask that nobody settled is not done with, though no point of ours is open.
  const parts = [
    open === 0 && asks.length > 0
      ? `Of ${points.length} points ${are(agreed)} agreed as they stand`
      : `Of ${points.length} points ${are(agreed)} agreed, ${are(open)} open${forAsks === 0 ? '' : `, ${forAsks === open ? '' : `${forAsks} of these `}only for what they ask for outside our points`}`,
  ]
  if (inPoints + outside > 0) {
    const where = outside === 0 ? '' : `: ${inPoints} in our points, ${outside} outside them`
    const changes = inPoints + outside === 1 ? 'change' : 'changes'
    parts.push(`${inPoints + outside} ${changes} came back without a mark${where}`)
  }
  if (asks.length > 0) parts.push(asksWords(asks, points.length))
  return `${parts.join('; ')}.`
}

/** Whether the words of a point are agreed, and it is open for what its words rest on. */
function isOpenForAsks({ state, agreed, approval }: PointStanding): boolean {
  return state === 'open' && agreed !== undefined && (!approval || approval.approved !== undefined)
}

/** `3 asks of theirs are open, one of which touches all points`. */
function asksWords(asks: readonly NewAsk[], points: number): string {
  const one = asks.length === 1
  const said = one ? '1 ask of theirs is open' : `${asks.length} asks of theirs are open`
  const count = asks.filter((ask) => touchesAll(ask, points)).length
  if (count === 0) return said
  if (one) return `${said}, and touches all points`
  if (count === asks.length) return `${said}, each of which touches all points`
  return `${said}, ${count === 1 ? 'one of which touches' : `${count} of which touch`} all points`
}

function touchesAll({ touches }: Pick<NewAsk, 'touches'>, points: number): boolean {
  return points > 0 && touches.length >= points
}

/** How many points rest on what an ask changes: `touches all points`, empty where it touches none. */
export function touchWords(ask: Pick<NewAsk, 'touches'>, points: number): string {
  const count = ask.touches.length
  if (count === 0) return ''
  return touchesAll(ask, points) ? 'touches all points' : `touches ${counted(count, 'point')}`
}

/** Where a new ask stands: `7.2`, `footer`, `footnote at 8.1`, `row “Filters”`. */
export function askPlace({
  section,
  beside,
  row,
}: {
  section: string
  beside?: NewAsk['beside'] | undefined
  row?: string | undefined
}): string {
  // Tables stand in schedules, behind the last section that has a number.
  if (row !== undefined) return `row “${clipped(row, 80)}”`
  return beside === undefined ? section : section === '' ? beside : `${beside} at ${section}`
}

/** What is to be done with a new ask, by what the evidence says of it. */
export function askStep({ id, kind, topics }: Pick<NewAsk, 'id' | 'kind' | 'topics'>): string {
  const [take, strike] = [`--accept ${id}`, `--refuse ${id}`]
  // What they took out is judged by what it said: we may want it back.
  if (kind === 'removed') return `Put it back (${strike}), or let it go (${take})`
  const bad = topics.filter(({ verdict }) => verdict === 'contrary' || verdict === 'below')
  if (bad.length > 0)
    return `Strike it (${strike}): ${bad.map(({ title, verdict }) => `${title} ${verdict === 'contrary' ? 'says otherwise' : 'asks for more'}`).join(', ')}`
  if (topics.length > 0 && topics.every(({ verdict }) => verdict !== 'unclear'))
    return `Take it (${take}), once its words are read: it is no less than we ask for`
  return `Read it, then take it (${take}) or strike it (${strike})`
}

/** `changed to something else, silent, moved to 9`. */
export function outcomeWords({ outcome, manner, moved, places }: PointReading): string {
  const { from = '', to = '' } = places ?? {}
  const parts: string[] = [outcome]
  if (outcome === 'refused' && !manner) parts.push('in a comment')
  if (manner) parts.push(mannerWords(manner))
  if (moved && to !== '') {
    const words = from === to ? `within ${to}` : from === '' ? `to ${to}` : `from ${from} to ${to}`
    parts.push(outcome === 'moved' ? words : `moved ${words}`)
  }
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
