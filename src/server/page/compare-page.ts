import { restatedNote } from '../../compare/index.ts'
import {
  blocksOf,
  changedWords,
  changeWord,
  chosenPairs,
  documentName,
  guardLines,
  guessWords,
  hasDocuments,
  mustBeTold,
  partsOf,
  reportTitle,
  statuses,
  statusOrder,
  toldStatus,
  toldTopics,
  typographyCount,
  typographyWords,
  verdictWords,
  withoutTypography,
} from '../../compare/report.ts'
import type { Comparison, Pair, TextIdentity, TopicAnswer, TopicComparison } from '../../compare/types.ts'
import { outputFormats, type ReportFormat, reportFormats } from '../../formats.ts'
import type { ImpactCase, Library } from '../../library/index.ts'
import { type SilentReport, silentVerdict } from '../../markup/silent.ts'
import { isUpload } from '../uploads.ts'
import type { Compared } from '../work/compare.ts'
import { choicesOf } from './choices.ts'
import { clauseView, type Meaning, meaningOf } from './clause.ts'
import { placesOf } from './places.ts'
import { type CompareQuery, deployments, exposures, writeQuery } from './query.ts'
import { tableView } from './table.ts'

/** What the page of a comparison is made of. */
export interface ComparePage {
  compared: Compared
  /** The address without its query, and what the query asks for. */
  path: string
  /** The two names in it. */
  names: { left: string; right: string }
  query: CompareQuery
  library: Library
  /** Of two Word files: what the right one changed without tracking it. */
  silent?: SilentReport
}

interface Link {
  name: string
  href: string
  chosen: boolean
}

