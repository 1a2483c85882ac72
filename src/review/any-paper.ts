import { type Agreement, clausesOf } from '../agreement/index.ts'
import type { Library } from '../library/index.ts'
import { type Matter, readMatter, vendorChosen } from '../matter/index.ts'
import { Problem } from '../problem.ts'
import { openTexts } from '../texts/index.ts'
import {
  type AnyDecision,
  type KeptDecision,
  type KeptPositionDecision,
  readDecisions,
  readPositionDecisions,
} from './decisions.ts'
import { readIncoming } from './incoming.ts'
import { type LicensorReview, licensorReviewOf, type PaperKind, whosePaper } from './licensor.ts'
import { reviewOf } from './review.ts'
import type { Review } from './types.ts'

/** A paper of theirs, and the matter that it is held against: data, which a thread can be handed. */
export interface AskedPaper {
  paper: { file: string; bytes: Uint8Array }
  /** Whose it is; undefined where its words tell. */
  whose?: PaperKind
  /** The matter as YAML. */
  matter: string
  /** Which vendor of the matter; empty where it has one alone. */
  vendor: string
  /** Whether the paper tells which of several vendors it is of, by its name. */
  byName?: boolean
  /** A file of decisions that came with it. */
  decisions?: { file: string; yaml: string }
  /** Where the official texts are, with which a letter is judged; by default where they usually are. */
  folder?: string
}

/** A paper that was judged. */
export interface JudgedPaper {
  review: Review | LicensorReview
  agreement: Agreement
  /** With the vendor that the paper is of. */
  matter: Matter
}

/** How far the judging is, in words; how many are done, of how many. */
export type TellJudging = (step: { what: string; done?: number; of?: number }) => void

/** What the file of decisions says, of a vendor's paper and of a licensor's. @throws Problem where it is not right */
export function decisionsGiven(
  { decisions }: Pick<AskedPaper, 'decisions'>,
  { flowDowns, positions }: Pick<Library, 'flowDowns' | 'positions'>,
): AnyDecision[] {
  if (!decisions) return []
  const { yaml, file } = decisions
  return [
    ...readDecisions(yaml, file, new Set(flowDowns.keys())),
    ...readPositionDecisions(yaml, file, new Set(positions.keys())),
  ]
}

/**
 * Reads a paper and judges it, whosever it is.
 *
 * @throws Problem where the paper or the matter cannot be read, or nothing says which vendor it is of
 */
export async function reviewAnyPaper(
  library: Library,
  { paper, whose, matter: yaml, vendor: named, byName, folder }: AskedPaper,
  decisions: readonly AnyDecision[],
  tell: TellJudging = () => {},
): Promise<JudgedPaper> {
  const given = readMatter(yaml, 'matter')
  tell({ what: 'Reading their paper' })
  const incoming = await readIncoming(paper.file, paper.bytes)
  const { agreement } = incoming
  const told = named === '' ? undefined : named
  const said = { ...(whose && { whose }), ...(told !== undefined && { vendor: told }) }
  if (whosePaper(agreement, given, library, said) === 'licensor') {
    tell({ what: 'Judging position by position' })
    const texts = openTexts(library.licenses, folder)
    const own = decisions.flatMap((one): KeptPositionDecision[] => ('position' in one ? [one] : []))
    const review = await licensorReviewOf({ ...incoming, matter: given, library, texts, decisions: own })
    return { review, agreement, matter: given }
  }
  const matter = vendorChosen(given, told ?? (byName ? vendorNamedIn(agreement, given) : undefined))
  const onJudging = (done: number, of: number) => tell({ what: 'Judging clause by clause', done, of })
  const own = decisions.flatMap((one): KeptDecision[] => ('flow_down' in one ? [one] : []))
  const review = reviewOf({ ...incoming, matter, library, decisions: own, onJudging })
  return { review, agreement, matter }
}

/**
 * Which of several vendors a paper is of: the one that it names. Undefined where the matter has one at most.
 *
 * @throws Problem where it names none of them, or several
 */
function vendorNamedIn(agreement: Agreement, { vendors = [] }: Matter): string | undefined {
  if (vendors.length < 2) return undefined
  const names = vendors.flatMap(({ name }) => name ?? [])
  const found = names.filter((name) => clausesOf(agreement).some(({ text }) => text.includes(name)))
  if (found.length === 1) return found[0]
  const which = found.length === 0 ? 'none' : `${found.join(' and ')}, more than one,`
  throw new Problem(
    'vendor',
    `names ${which} of the vendors of the matter: review it alone, with the vendor that it is of`,
  )
}
