import type { Agreement } from '../../agreement/index.ts'
import { currencyOf } from '../../draft/index.ts'
import { type Library, levelsDown, type Position } from '../../library/index.ts'
import { libraryOf, licensesInUse, type Matter, modelsOf } from '../../matter/index.ts'
import type { TextStore } from '../../texts/index.ts'
import { contradictionsOfLicensor } from '../contradictions.ts'
import { isDecisionOn, type KeptPositionDecision, withDecision } from '../decisions.ts'
import { dutiesIn } from '../duties.ts'
import type { Judgement } from '../judge/verdict.ts'
import { readPaper } from '../read/paper.ts'
import { digestOf, matterAsDrafted, namesInPapers, worstFirst } from '../review.ts'
import { strayModels } from '../stray-models.ts'
import type { Paper } from '../types.ts'
import { type LicensorText, readLicensorPaper } from './incoming.ts'
import { judgeOfPositions } from './judge.ts'
import { positionsAsked } from './positions.ts'
import { wordsOfLicensor } from './sides.ts'
import type { LicensorReview, PositionRow } from './types.ts'

/** What a review of a licensor's paper is made from. */
export interface LicensorReviewInput {
  /** As the person named it. */
  name: string
  agreement: Agreement
  matter: Matter
  library: Library
  /** The official texts: a letter is judged with the license that it amends. */
  texts: TextStore
  /** What was not read of the file. */
  unread?: readonly string[]
  /** How it was read, whole sentences. */
  notes?: readonly string[]
  decisions?: readonly KeptPositionDecision[]
}

/**
 * A licensor's paper (a returned side letter, an amended license, another licensor's) judged against the positions that a
 * matter takes: each met at a level, below, contrary, missing or unclear, with the section and the words that decide. It reads
 * words and asks nobody: the same paper, the same answer.
 *
 * @throws Problem where the models of the matter are not known, or a figure or clause of its own is wrong
 * @example
 * (await licensorReviewOf({ name: 'letter.docx', agreement, matter, library, texts })).rows
 */
export async function licensorReviewOf({
  name,
  agreement,
  matter: given,
  library: known,
  texts: store,
  unread = [],
  notes = [],
  decisions = [],
}: LicensorReviewInput): Promise<LicensorReview> {
  const library = libraryOf(given, known)
  const matter = matterAsDrafted(given, library)
  const judge = judgeOfPositions(library.evidence)
  const currency = currencyOf(matter)
  const read = await readLicensorPaper(agreement, name, store)
  const own = paperOfLicensor(agreement, matter, library)
  const against = [
    ...otherLicenses(read.texts, matter, library),
    ...contradictionsOfLicensor(own, matter, library),
    // A license speaks of its own models; a letter, of those that it is about.
    ...(read.texts.some(({ amended }) => amended) ? strayModels(own, matter, library) : []),
  ]
  const rows: PositionRow[] = []
  const nothingAsked: LicensorReview['nothingAsked'] = []
  const notJudged = new Set<string>()
  for (const text of read.texts) {
    const isOwn = text.agreement === agreement
    const paper = isOwn ? own : paperOfLicensor(text.agreement, matter, library)
    const whole = !text.amended || !isOwn
    for (const { position, level, because } of positionsAsked(matter, text.license, library)) {
      if (!position.evidence) {
        notJudged.add(position.title)
        continue
      }
      const judged = judge({ ...position, currency }, paper)
      const silent = position.evidence.nothing_asked
      if (judged.verdict === 'missing' && silent !== undefined && whole) {
        nothingAsked.push({ title: position.title, because: silent })
        continue
      }
      rows.push(rowOf(position, judged, { level, because, paper, text }))
    }
  }
  const review: LicensorReview = {
    paper: 'licensor',
    name,
    matter: matter.matter,
    what: whatOf(read.texts, agreement),
    contradictions: against,
    rows: joined(rows),
    nothingAsked,
    duties: dutiesIn(own, matter, library, against),
    notJudged: [...notJudged],
    unread: [...unread, ...read.unread],
    notes: [...notes, ...read.notes],
  }
  return decidedLicensorReview(review, decisions)
}

