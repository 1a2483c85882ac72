import { type Level, levelsDown, levelWords } from '../library/index.ts'
import type { Matter } from '../matter/index.ts'
import { isBelow, offeredAt } from './playbook.ts'
import type { DealRecord } from './record.ts'
import { askPlace } from './report/words.ts'
import type { KeptDeal, ReadRound } from './turns.ts'
import type { DealStatus, NewAsk, Outcome, Point, PointStanding, PointTurn } from './types.ts'

/** Where a deal stands after its turns. */
export function dealStatus({ record, points }: KeptDeal, rounds: readonly ReadRound[]): DealStatus {
  const last = rounds.findLast(({ reading }) => reading)?.reading
  const asks = openAsks(record, rounds)
  const open = new Map(asks.map((ask) => [ask.id, ask]))
  return {
    deal: record.deal,
    paper: record.paper,
    ...(record.matter !== undefined && { matter: record.matter }),
    ...(record.vendor !== undefined && { vendor: record.vendor }),
    rounds: record.rounds.map(({ sent, returned, undone }, at) => {
      const marks = rounds[at]?.reading?.marks
      return {
        round: at + 1,
        sent: sent.on,
        ...(returned && { returned: returned.on }),
        ...(returned?.by !== undefined && { from: returned.by }),
        ...(marks && { marks }),
        ...(undone && {
          undone: undone.map(({ name, undone: { on, by } }) => ({
            name,
            on,
            ...(by !== undefined && { by }),
          })),
        }),
      }
    }),
    points: points.map((point) => standingOf(point, record, rounds, open)),
    asks,
    comments: last?.comments ?? [],
    notRead: rounds.flatMap(({ round, reading }) =>
      (reading?.notRead ?? []).map((what) => `round ${round}: ${what}`),
    ),
  }
}

/**
 * What they asked for outside our points and nobody has settled: an ask that goes back unanswered is open all the same. One that
 * they took back, or changed, is told as what it is now.
 */
export function openAsks({ rounds: kept }: DealRecord, rounds: readonly ReadRound[]): NewAsk[] {
  const settled = new Set(kept.flatMap(({ asks }) => [...(asks?.taken ?? []), ...(asks?.struck ?? [])]))
  const all = rounds.flatMap(({ reading }) => reading?.asks ?? [])
  const open = new Set(all.filter(({ id }) => !settled.has(id)))
  for (const ask of all)
    for (const later of all) {
      if (later.round <= ask.round || !open.has(ask) || later.before === '' || later.before !== ask.after)
        continue
      open.delete(ask)
      if (later.after === ask.before) open.delete(later)
    }
  return [...open]
}

function standingOf(
  point: Point,
  record: DealRecord,
  rounds: readonly ReadRound[],
  openAsk: ReadonlyMap<string, NewAsk>,
): PointStanding {
  const turns = rounds.flatMap(({ round, marks, reading }): PointTurn[] => {
    const own = marks.filter((mark) => mark.point === point.id)
    const files = record.rounds[round - 1]!
    const read = reading?.points.find((one) => one.point === point.id)
    if (own.length === 0 && !read) return []
    return [
      {
        round,
        sent: own[0]?.level ?? 'other',
        section: own[0]?.section ?? '',
        on: files.sent.on,
        ...(read &&
          files.returned && {
            reading: {
              ...read,
              on: files.returned.on,
              ...(files.returned.by !== undefined && { from: files.returned.by }),
            },
          }),
      },
    ]
  })
  const agreed = agreedIn(turns, record, point)
  const rests = turns
    .flatMap(({ reading: back }) => back?.restsOn ?? [])
    .flatMap(({ ask: id, because }) => {
      const ask = openAsk.get(id)
      const place = ask && askPlace(ask)
      return ask ? [`${id}, which ${because}${place === '' ? '' : ` (${place})`}`] : []
    })
  const approval = record.concessions?.findLast((one) => one.point === point.id)
  const waits = approval !== undefined && approval.approved === undefined
  return {
    point,
    state: agreed && !waits && rests.length === 0 ? 'agreed' : 'open',
    ...(agreed && { agreed }),
    turns,
    conceded: concededIn(point, turns, record),
    ...(approval && {
      approval: {
        approver: approval.approver,
        round: approval.round,
        ...(approval.approved && { approved: approval.approved }),
      },
    }),
    nextStep: waits
      ? `Approval of ${approval.approver}`
      : !agreed
        ? nextStep(point, turns, record)
        : rests.length > 0
          ? `Decide on ${rests.join('; on ')}`
          : 'None',
    owner: record.owners?.[point.id] ?? record.owner ?? 'no owner named',
  }
}

