import { toString as textOf } from 'mdast-util-to-string'
import { type Level, type Library, type Position, withoutVersion } from '../../library/index.ts'
import { citationsOf, citedWords, licenseNames, licensesInUse } from '../../matter/index.ts'
import { Problem } from '../../problem.ts'
import { levelWords, notesOf } from '../../redline/index.ts'
import { factsOf } from '../facts.ts'
import { parse } from '../tree/parse.ts'
import { shortWhere } from './memo-short-where.ts'
import type { DocumentKind, DraftInput } from './types.ts'

/** A row of the table: one position against the licenses that it is taken on. */
interface Issue {
  priority: 'High' | 'Medium' | 'Low'
  topic: string
  /** `Llama 2 and 3.1, section 2`; `Llama 2, no such clause` where a license is silent. */
  sections: string
  says: string
  ask: string
  fallback: string
  walkAway: string
  leverage: string
  giveInReturn: string
  /** What they will say, and our answer. */
  answers: string[]
  status: string
}

interface IssuesListView {
  title: string
  licenses: string[]
  issues: Issue[]
  /** Whether there is an answer to any objection. */
  answered: boolean
  /** What the client has to offer beyond the single positions. */
  leverage: unknown
  /** What is not asked for, brought or dropped, each with the reason. */
  beside: string[]
  /** Who owns the negotiation, from the matter. */
  owner: unknown
}

/** The internal negotiation brief. */
export const issuesList: DocumentKind<IssuesListView> = {
  id: 'issues-list',
  title: 'Issues List',
  summary: 'Internal negotiation brief: what to ask, what to settle for, when to leave',
  orientation: 'landscape',
  compact: true,
  forCounsel: true,
  negotiates: true,
  needs: [
    'client.name',
    'negotiation.deadline',
    'negotiation.leverage',
    'negotiation.owner',
    'client.short_name',
    'document.privileged',
  ],
  reads: {},
  view,
}

function view(input: DraftInput): IssuesListView {
  const { library, matter } = input
  const taken = takenPositions(input)
  if (taken.length === 0) {
    throw new Problem(
      'no-positions',
      'the matter takes no position on a license: name its models, or choose positions under negotiation.positions',
    )
  }
  const facts = factsOf(matter).negotiation as Record<string, unknown>
  const ids = new Set(taken.flatMap(({ licenses }) => licenses))
  const issues = withoutRepetition(inOrder(taken, library).map((one) => issueOf(one, library)))
  return {
    title: matter.client?.short_name ?? matter.client?.name ?? matter.matter,
    licenses: [...library.licenses.values()].filter(({ id }) => ids.has(id)).map(({ title }) => title),
    issues,
    answered: issues.some(({ answers }) => answers.length > 0),
    beside: besideOf(input),
    leverage: matter.negotiation?.leverage ?? false,
    owner: facts.owner,
  }
}

/** What was decided beside what is asked for, each with the clause that it is about. */
function besideOf({ library, matter, redline = [] }: DraftInput): string[] {
  const used = licensesInUse(matter, library)
  return notesOf(redline).map(({ position: id, license, says }) => {
    const position = library.positions.get(id)!
    const sections = sectionsOf(position.topic, license === undefined ? used : [license], library)
    return `${position.title} (${sections}): ${says}.`
  })
}

/** A position with the licenses that it is taken on, and the level that the letter asks for. */
interface Taken {
  position: Position
  licenses: string[]
  level?: Level
}

/** The positions of the matter, or where none were worked out all that its licenses give occasion for. */
function takenPositions({ library, matter, redline }: DraftInput): Taken[] {
  const taken = new Map<string, Taken>()
  const take = (position: Position, license: string, level?: Level) => {
    const one = taken.get(position.id) ?? { position, licenses: [], ...(level ? { level } : {}) }
    one.licenses.push(license)
    taken.set(position.id, one)
  }
  if (redline?.some(({ chosen }) => chosen.length > 0)) {
    for (const { license, chosen } of redline) {
      for (const { position, level } of chosen) take(position, license, level)
    }
    return [...taken.values()]
  }
  for (const license of licensesInUse(matter, library)) {
    for (const position of library.positions.values()) {
      const moot = position.moot.some((entry) => entry.license === license)
      if (position.counterparty === 'meta' && position.appliesTo.includes(license) && !moot) {
        take(position, license)
      }
    }
  }
  return [...taken.values()]
}