/** A review as it was made without any decision, with those of persons above it. */
export function decidedLicensorReview(
  review: LicensorReview,
  decisions: readonly KeptPositionDecision[],
): LicensorReview {
  return {
    ...review,
    rows: worstFirst(
      review.rows.map((row) =>
        withDecision(
          row,
          decisions.filter((one) => isDecisionOn(one, row)),
        ),
      ),
    ),
  }
}

/** Licenses that the paper is, or amends, and under which the matter has no model. */
function otherLicenses(
  texts: readonly LicensorText[],
  matter: Matter,
  library: Library,
): LicensorReview['contradictions'] {
  const used = new Set([
    ...licensesInUse(matter, library),
    ...modelsOf(matter, library).flatMap(({ license }) => license ?? []),
  ])
  if (used.size === 0) return []
  return texts.flatMap(({ license, amended }) =>
    license === undefined || used.has(license.id)
      ? []
      : [
          {
            section: '',
            says: license.title,
            because: `It ${amended ? 'amends' : 'is'} the ${license.title}, and no model under that license was told.`,
          },
        ],
  )
}

/** A licensor's paper as sentences: the licensor writes it, and our client is the licensee. */
export function paperOfLicensor(agreement: Agreement, matter: Matter, { evidence }: Library): Paper {
  const { customer } = namesInPapers(matter)
  return readPaper(agreement, wordsOfLicensor(evidence), {
    license: true,
    resale: false,
    vendor: [],
    customer,
  })
}

function rowOf(
  { id, title, positions }: Position,
  judged: Judgement,
  {
    level,
    because: why,
    paper,
    text: { license, comesFrom },
  }: {
    level: PositionRow['asked']
    because: string
    paper: Paper
    text: LicensorText
  },
): PositionRow {
  const sections = judged.sections.filter(
    (section, at) => at === 0 || judged.points.some((point) => point.section === section),
  )
  return {
    position: id,
    title,
    ...(license && { license: license.name }),
    asked: level,
    why,
    asks: Object.fromEntries(
      levelsDown.flatMap((one) => (positions[one] ? [[one, positions[one].ask]] : [])),
    ),
    digest: digestOf(paper, judged.paths),
    ...judged,
    paths: comesFrom ? pathsInLetter(judged.paths, sections, { paper, comesFrom }) : judged.paths,
    sections,
    because: judged.because.replaceAll('the vendor', 'the licensor'),
  }
}

/** A letter is read with the license that it amends: where the letter says what decides; nowhere, where the license alone does. */
function pathsInLetter(
  paths: readonly string[],
  [first]: readonly string[],
  { paper, comesFrom }: { paper: Paper } & Required<Pick<LicensorText, 'comesFrom'>>,
): string[] {
  const deciding = paper.passages.filter(({ path, section }) => section === first && paths.includes(path))
  return [...new Set(deciding.flatMap(({ path }) => comesFrom.get(path) ?? []))]
}

/** Of a letter that amends several licenses: one row where it gives the same of each, else one with the license's name. */
function joined(rows: readonly PositionRow[]): PositionRow[] {
  const found: PositionRow[] = []
  for (const id of new Set(rows.map(({ position }) => position))) {
    const own = rows.filter(({ position }) => position === id)
    const [first] = own
    if (own.every(({ verdict, because }) => verdict === first!.verdict && because === first!.because))
      found.push(
        own.length > 1 ? { ...first!, license: own.map(({ license }) => license).join(', ') } : first!,
      )
    else found.push(...own.map((row) => ({ ...row, title: `${row.title} (${row.license})` })))
  }
  return found
}

function whatOf(texts: readonly LicensorText[], { title }: Agreement): string {
  const titles = texts.flatMap(({ license }) => license?.title ?? [])
  if (texts.some(({ amended }) => amended))
    return `a letter that amends ${titles.length === 0 ? 'a license' : titles.join(' and ')}`
  return titles[0] ?? (title === '' ? 'a license of another licensor' : title)
}