/** What stands as agreed after the last turn: what they accepted of ours, or what we took of theirs. */
function agreedIn(turns: readonly PointTurn[], record: DealRecord, { id }: Point): PointStanding['agreed'] {
  let agreed: PointStanding['agreed']
  for (const { round, sent, reading } of turns) {
    const at = sent === 'other' ? 'their words' : sent
    if (isTaken(record, round, id)) agreed ??= { at, round }
    if (!reading) continue
    if (reading.outcome === 'accepted') agreed ??= { at, round }
    // What was agreed and is changed again is open again.
    else if (reading.outcome !== 'not answered' || reading.comments.length > 0) agreed = undefined
  }
  return agreed
}

/** Whether we sent their words back as agreed. */
function isTaken({ rounds }: DealRecord, round: number, point: string): boolean {
  return rounds[round - 1]?.taken?.includes(point) ?? false
}

/** Each step down that we made, with the round that made it. */
function concededIn(
  { id, asked }: Point,
  turns: readonly PointTurn[],
  record: DealRecord,
): PointStanding['conceded'] {
  const conceded: PointStanding['conceded'] = []
  let lowest: Level = asked
  for (const { round, sent } of turns) {
    if (sent === 'other') {
      if (isTaken(record, round, id)) conceded.push({ to: 'their words', round })
    } else if (isBelow(sent, lowest)) {
      conceded.push({ to: sent, round })
      lowest = sent
    }
  }
  return conceded
}

/** Which of our levels words are that they changed it to. */
export function levelOfOutcome(outcome: Outcome): Level | undefined {
  return levelsDown.find((level) => outcome === `changed to our ${levelWords[level]}`)
}

function nextStep(point: Point, turns: readonly PointTurn[], record: DealRecord): string {
  const last = turns.at(-1)
  if (!last) return 'Decide whether it is raised again'
  if (!last.reading) return 'Wait for their answer'
  const { outcome } = last.reading
  const next = offeredAt(record, point, last.round + 1)
  const theirs = levelOfOutcome(outcome)
  if (outcome === 'moved') return 'Check its new place'
  if (outcome === 'not answered')
    return last.reading.comments.length > 0 ? 'Answer their comment' : 'Ask for an answer'
  if (theirs)
    return isBelow(theirs, next)
      ? `Hold at ${levelWords[next]}: they offer our ${levelWords[theirs]}`
      : `Accept: it is our ${levelWords[theirs]}`
  if (last.sent === 'other' || isBelow(next, last.sent)) return `Offer our ${levelWords[next]}`
  return 'Hold, or decide on their words'
}

/** Whom a deal is with, as far as the matter says: a letter and a license are with Meta, whoever its vendor is. */
export function counterpartyOf({ paper }: DealRecord, matter: Matter | undefined): string | undefined {
  return paper === 'vendor-addendum' ? matter?.vendor?.name : undefined
}

/** Whose our changes are: who is named, else the author of the matter's documents, else the client, as in a paper that is marked up. */
export function authorOf(named: string | undefined, matter: Matter | undefined): string {
  const said = [matter?.document?.author, matter?.client?.name].find(
    (one) => typeof one === 'string' && one !== 'unknown',
  )
  return named ?? said ?? 'Counsel'
}

/** Who leads a deal on our side, as far as anybody says. */
export function ownerOf(named: string | undefined, matter: Matter | undefined): string | undefined {
  const owner = named ?? matter?.negotiation?.owner
  return typeof owner === 'string' && owner !== 'unknown' ? owner : undefined
}
