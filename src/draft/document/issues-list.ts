import { toString as textOf } from 'mdast-util-to-string'
import type { Level, Position } from '../../library/index.ts'
import { licensesInUse } from '../../matter/index.ts'
import { Problem } from '../../problem.ts'
import { factsOf } from '../facts.ts'
import { parse } from '../tree/parse.ts'
import type { DocumentKind, DraftInput } from './types.ts'

/** A row of the table: one position against one license. */
interface Issue {
  priority: 'High' | 'Medium' | 'Low'
  topic: string
  /** `2, 1.b.i`; empty where the license is silent. */
  sections: string
  says: string
  ask: string
  fallback: string
  walkAway: string
  leverage: string
  giveInReturn: string
  status: string
}

interface IssuesListView {
  licenses: { title: string; issues: Issue[] }[]
  /** Who owns the negotiation, from the matter. */
  owner: unknown
}

/** The internal negotiation brief. */
export const issuesList: DocumentKind<IssuesListView> = {
  id: 'issues-list',
  title: 'Issues List',
  summary: 'Internal negotiation brief: what to ask, what to settle for, when to leave',
  orientation: 'landscape',
  marking: 'Privileged and confidential',
  negotiates: true,
  view,
}

function view(input: DraftInput): IssuesListView {
  const licenses = licensesInUse(input.matter, input.library).flatMap((id) => {
    const title = input.library.licenses.get(id)?.title
    const issues = positionsFor(id, input).map((position) => issueOf(position, id, input))
    return title === undefined || issues.length === 0 ? [] : [{ title, issues: issues.sort(byPriority) }]
  })
  if (licenses.length === 0) {
    throw new Problem(
      'no-positions',
      'no position of the library applies to the licenses of this matter: give models[].license, for example llama-3.1',
    )
  }
  return { licenses, owner: (factsOf(input.matter).negotiation as Record<string, unknown>).owner }
}

/** What the assessment proposes, or without one every position toward Meta that applies. */
function positionsFor(license: string, { library, assessment }: DraftInput): Position[] {
  const proposed = assessment && new Set(assessment.positions.map(({ position }) => position))
  return [...library.positions.values()].filter(
    ({ id, counterparty, appliesTo, moot }) =>
      counterparty === 'meta' &&
      appliesTo.includes(license) &&
      !moot.some((entry) => entry.license === license) &&
      (proposed?.has(id) ?? true),
  )
}

function issueOf(position: Position, license: string, { library }: DraftInput): Issue {
  const topic = library.topics.get(position.topic)
  const term = library.terms.get(`${license}/${position.topic}`)
  const ask = (level: Level) => position.positions[level]?.ask ?? 'None'
  return {
    priority: priorityOf(topic?.weight ?? 1),
    topic: topic?.title ?? position.topic,
    sections: term && !term.absent ? term.sections.join(', ') : '',
    says: term === undefined ? 'Nothing' : term.absent ? `Nothing. ${term.follows}` : plain(term.restatement),
    ask: ask('preferred'),
    fallback: ask('fallback'),
    walkAway: [ask('walk_away'), position.positions.walk_away?.ifRefused ?? ''].join(' ').trim(),
    leverage: position.leverage,
    giveInReturn: position.giveInReturn,
    status: position.negotiability === 'fixed' ? 'Not negotiable' : 'Not raised',
  }
}

function priorityOf(weight: number): Issue['priority'] {
  return weight >= 4 ? 'High' : weight === 3 ? 'Medium' : 'Low'
}

const order = { High: 0, Medium: 1, Low: 2 }

function byPriority(left: Issue, right: Issue): number {
  return order[left.priority] - order[right.priority]
}

/** A restatement for a cell: its words without their layout. */
function plain(restatement: string): string {
  return parse(restatement)
    .children.map((block) => textOf(block))
    .join(' ')
}
