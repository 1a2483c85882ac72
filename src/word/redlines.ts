import { draftToHtml, draftToMarkdown, redlineDocument } from '../draft/index.ts'
import type { RedlineFormat } from '../formats.ts'
import type { License } from '../library/index.ts'
import { isPrivileged, type Matter } from '../matter/index.ts'
import { type AmendedLicense, type ChosenPosition, redlineToJson } from '../redline/index.ts'
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