function issueOf({ position, licenses, level }: Taken, library: Library): Issue {
  const topic = library.topics.get(position.topic)
  const ask = (wanted: Level) => position.positions[wanted]?.ask ?? 'None'
  const asked = level === undefined || level === 'preferred' ? '' : `, asked for as ${levelWords[level]}`
  const raised = level === undefined ? 'Not raised' : 'To be raised'
  return {
    priority: priorityOf(topic?.weight ?? 1),
    topic: position.title,
    sections: sectionsOf(position.topic, licenses, library),
    says: saysOf(position.topic, licenses, library),
    ask: ask('preferred'),
    fallback: ask('fallback'),
    walkAway: ask('walk_away'),
    leverage: position.leverage,
    giveInReturn: position.giveInReturn,
    answers: position.counterArguments.map(({ they, we }) => `“${they}” ${we}`),
    status: `${position.negotiability === 'fixed' ? 'Not negotiable' : raised}${asked}`,
  }
}

/** Where it stands, and in which it stands nowhere: `Llama 2 and 3.1, section 5.c; Llama 3.2, no such clause`. */
function sectionsOf(topic: string, licenses: string[], library: Library): string {
  const where = licenses.flatMap((id) => citationsOf(library, id, topic))
  const silent = licenses.filter((id) => citationsOf(library, id, topic).length === 0)
  return [
    shortWhere(citedWords(where, library.licenses)),
    silent.length === 0 ? '' : `${licenseNames(silent, library.licenses)}, no such clause`,
  ]
    .filter((words) => words !== '')
    .join('; ')
}

/** What the licenses say, each answer once; those that differ in a version's name alone say the same. */
function saysOf(topic: string, licenses: string[], library: Library): string {
  const answers = new Map<string, { names: string[]; words: string }>()
  for (const id of licenses) {
    const license = library.licenses.get(id)
    const term = library.terms.get(`${id}/${topic}`)
    if (!license) continue
    const words =
      term === undefined ? 'Nothing.' : term.absent ? `Nothing. ${term.follows}` : plain(term.restatement)
    const same = withoutVersion(words, license)
    const answer = answers.get(same) ?? { names: [], words }
    answer.names.push(license.name)
    answers.set(same, answer)
  }
  const all = [...answers.values()]
  if (all.length === 1) return all[0]!.words
  return all.map(({ names, words }) => `${names.join(', ')}: ${words}`).join(' ')
}

function priorityOf(weight: number): Issue['priority'] {
  return weight >= 4 ? 'High' : weight === 3 ? 'Medium' : 'Low'
}

/** Heaviest topics first, the positions on one topic together. */
function inOrder(taken: readonly Taken[], { topics }: Library): Taken[] {
  const weight = ({ position }: Taken) => topics.get(position.topic)?.weight ?? 1
  const key = ({ position }: Taken) => `${position.topic} ${position.id}`
  return [...taken].sort((a, b) => weight(b) - weight(a) || (key(a) < key(b) ? -1 : 1))
}

/** What a license says of a topic once, though several positions answer it. */
function withoutRepetition(issues: readonly Issue[]): Issue[] {
  return issues.map((issue) => {
    const first = issues.find(({ says }) => says === issue.says)!
    return first === issue ? issue : { ...issue, says: `As for “${first.topic}”.` }
  })
}

/** A restatement for a cell: its words without their layout. */
function plain(restatement: string): string {
  return parse(restatement)
    .children.map((block) => textOf(block))
    .join(' ')
}
