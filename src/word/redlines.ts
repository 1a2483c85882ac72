import { parseAgreement } from '../agreement/index.ts'
import { draftToHtml, draftToMarkdown, redlineDocument } from '../draft/index.ts'
import type { RedlineFormat } from '../formats.ts'
import type { License } from '../library/index.ts'
import { outgoing } from '../markup/index.ts'
import { isPrivileged, type Matter } from '../matter/index.ts'
import {
  type AmendedLicense,
  type ChosenPosition,
  commentsOf,
  editsFor,
  redlineToJson,
} from '../redline/index.ts'
import { type MarkedUp, redlineInto } from '../redline/into-word.ts'
import { type RedlineMaking, redlineFileOptions } from './redline/file-options.ts'

/** A license as its positions change it, and what is said of it. */
export interface RedlineInput {
  amended: AmendedLicense
  chosen: readonly ChosenPosition[]
  license: License
  /** The official text that was changed. */
  text: { id: string; sha256: string }
  libraryDigest: string
  matter?: Matter
  made: RedlineMaking
}

/** Somebody's own file of a license, and what is asked for in it. */
export interface RedlineInInput
  extends Pick<RedlineInput, 'amended' | 'chosen' | 'license' | 'matter' | 'made'> {
  /** The official text that the positions were written for. */
  source: string
}

/**
 * Marks positions in somebody's own Word version of a license, tracked in its styles and numbers.
 *
 * @returns the file, and the positions that have no place in it
 * @throws Problem where it cannot be read, or none of them has a place
 */
export function redlineIn(
  bytes: Uint8Array,
  { amended, chosen, license, matter, source, made }: RedlineInInput,
): { bytes: Uint8Array; left: MarkedUp['left'] } {
  const { author, date } = redlineFileOptions(chosen, matter, made)
  const { internal = false, outbound = false, protect = false } = made
  const comments = commentsOf(chosen, { internal })
  const edits = editsFor(amended.chosen, license)
  const marked = redlineInto(bytes, parseAgreement(source), license.id, edits, { author, date, comments })
  const leaves = { protect, ...(outbound && { cleanFor: author }) }
  return { bytes: outgoing(marked.bytes, leaves), left: marked.left }
}

/** Who writes a redline, by format; what writes Word files is loaded for them alone. */
const writers: Record<RedlineFormat, (input: RedlineInput) => string | Promise<Uint8Array>> = {
  json: ({ amended, text, made: { internal = false } }) =>
    redlineToJson(amended, { internal, sha256: text.sha256 }),
  docx: async (input) =>
    (await import('./redline/redline.ts')).redlineToDocx(input.amended.redline!, optionsOf(input)),
  html: (input) => draftToHtml(documentOf(input)),
  markdown: (input) => draftToMarkdown(documentOf(input)),
}

/**
 * A redline as a file.
 *
 * @returns text, or the bytes of a Word file
 */
export async function redlineFile(format: RedlineFormat, input: RedlineInput): Promise<string | Uint8Array> {
  return writers[format](input)
}

function optionsOf({ chosen, matter, made }: RedlineInput) {
  return redlineFileOptions(chosen, matter, made)
}

function documentOf(input: RedlineInput) {
  const { amended, license, text, libraryDigest, matter, made } = input
  const { author, date, status } = optionsOf(input)
  return redlineDocument(amended, license, {
    author,
    date,
    internal: made.internal ?? false,
    ...(status !== undefined && { outbound: status }),
    privileged: isPrivileged(matter?.document),
    matter: matter?.matter ?? license.title,
    libraryDigest,
    textDigests: { [text.id]: text.sha256 },
  })
}
