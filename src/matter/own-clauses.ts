import { closest } from 'fastest-levenshtein'
import { type FlowDown, type Library, levelsDown, type Position } from '../library/index.ts'
import { Problem } from '../problem.ts'
import type { Matter } from './schema/index.ts'

type Given = NonNullable<Matter['clauses']>[number]

/** A clause of one deal, as its matter gives it. */
export interface OwnClause {
  id: string
  title: string
  paper: 'addendum' | 'letter' | 'license'
  text: string
  after?: string
  licenses?: string[]
  why?: string
}

/**
 * The clauses that a matter has of its own.
 *
 * @throws Problem with the fact of what is missing or wrong in one
 */
export function ownClauses({ clauses = [] }: Matter): OwnClause[] {
  return clauses.map((_, at) => ownClause(clauses, at))
}

/** One of the clauses of a matter; the same is thrown. */
export function ownClause(clauses: readonly Given[], at: number): OwnClause {
  const clause = clauses[at]!
  const wrong = wrongAt(at)
  const id = required(clause, 'id', wrong)
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id))
    throw wrong('id', `expected small letters, digits and hyphens, such as export-review, got “${id}”`)
  if (clauses.findIndex((other) => other.id === id) < at)
    throw wrong('id', `${id} is there twice: give each clause a name of its own`)
  const paper = clause.paper === 'unknown' ? undefined : clause.paper
  if (paper === undefined)
    throw wrong('paper', 'say in which paper the clause stands: addendum, letter or license')
  return {
    id,
    title: required(clause, 'title', wrong),
    paper,
    text: required(clause, 'text', wrong),
    ...(clause.after !== undefined && { after: clause.after }),
    ...(clause.licenses !== undefined && { licenses: clause.licenses }),
    ...(clause.why !== undefined && { why: clause.why }),
  }
}

type Wrong = (key: keyof Given, reason: string) => Problem

function wrongAt(at: number): Wrong {
  return (key, reason) => {
    const fact = `clauses[${at}].${key}`
    return new Problem('clauses', `matter.${fact}: ${reason}`, { fact })
  }
}

function required(clause: Given, key: 'id' | 'title' | 'text', wrong: Wrong): string {
  const value = clause[key]
  if (value === undefined || value === 'unknown')
    throw wrong(key, `a clause has ${key === 'id' ? 'an id' : `a ${key}`}`)
  return value
}

/**
 * A clause of a vendor's addendum, among those of the library.
 *
 * @throws Problem where it goes by the name of one of them, or behind one that is not there
 */
export function asFlowDown(clause: OwnClause, at: number, { flowDowns }: Library): FlowDown {
  const { id, title, after, why } = clause
  requireFree(clause, at, flowDowns)
  const beside = after === undefined ? flowDowns.get('precedence') : flowDowns.get(after)
  if (after !== undefined && !beside)
    throw wrongAt(at)(
      'after',
      `there is no clause ${after}: did you mean ${closest(after, [...flowDowns.keys()])}?`,
    )
  const last = Math.max(0, ...[...flowDowns.values()].map(({ order }) => order)) + 1
  const words = ':::clause'
  return {
    id,
    title,
    topic: id,
    order: beside ? beside.order + (after === undefined ? -0.5 : 0.5) : last,
    when: {},
    because: { in: 'A clause of this deal alone.', out: 'Left out by decision in the matter.' },
    why: why ?? 'It was agreed for this deal.',
    counterArguments: [],
    approval: 'Whoever approves the deal.',
    levels: Object.fromEntries(levelsDown.map((level) => [level, wordsOf(id, words)])),
    told: {},
    figures: {},
    due: [],
    measured: {},
    own: { title, paragraphs: paragraphsOf(clause.text) },
    file: 'matter',
  }
}

/** The frame of such a clause; its words are put in as values, and never read as a template. */
function wordsOf(id: string, clause: string): string {
  return `:${clause}[{{own.title}}]{#${id}}
{{#each own.paragraphs}}
${clause}
{{this}}
:::
{{/each}}
::::`
}

/**
 * A new section of a license, among the positions of the library.
 *
 * @throws Problem where it goes by the name of one of them, names a license that is not there, or refers to a paper of ours
 */
export function asPosition(clause: OwnClause, at: number, library: Library): Position {
  const { id, title, text, after, licenses, why } = clause
  requireFree(clause, at, library.positions)
  const wrong = wrongAt(at)
  if (after === undefined)
    throw wrong('after', 'say behind which section of the license it stands, such as "5.c"')
  for (const key of ['title', 'text'] as const) {
    const [directive] = /:(?:ref|term)\[[^\]]*\]/.exec(clause[key]) ?? []
    if (directive !== undefined)
      throw wrong(
        key,
        `${directive} stands in a new section of the license, which has no numbers and terms of our papers: write out the section of the license or the words themselves`,
      )
  }
  for (const license of licenses ?? [])
    if (!library.licenses.has(license))
      throw wrong(
        'licenses',
        `there is no license ${license}: they are ${[...library.licenses.keys()].join(', ')}`,
      )
  const says = 'Nothing is set down for it in the matter.'
  return {
    id,
    title,
    topic: topicAt(after, licenses ?? [...library.licenses.keys()], library) ?? id,
    counterparty: 'meta',
    negotiability: 'open',
    negotiabilityReason: says,
    appliesTo: licenses ?? [...library.licenses.keys()],
    moot: [],
    when: {},
    own: true,
    figures: {},
    hurts: why ?? says,
    positions: {
      preferred: {
        ask: `The license has a new clause: ${title}.`,
        edits: [
          {
            section: after,
            operation: 'add_clause',
            anchor: '',
            text: `${title}. ${paragraphsOf(text).join(' ')}`,
          },
        ],
        editsFor: {},
      },
    },
    giveInReturn: says,
    leverage: says,
    counterArguments: [],
    approval: 'Whoever approves the deal.',
    rationale: why ?? `${title}.`,
    file: 'matter',
  }
}

function requireFree({ id }: OwnClause, at: number, known: ReadonlyMap<string, { own?: unknown }>): void {
  const other = known.get(id)
  if (other && !other.own)
    throw wrongAt(at)(
      'id',
      `the library has ${id} already: give the clause another name, or leave that one out`,
    )
}

/** The topic of a section, where a license answers one there. */
function topicAt(section: string, licenses: readonly string[], { terms }: Library): string | undefined {
  return [...terms.values()].find(
    (term) => !term.absent && licenses.includes(term.license) && term.sections.includes(section),
  )?.topic
}

/** Paragraphs of plain words, which are parted by blank lines. */
export function paragraphsOf(text: string): string[] {
  return text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')
}