/** Everything that `web/views/compare.hbs` names. */
export function comparePageView({ compared, path, names, query, library, silent }: ComparePage) {
  const { missing } = compared
  const whole = compared.comparison
  const typography = query.typography === 'shown'
  const comparison = typography ? whole : withoutTypography(whole)
  const { left, right, pairs, knowledge } = comparison
  const topics = knowledge?.topics ?? []
  const cases: ImpactCase[] = [query.exposure, ...(query.deployment ? [query.deployment] : [])]
  const anchors = new Map(pairs.map((pair, at) => [pair, `clause-${at + 1}`]))
  const places = placesOf(pairs)
  const viewOf = (pair: Pair) => ({
    ...clauseView(pair, anchors.get(pair)!, topics, cases),
    places: places.get(pair) ?? [],
  })
  const shown = chosenPairs(pairs, (pair) => isShown(pair, query))
  const parts = partsOf(shown).map(({ title, id, pairs }) => ({
    title,
    id,
    blocks: blocksOf(pairs).map(({ pair, table }) =>
      pair ? { clause: viewOf(pair) } : { table: tableView(table, viewOf) },
    ),
  }))
  const link = (change: Partial<CompareQuery>, name: string, chosen: boolean): Link => ({
    name,
    chosen,
    href: `${path}${writeQuery({ ...query, ...change })}`,
  })
  const count = (wanted: (pair: Pair) => boolean) => pairs.filter(wanted).length
  return {
    title: reportTitle(left, right),
    script: 'compare.js',
    wide: true,
    left: identityView(left),
    right: identityView(right),
    choices: {
      left: choicesOf(library, names.left, isUpload(names.left) ? left.id : undefined),
      right: choicesOf(library, names.right, isUpload(names.right) ? right.id : undefined),
    },
    kept: isUpload(names.left) || isUpload(names.right),
    // The library restates its own texts alone.
    restatable: !isUpload(names.left) && !isUpload(names.right),
    // That restatements are compared has a sentence of the page's own.
    notes: [...guardLines(whole), ...whole.notes].filter((line) => line !== restatedNote),
    typography: typographyView(typographyCount(whole.pairs), typography, link),
    silent: silent && silentView(silent),
    missing,
    restated: comparison.text === 'restated',
    path,
    swapped: `/compare/${addressPart(names.right)}...${addressPart(names.left)}${writeQuery(query)}`,
    query,
    summary: statusOrder.map((status) => ({
      status,
      count: comparison.summary[status],
      means: statuses[status].means,
    })),
    moved: comparison.summary.moved,
    // Said of what was read whole, and of nothing else.
    verdict: verdictWords(comparison),
    same: pairs.length > 0 && !mustBeTold(comparison) && pairs.every(({ status }) => status === 'identical'),
    several: hasDocuments(comparison),
    rows: toldTopics(comparison).map((topic) => ({
      ...rowView(topic, cases, pairs),
      // A clause of the text that is not shown stands on the page of both.
      elsewhere:
        query.document !== undefined && topic.document !== query.document
          ? `${path}${writeQuery({ ...query, document: undefined })}`
          : '',
    })),
    known: knowledge !== undefined,
    exposures: exposures.map(({ id, name }) => ({ id, name, chosen: query.exposure === id })),
    deployments: deployments.map(({ id, name }) => ({ id, name, chosen: query.deployment === id })),
    views: [
      link({ view: 'inline' }, 'Inline', query.view === 'inline'),
      link({ view: 'sides' }, 'Side by side', query.view === 'sides'),
    ],
    texts: [
      link({ text: 'official' }, 'Official words', comparison.text !== 'restated'),
      link({ text: 'restated' }, 'Restatements', comparison.text === 'restated'),
    ],
    filters: [
      link({ show: 'all' }, `All ${pairs.length}`, query.show === 'all'),
      link({ show: 'cosmetic' }, `With cosmetic ${count(differs)}`, query.show === 'cosmetic'),
      link({ show: 'changed' }, `Changed ${count(isReal)}`, query.show === 'changed'),
    ],
    groups: groupsOf(comparison, library, query),
    // A link without a document shows both, so that old addresses and anchors find what they found.
    tabs: hasDocuments(comparison)
      ? [
          link({ document: undefined }, `Both texts ${pairs.length}`, query.document === undefined),
          ...(['agreement', 'use-policy'] as const).map((document) =>
            link(
              { document },
              `${documentName(document)} ${count((pair) => pair.document === document)}`,
              query.document === document,
            ),
          ),
        ]
      : [],
    everything: `${path}${writeQuery({ ...query, document: undefined, show: 'all', q: undefined, group: undefined, topic: undefined })}`,
    sides: query.view === 'sides',
    shown: shown.length,
    parts,
    headed: parts.length > 1,
    total: pairs.length,
    downloads: reportFormats.map((format) => ({
      name: downloadNames[format],
      note: outputFormats[format].label,
      href: `${path}${writeQuery(query)}${writeQuery(query) === '' ? '?' : '&'}format=${format}`,
    })),
  }
}

/** What was changed without being tracked, where anything is tracked at all. */
function silentView(report: SilentReport) {
  const { changes, tracked, notCompared } = report
  return {
    isTracked: tracked.some((one) => one.changes > 0),
    verdict: silentVerdict(report),
    changes: changes.map(({ place, story, before, after, around, nearby, kind }) => ({
      place: place || story,
      before,
      after,
      around,
      kind,
      nearby: nearby.map((author) => author || 'nobody named').join(', '),
    })),
    tracked: tracked.map((one) => ({ ...one, author: one.author || 'nobody named' })),
    notCompared: [...notCompared, 'Looks of words and paragraphs, page setup, properties of the file.'],
  }
}

/** What each file is to a reader. */
const downloadNames: Record<ReportFormat, string> = {
  docx: 'Redline, tracked changes',
  html: 'Report',
  markdown: 'Report',
  json: 'Data',
  csv: 'Table of clauses',
}

/** The part of an address that names a text: its slash stays, since a path has slashes. */
export function addressPart(id: string): string {
  return id.split('/').map(encodeURIComponent).join('/')
}

