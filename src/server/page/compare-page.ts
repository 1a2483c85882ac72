import { restatedNote } from '../../compare/index.ts'
import {
  type Block,
  changedWords,
  changeWord,
  chosenPairs,
  documentName,
  guardLines,
  guessWords,
  hasDocuments,
  headOf,
  isChange,
  mustBeTold,
  otherRows,
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
import { pageParts } from './blocks.ts'
import { choicesOf } from './choices.ts'
import { clauseView, type Meaning, meaningOf } from './clause.ts'
import { soughtWords } from './hits.ts'
import { placesOf } from './places.ts'
import { type CompareQuery, deployments, exposures, writeQuery } from './query.ts'
import { shortSentence, shortView } from './short-page.ts'
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
  const places = placesOf(pairs)
  const anchorOf = (pair: Pair) => places.get(pair)!.anchor
  const sought = query.q === undefined ? undefined : soughtWords(query.q)
  const groupOf = new Map(topics.map(({ id, group }) => [id, group.id]))
  const groupsIn = ({ topics: its = [] }: Pair) => [
    ...new Set(its.flatMap(({ id }) => groupOf.get(id) ?? [])),
  ]
  const isFound =
    sought || query.group
      ? (pair: Pair) =>
          (sought === undefined || hasWords(pair, sought)) &&
          (query.group === undefined || groupsIn(pair).includes(query.group))
      : undefined
  const documents = documentsOf(comparison, query)
  const viewOf = (pair: Pair) => ({
    ...clauseView(pair, anchorOf(pair), topics, cases, sought),
    places: places.get(pair)!.others,
    groups: groupsIn(pair).join(' '),
    hidden: isFound?.(pair) === false,
    ordinal: documents.ordinals.get(pair),
  })
  const itemOf = ({ pair, table }: Block) =>
    pair ? { clause: viewOf(pair) } : { table: tableView(table, viewOf) }
  const shown = chosenPairs(pairs, (pair) => isShown(pair, query))
  const texts = documents.all.map((document) => ({
    document,
    away: document !== documents.first,
    parts: pageParts(
      shown.filter((pair) => pair.document === document),
      query.show === 'real',
      isFound,
      itemOf,
      (pair) => headOf(pair).address,
    ),
  }))
  const own = pairs.filter(({ document }) => document === documents.first)
  const short = shortView(comparison, anchorOf)
  const link = (change: Partial<CompareQuery>, name: string, chosen: boolean): Link => ({
    name,
    chosen,
    href: `${path}${writeQuery({ ...query, ...change })}`,
  })
  return {
    title: `${nameOf(library, left, names.left)} → ${nameOf(library, right, names.right)}`,
    sentence: shortSentence(short),
    comparePage: true,
    script: 'compare.js',
    wide: true,
    left: { ...identityView(left), name: nameOf(library, left, names.left) },
    right: { ...identityView(right), name: nameOf(library, right, names.right) },
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
    short,
    // Said of what was read whole, and of nothing else.
    verdict: verdictWords(comparison),
    same: pairs.length > 0 && !mustBeTold(comparison) && pairs.every(({ status }) => status === 'identical'),
    several: hasDocuments(comparison),
    rows: rowsOf(comparison, cases, anchorOf),
    // Whoever chose whom it is for reads what it is for him.
    casesChosen: query.deployment !== undefined || query.exposure !== 'products',
    known: knowledge !== undefined,
    exposures: exposures.map(({ id, name }) => ({ id, name, chosen: query.exposure === id })),
    deployments: deployments.map(({ id, name }) => ({ id, name, chosen: query.deployment === id })),
    views: [
      link({ view: 'inline' }, 'Inline', query.view === 'inline'),
      link({ view: 'sides' }, 'Side by side', query.view === 'sides'),
    ],
    words: [
      link({ text: 'official' }, 'Official words', comparison.text !== 'restated'),
      link({ text: 'restated' }, 'Restatements', comparison.text === 'restated'),
    ],
    filters: [
      link({ show: 'real' }, 'Changes', query.show === 'real'),
      link({ show: 'cosmetic' }, 'With cosmetic', query.show === 'cosmetic'),
      link({ show: 'all' }, 'All', query.show === 'all'),
    ],
    groups: groupsOf(comparison, library, query),
    tabs: hasDocuments(comparison)
      ? documents.all.map((document) => {
          const its = pairs.filter((pair) => pair.document === document)
          return {
            ...link({ document }, documentName(document), document === documents.first),
            document,
            changes: its.filter(isChange).length,
            of: its.length,
          }
        })
      : [],
    found: isFound && foundView(pairs, documents.all, isFound),
    everything: `${path}${writeQuery({ ...query, show: 'real', q: undefined, group: undefined, topic: undefined })}`,
    sides: query.view === 'sides',
    shown: shown.filter((pair) => pair.document === documents.first).length,
    total: own.length,
    texts,
    headed: texts.some(({ parts }) => parts.length > 1) || texts.length > 1,
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

const differs = ({ status, moved }: Pair) => moved || status !== 'identical'

/** The texts of the page, which one is read first, and of each change the how manieth of its text it is. */
function documentsOf({ pairs }: Comparison, { document }: CompareQuery) {
  const all = (['agreement', 'use-policy'] as const).filter((one) =>
    pairs.some((pair) => pair.document === one),
  )
  const changes = pairs.filter(isChange)
  const first = all.find((one) => one === document) ?? changes[0]?.document ?? all[0]
  return {
    all,
    first,
    ordinals: new Map(
      all.flatMap((one) => {
        const its = changes.filter((pair) => pair.document === one)
        return its.map((pair, at): [Pair, string] => [pair, `${at + 1} of ${its.length}`])
      }),
    ),
  }
}

function isShown(pair: Pair, { show }: CompareQuery): boolean {
  return show === 'changed' ? isChange(pair) : show === 'cosmetic' ? differs(pair) : true
}

/** Whether a clause, its address or its topics have what is searched. */
function hasWords({ left, right, topics = [] }: Pair, sought: RegExp): boolean {
  const words = [left, right].flatMap((side) => (side ? [side.section, side.text] : []))
  // `search` looks from the start each time, whatever the flags.
  return [...words, ...topics.map(({ title }) => title)].some((text) => text.search(sought) >= 0)
}

/** `2 of 26 clauses of the agreement, 0 of 38 of the use policy`. */
function foundView(
  pairs: readonly Pair[],
  documents: readonly Pair['document'][],
  isFound: (pair: Pair) => boolean,
) {
  return documents.map((document) => {
    const its = pairs.filter((pair) => pair.document === document)
    return {
      document: documentName(document).toLowerCase(),
      count: its.filter(isFound).length,
      of: its.length,
    }
  })
}

/** What a reader calls a side: `Llama 2`, `Llama 2 use policy`; of a file that was sent, its name. */
function nameOf({ licenses }: Library, { title, id }: TextIdentity, name: string): string {
  if (isUpload(name)) return id
  const license = licenses.get(name.replace(/\/.*$/, ''))
  return license ? `${license.name}${name.endsWith('/use-policy') ? ' use policy' : ''}` : title || id
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

/** The topics that are answered otherwise, and what changed under none of them. */
function rowsOf(comparison: Comparison, cases: ImpactCase[], anchorOf: (pair: Pair) => string) {
  const { pairs } = comparison
  const told = toldTopics(comparison)
  const others = told.length === 0 ? [] : otherRows(comparison, told)
  return [
    ...told.map((topic) => rowView(topic, cases, pairs, anchorOf)),
    ...others.map(({ title, document, status, facts, soWhat, pairs: places }) => ({
      title,
      status,
      text: documentName(document),
      own: facts,
      why: soWhat,
      anchor: anchorOf(pairs[places[0]!]!),
    })),
  ]
}

function rowView(
  topic: TopicComparison,
  cases: ImpactCase[],
  pairs: readonly Pair[],
  anchorOf: (pair: Pair) => string,
): Meaning & { status: string; [key: string]: unknown } {
  const meaning = meaningOf(topic, cases)
  const { left, right, weight, weightReason, why } = topic
  // A topic may stand in a heading too: what changed is what a reader wants to see.
  const at = topic.pairs.find((one) => isChange(pairs[one]!)) ?? topic.pairs[0]
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
    anchor: at === undefined ? undefined : anchorOf(pairs[at]!),
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
