import { clausesOf } from '../../agreement/index.ts'
import { loadTemplates, withTemplatesOf } from '../../draft/index.ts'
import type { Library } from '../../library/index.ts'
import { isWordName } from '../../markup/word-name.ts'
import { isPrivileged, type Matter, readMatter, vendorChosen } from '../../matter/index.ts'
import { aboutFile, Problem } from '../../problem.ts'
import {
  type KeptDecision,
  type Review,
  readDecisions,
  readIncoming,
  reviewDocument,
  reviewJson,
  reviewOf,
} from '../../review/index.ts'
import { markAuthor, markWord } from '../../review/mark.ts'
import { today } from '../../today.ts'
import { draftToDocx } from '../../word/index.ts'
import type { Upload } from '../uploads.ts'
import type { Tell } from './step.ts'

/** A paper of theirs, and the matter that it is held against. */
export interface ReviewTask {
  paper: Upload
  /** The matter as YAML. */
  matter: string
  /** Which vendor of the matter; empty where it has one alone. */
  vendor: string
  /** A file of decisions that came with it. */
  decisions?: { file: string; yaml: string }
}

/** A clause of their paper, as the page shows it. */
export interface PaperClause {
  path: string
  label: string
  text: string
  depth: number
}

/** A review with the words of the paper beside it, before anybody's decisions. */
export interface Reviewed {
  review: Review
  /** What the file of decisions says that came with it. */
  given: KeptDecision[]
  clauses: PaperClause[]
}

/** What can be saved of a review. */
export type ReviewFileKind = 'marked' | 'report'

export interface ReviewFile {
  content: Uint8Array
}

/** @throws Problem where the paper, the matter or the decisions cannot be read */
export async function reviewed(library: Library, task: ReviewTask, tell: Tell = () => {}): Promise<Reviewed> {
  const given = decisionsIn(task, library)
  const { review, agreement } = await reviewIn(library, task, [], tell)
  return {
    review,
    given,
    clauses: clausesOf(agreement).map(({ path, label, text }) => ({
      path,
      label,
      text,
      depth: Math.min(4, path.split('.').length - 1),
    })),
  }
}

/** A review as a program reads it. @throws Problem as `reviewed` does */
export async function reviewedJson(library: Library, task: ReviewTask): Promise<string> {
  return reviewJson((await reviewIn(library, task, decisionsIn(task, library))).review)
}

/**
 * Their file marked up, or the report.
 *
 * @throws Problem where what is to be marked up is no Word file, or cannot be
 */
export async function reviewFile(
  library: Library,
  { kind, said, ...task }: ReviewTask & { kind: ReviewFileKind; said: readonly KeptDecision[] },
): Promise<ReviewFile> {
  const { review, matter } = await reviewIn(library, task, said)
  const privileged = isPrivileged(matter.document ?? {})
  if (kind === 'report')
    return { content: await draftToDocx(reviewDocument(review, library, { privileged, date: today() })) }
  const { file, bytes } = task.paper
  if (!isWordName(file))
    throw new Problem('word-file', 'is no Word file, which alone can be marked up', { file })
  const templates = withTemplatesOf(await loadTemplates(), library.house)
  const marked = aboutFile(file, () =>
    markWord(bytes, { review, matter, library, templates }, markAuthor(matter, { today: today() })),
  )
  return { content: marked.bytes }
}

function decisionsIn({ decisions }: ReviewTask, { flowDowns }: Library): KeptDecision[] {
  return decisions ? readDecisions(decisions.yaml, decisions.file, new Set(flowDowns.keys())) : []
}

async function reviewIn(
  library: Library,
  { paper, matter: yaml, vendor }: ReviewTask,
  decisions: readonly KeptDecision[],
  tell: Tell = () => {},
) {
  const matter: Matter = vendorChosen(readMatter(yaml, 'matter'), vendor === '' ? undefined : vendor)
  tell({ what: 'Reading their paper' })
  const incoming = await readIncoming(paper.file, paper.bytes)
  const onJudging = (done: number, of: number) => tell({ what: 'Judging clause by clause', done, of })
  return {
    review: reviewOf({ ...incoming, matter, library, decisions, onJudging }),
    agreement: incoming.agreement,
    matter,
  }
}
