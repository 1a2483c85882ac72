import type { PhrasingContent, RootContent } from 'mdast'
import {
  conflictLine,
  type DraftDocument,
  type OwnReportOptions,
  ownReport,
  reviewNote,
} from '../draft/index.ts'
import { clipped } from '../in-words.ts'
import { blocks } from '../library/page.ts'
import type { ChangedClause, Impact, Told, TouchedPart, TouchedTopic, VendorMove } from './types.ts'

const { bullets, heading, paragraph, table } = blocks

/** Longest words of a clause in the report (characters). */
const longest = 400

/** What a change touches, for our own side. */
export function impactDocument(
  impact: Impact,
  { libraryDigest, ...options }: OwnReportOptions & { libraryDigest: string },
): DraftDocument {
  const title = `What the Change of ${impact.text} Touches`
  const { clauses, topics, positions, flowDowns, duties, risks, vendors = [], unread, against } = impact
  const children: RootContent[] = [
    heading(1, title),
    paragraph(verdictOf(impact)),
    paragraph(
      `Held against ${against}. ${impact.to === undefined ? 'What the new words mean is a lawyer’s to say: the library’s sentences are of the pinned text. ' : ''}${reviewNote(options.privileged ?? false)}`,
    ),
  ]
  const section = (name: string, content: RootContent[]) => {
    if (content.length > 0) children.push(heading(2, name), ...content)
  }
  section(
    impact.move ? `What changes for ${impact.move.title}` : '',
    impact.move ? moveBlocks(impact.move) : [],
  )
  section(
    'Vendors',
    vendors.length === 0
      ? []
      : [
          table(
            ['Vendor', 'Status', 'Models', 'Clauses that rest on it', 'What to do'],
            vendors.map(({ title: name, status, models, flowDowns: signed, todo }) => [
              name,
              status.replaceAll('-', ' '),
              models.join('; '),
              signed.map(({ id, level }) => `${id} (${level})`).join(', '),
              todo,
            ]),
          ),
        ],
  )
  section('Matters', matterBlocks(impact))
  section(
    'Topics',
    topics.length === 0
      ? []
      : [
          table(
            ['Topic', 'Sections', 'What is quoted', 'What it means'],
            topics.map((topic) => [
              `${topic.title} (weight ${topic.weight})`,
              sectionsWords(topic),
              quotesWords(topic),
              topic.means ?? '',
            ]),
          ),
        ],
  )
  section('Clauses that changed', clauses.flatMap(clauseBlocks))
  const parts = [
    ['Clauses for vendors', flowDowns],
    ['Positions', positions],
    ['Duties', duties],
    ['Risks', risks],
  ] as const
  section(
    'What of the library rests on it',
    bullets(
      parts.flatMap(([name, list]) =>
        list.length === 0 ? [] : [`${name}: ${list.map(partWords).join(', ')}`],
      ),
    ),
  )
  section('What was not read', unread.length === 0 ? [] : bullets([...unread]))
  return ownReport({ id: 'impact', title, matter: title, libraryDigest, wide: true, children }, options)
}

/** What a move changes in the contract of the vendor, and what stands against it. */
function moveBlocks({ before, after, changes, against, exact }: VendorMove): RootContent[] {
  return [
    paragraph(`It moves from ${before.join('; ')} to ${after.join('; ')}.`),
    table(
      ['What the license asks', 'Before', 'After', 'So'],
      exact.map((one) => [
        one.point,
        one.before,
        one.after,
        one.before === one.after ? 'the same' : 'changed',
      ]),
    ),
    paragraph('Its addendum, by the numbers that were signed:'),
    ...bullets(
      changes.length === 0 ? ['No clause of it changes, but for its list of models and licenses.'] : changes,
    ),
    ...(against.length === 0
      ? []
      : [paragraph('What the facts say against it:'), ...bullets(against.map(conflictLine))]),
  ]
}

/** The first sentences of the report. */
function verdictOf({ clauses, topics, vendors, matters }: Impact): string {
  if (clauses.length === 0 && topics.length === 0)
    return 'No clause changed but in its signs, and nothing rests on what did.'
  const heavy = topics.filter(({ weight }) => weight === 5)
  return [
    `${count(clauses.length, 'clause')} changed, and ${count(topics.length, 'topic')} ${topics.length === 1 ? 'rests' : 'rest'} on them${heavy.length === 0 ? '' : `, of the heaviest weight ${heavy.map(({ title }) => title).join(', ')}`}.`,
    ...(vendors
      ? [
          `${count(vendors.length, 'vendor')} ${vendors.length === 1 ? 'is' : 'are'} on models under it, ${vendors.filter(({ status }) => status === 'signed').length} of them signed.`,
        ]
      : []),
    ...(matters ? mattersVerdict(matters) : []),
  ].join(' ')
}

