import type { Agreement } from '../agreement/index.ts'
import { chooseFlowDowns, currencyOf, figuresOf, withHouseDefaults } from '../draft/index.ts'
import type { Level, Library } from '../library/index.ts'
import { libraryOf, type Matter, withCurrentKind } from '../matter/index.ts'
import { sha256Of } from '../texts/digest.ts'
import { contradictionsIn } from './contradictions.ts'
import { type KeptDecision, withDecision } from './decisions.ts'
import { dutiesIn } from './duties.ts'
import { judgeOf } from './judge/verdict.ts'
import { outsidePapers } from './read/outside-papers.ts'
import { readPaper } from './read/paper.ts'
import { strayModels } from './stray-models.ts'
import type { Paper, Review, ReviewRow, Verdict } from './types.ts'

const ranks: readonly Verdict[] = [
  'contrary',
  'below',
  'missing',
  'unclear',
  'walk_away',
  'fallback',
  'preferred',
]

/** What a review is made from. */
export interface ReviewInput {
  /** As the person named it. */
  name: string
  agreement: Agreement
  /** With the vendor that it is about under `vendor`. */
  matter: Matter
  library: Library
  /** What was not read of the file. */
  unread?: readonly string[]
  /** How it was read, whole sentences. */
  notes?: readonly string[]
  decisions?: readonly KeptDecision[]
  /** Told before each clause is judged: how many are, of how many. */
  onJudging?: (done: number, of: number) => void
}

/**
 * A vendor's paper judged against the flow-downs that a matter calls for: each met at a level, below, contrary, missing or
 * unclear, with the section and the words that decide. It reads words and asks nobody: the same paper, the same answer.
 *
 * @throws Problem where the models of the matter are not known, or a figure or clause of its own is wrong
 * @example
 * reviewOf({ name: 'their.docx', agreement, matter, library }).rows.filter(({ verdict }) => verdict === 'missing')
 */
export function reviewOf({
  name,
  agreement,
  matter: given,
  library: known,
  unread = [],
  notes = [],
  decisions = [],
  onJudging,
}: ReviewInput): Review {
  // As the addendum of the matter is drafted: with its own clauses and figures, and those of the house.
  const library = libraryOf(given, known)
  const matter = matterAsDrafted(given, library)
  const currency = currencyOf(matter)
  const resale = isResale(matter, library)
  const paper = paperOf(agreement, matter, library)
  const judge = judgeOf(library.evidence)
  const chosen = chooseFlowDowns(matter, library)
  const rows = chosen.flatMap(({ flowDown, level, why, in: needed }, at): ReviewRow[] => {
    onJudging?.(at, chosen.length)
    if (!needed || !flowDown.evidence) return []
    const { id, title } = flowDown
    const judged = judge({ ...flowDown, figures: figuresOf(flowDown, matter), currency }, paper, resale)
    const digest = digestOf(paper, judged.paths)
    const row = { flowDown: id, title, asked: level, why, digest, ...judged }
    return [withDecision(row, decisionsOn(row, decisions))]
  })
  const against = contradictionsIn(paper, matter, library)
  const notJudged = chosen
    .filter(({ flowDown, in: needed }) => needed && !flowDown.evidence)
    .map(({ flowDown }) => flowDown.title)
  return {
    paper: 'vendor',
    name,
    matter: matter.matter,
    ...(matter.vendor?.name !== undefined && { vendor: matter.vendor.name }),
    resale,
    contradictions: [...against, ...strayModels(paper, matter, library)],
    duties: dutiesIn(paper, matter, library, against),
    rows: worstFirst(rows),
    notJudged,
    unread: [
      ...unread,
      ...outsidePapers(
        paper,
        [...library.licenses.values()].map(({ title }) => title),
      ),
    ],
    notes: [...withoutVendor(matter), ...notes],
  }
}

/** A review as it was made without any decision, with those of persons above it. */
export function decidedReview(review: Review, decisions: readonly KeptDecision[]): Review {
  return {
    ...review,
    rows: worstFirst(review.rows.map((row) => withDecision(row, decisionsOn(row, decisions)))),
  }
}

function decisionsOn({ flowDown }: Pick<ReviewRow, 'flowDown'>, decisions: readonly KeptDecision[]) {
  return decisions.filter((one) => one.flow_down === flowDown)
}

/** What is worst first. */
export function worstFirst<T extends { verdict: Verdict }>(rows: readonly T[]): T[] {
  return [...rows].sort((a, b) => ranks.indexOf(a.verdict) - ranks.indexOf(b.verdict))
}

/** A matter as its addendum is drafted: with the numbers of the house, and the kind of vendor as it is called now. */
export function matterAsDrafted(matter: Matter, library: Library): Matter {
  return withCurrentKind(withHouseDefaults(matter, library.house), library)
}

/** A paper as it is judged for a matter: who is who in it by the names there. */
export function paperOf(agreement: Agreement, matter: Matter, library: Library): Paper {
  return readPaper(agreement, library.evidence, {
    resale: isResale(matter, library),
    ...namesInPapers(matter),
  })
}

/** What papers may call the party that writes them, and our client. */
export function namesInPapers({ vendor, client }: Matter): Record<'vendor' | 'customer', string[]> {
  return {
    vendor: namesOf(vendor?.name, ...(vendor?.products?.map(({ product }) => product) ?? [vendor?.product])),
    customer: namesOf(client?.name, client?.short_name),
  }
}

/** What is assumed where the matter does not say who writes the paper. */
function withoutVendor({ vendor, role }: Matter): string[] {
  if (vendor?.kind !== undefined) return []
  const client = role === 'vendor' ? ' By its facts our client is itself a vendor.' : ''
  return [
    `The matter does not say what the vendor does (vendor.kind): the paper is held against what any kind of vendor may have to give.${client}`,
  ]
}

function isResale({ vendor }: Matter, { vendorKinds }: Library): boolean {
  return vendorKinds.get(vendor?.kind ?? '')?.traits['sells-on'] === true
}

/** Whether a verdict is a level that the paper meets. */
export function isMet(verdict: Verdict): verdict is Level {
  return verdict === 'preferred' || verdict === 'fallback' || verdict === 'walk_away'
}

/** A company as papers name it: in full, without its legal form, and by its first word. */
function namesOf(...given: (string | undefined)[]): string[] {
  return given.flatMap((name) => {
    if (name === undefined) return []
    const plain = name.replace(
      /,?\s+(?:Inc|Ltd|LLC|Limited|Corp|Corporation|Company|GmbH|AG|plc|Pty|S\.A|B\.V)\b.*$/i,
      '',
    )
    const [first = ''] = plain.split(/\s+/)
    return [...new Set([name, plain, ...(first.length > 3 ? [first] : [])])]
  })
}

/** What the words that decide are, so that a person's word on them holds while they do. */
export function digestOf(paper: Paper, paths: readonly string[]): string {
  const own = paper.passages.filter(({ path }) => paths.length === 0 || paths.includes(path))
  return sha256Of(own.flatMap(({ sentences }) => sentences.map(({ text }) => text)).join('\n')).slice(0, 12)
}