const isReal = ({ status, moved }: Pair) => moved || (status !== 'identical' && status !== 'cosmetic')
const differs = ({ status, moved }: Pair) => moved || status !== 'identical'

function isShown(pair: Pair, { show, q, document }: CompareQuery): boolean {
  if (document !== undefined && pair.document !== document) return false
  if (show === 'changed' && !isReal(pair)) return false
  if (show === 'cosmetic' && !differs(pair)) return false
  if (q === undefined) return true
  const words = [pair.left, pair.right].map((side) => `${side?.section ?? ''} ${side?.text ?? ''}`).join('\n')
  const topics = (pair.topics ?? []).map(({ title }) => title).join('\n')
  return `${words}\n${topics}`.toLowerCase().includes(q.toLowerCase())
}

/** The sentence that counts what is or is not shown, and the link to the other; nothing where nothing is counted. */
function typographyView(
  count: number,
  shown: boolean,
  link: (change: Partial<CompareQuery>, name: string, chosen: boolean) => Link,
) {
  if (count === 0) return undefined
  const name = shown ? 'Leave them unmarked' : count === 1 ? 'Show it' : 'Show them'
  return {
    words: `${typographyWords(count, shown)}.`,
    ...link({ typography: shown ? undefined : 'shown' }, name, false),
  }
}

function identityView(identity: TextIdentity) {
  const { id, title, released, releasedAs, address, sha256 } = identity
  const texts = identity.texts ?? []
  return {
    id,
    title: title || id,
    released,
    releasedAs: releasedAs ?? 'Release date',
    // Only an address of the web is a link: a file's metadata may say anything.
    address: address !== undefined && /^https?:\/\//.test(address) ? address : undefined,
    // A license is two texts, and each has its digest; a file from which a policy was split has one.
    digests: (new Set(texts.map((text) => text.sha256)).size > 1
      ? texts.map((text) => ({ of: documentName(text.document), sha256: text.sha256 }))
      : [{ of: undefined, sha256 }]
    )
      .filter((digest) => digest.sha256 !== '')
      .map((digest) => ({ ...digest, start: digest.sha256.slice(0, 12) })),
    license: /^llama-/.test(id) ? id.replace(/[/@].*$/, '') : undefined,
  }
}

function rowView(
  topic: TopicComparison,
  cases: ImpactCase[],
  pairs: readonly Pair[],
): Meaning & { status: string; [key: string]: unknown } {
  const meaning = meaningOf(topic, cases)
  const { left, right, weight, weightReason, why } = topic
  // A topic may stand in a heading too: what changed is what a reader wants to see.
  const at = topic.pairs.find((one) => isReal(pairs[one]!)) ?? topic.pairs[0]
  const ownPairs = topic.pairs.map((one) => pairs[one]!)
  return {
    ...meaning,
    status: toldStatus(topic) ?? topic.status,
    change: changeWord(topic),
    told: topic.guess ? undefined : topic.meaning?.says,
    todo: topic.guess ? [] : (topic.meaning?.todo ?? []),
    text: documentName(topic.document),
    weight,
    weightReason,
    // Without a sentence for the chosen case, why the topic matters at all.
    why: topic.guess ? guessWords(topic.guess, ownPairs) : meaning.impact.length === 0 ? why : undefined,
    own: topic.guess && changedWords(ownPairs),
    // Of a silent license nothing stands there; what follows from its silence is under “so what”.
    says:
      !topic.guess && meaning.facts.length === 0
        ? { left: answerWords(left), right: answerWords(right) }
        : undefined,
    anchor: at === undefined ? undefined : `clause-${at + 1}`,
  }
}

function groupsOf({ summaryBy }: Comparison, { groups }: Library, { group }: CompareQuery) {
  return groups
    .filter(({ document }) => summaryBy[document] !== undefined)
    .map(({ id, title }) => ({ id, title, chosen: id === group }))
}

function answerWords(answer: TopicAnswer | undefined): string | undefined {
  return answer?.absent ? undefined : answer?.says
}