function mattersVerdict(matters: NonNullable<Impact['matters']>): string[] {
  const uses = `${count(matters.length, 'matter')} ${matters.length === 1 ? 'uses' : 'use'} one`
  const answers = matters.flatMap(({ reAssessed }) => reAssessed.filter(({ kind }) => kind === 'answer'))
  const [changed, again] = (['changed', 'read-again'] as const).map(
    (is) => answers.filter((one) => one.is === is).length,
  )
  const of = (number: number, what: string) => (number === 0 ? [] : [`${count(number, 'answer')} ${what}`])
  const told = [
    ...of(changed!, changed === 1 ? 'changes' : 'change'),
    ...of(again!, again === 1 ? 'is to be read again' : 'are to be read again'),
  ]
  return [`${[uses, ...told].join(', ')}.`]
}

/** Each matter with what its uses come to, before and after. */
function matterBlocks({ matters = [], to }: Impact): RootContent[] {
  if (matters.length === 0) return []
  const listed = matters.flatMap(({ title, file, reAssessed }) =>
    reAssessed.map((one) => ({ ...one, title, file })),
  )
  const several = (title: string) =>
    new Set(listed.filter((one) => one.title === title).map(({ use }) => use)).size > 1
  return [
    paragraph(
      to === undefined
        ? 'Nobody has restated the new words, so no matter has a new answer: what rests on words that changed is to be read again.'
        : `Each was assessed anew as if its models were of ${to}, under the whole of that license: agreement and use policy.`,
    ),
    table(
      ['Matter', 'What', 'Before', to === undefined ? 'Because' : 'After', 'So'],
      listed.map(({ title, file, use, what, is, before, after, because }) => [
        `${title} (${file})`,
        several(title) ? `${what}, ${use}` : what,
        toldWords(before),
        after ? toldWords(after) : (because ?? ''),
        soWords[is],
      ]),
    ),
  ]
}

const soWords = {
  changed: 'changed',
  same: 'the same',
  'read-again': 'to be read again',
  stands: 'stands',
} as const

function toldWords({ words, sections }: Told): string {
  return sections === '' ? words : `${words} (${sections})`
}

function count(number: number, what: string): string {
  return number === 1 ? `1 ${what}` : `${number} ${what}s`
}

function sectionsWords({ sections }: TouchedTopic): string {
  if (sections.length === 0) return 'new'
  return sections
    .map(
      ({ cited, citedNow, was, is, fate }) =>
        `${cited}: ${fate}${is === undefined || is === was ? '' : `, now ${citedNow ?? is}`}`,
    )
    .join('; ')
}

function quotesWords({ quotes }: TouchedTopic): string {
  return quotes
    .map(
      ({ section, text, fate }) =>
        `“${text}” (${section}) ${fate === 'gone' ? 'is not there any more' : 'stands elsewhere'}`,
    )
    .join('; ')
}

function partWords({ title, topics }: TouchedPart): string {
  return `${title} (${topics.join(', ')})`
}

function clauseBlocks({ cited, citedNow, fate, words, pieces }: ChangedClause): RootContent[] {
  const place = citedNow === undefined ? cited : `${cited}, now ${citedNow}`
  return [
    heading(3, `${place}: ${fate}`),
    pieces.length === 0
      ? paragraph(clipped(words, longest))
      : { type: 'paragraph', children: piecesWords(pieces) },
  ]
}

/** What went and came with the words around it. */
function piecesWords(pieces: ChangedClause['pieces']): PhrasingContent[] {
  return pieces.map(({ op, text }): PhrasingContent => {
    const child = { type: 'text' as const, value: op === 'equal' ? around(text) : text }
    if (op === 'equal') return child
    return op === 'insert'
      ? { type: 'insertion', children: [child] }
      : { type: 'deletion', children: [child] }
  })
}

function around(text: string): string {
  return text.length <= 160 ? text : `${text.slice(0, 70)} … ${text.slice(-70)}`
}
