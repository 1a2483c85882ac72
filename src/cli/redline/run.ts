import { coherenceLine, coherenceOf } from '../../coherence/index.ts'
import { loadTemplates, withTemplatesOf } from '../../draft/index.ts'
import { matterSource } from '../../files/matter-source.ts'
import { type RedlineFormat, redlineFormats } from '../../formats.ts'
import { type Matter, readMatter } from '../../matter/index.ts'
import { Problem } from '../../problem.ts'
import {
  amendedLicense,
  type ChosenPosition,
  choiceOf,
  levelWords,
  notesInBrief,
  type PositionRequest,
  papersOfDeal,
  requestedChoice,
} from '../../redline/index.ts'
import { ensureTexts, nameText, openTexts, requireText } from '../../texts/index.ts'
import { type HouseOptions, libraryFor } from '../house.ts'
import { type PrintedPages, refuseBytesOnTerminal, requireWritable, writeOutput } from '../output.ts'
import { outputFormat } from '../output-format.ts'
import { markedWithRecord, requireRecordable } from '../record.ts'
import type { RecordOptions } from '../record-option.ts'
import { say } from '../say.ts'
import { aboutFile, isWordFile, readWordFile } from '../word/files.ts'
import { lookOf } from '../word/look.ts'
import { requirePrint } from '../word/pages-option.ts'

/** What `clausebook redline` can be told. */
export interface RedlineCommandOptions extends HouseOptions, RecordOptions {
  matter?: string
  position?: PositionRequest[]
  format?: RedlineFormat
  into?: string
  output: string
  internal?: true
  forCounterparty?: true
  protect?: true
  referenceDoc?: string
  pages?: PrintedPages
  author?: string
  date?: string
  offline?: true
  strict?: true
}

/**
 * Makes a redline and writes it.
 *
 * @throws Problem where a position cannot be taken or made, the text is not here, or the output cannot be written
 */
export async function runRedline(id: string, options: RedlineCommandOptions): Promise<void> {
  const { output, internal = false, forCounterparty: outbound = false, protect = false } = options
  const format = options.format ?? outputFormat(output, redlineFormats, options.into ? 'docx' : 'markdown')
  requireFit(format, options)
  requirePrint(output, options.pages)
  refuseBytesOnTerminal(format, output)
  await requireRecordable(options, { format, output })
  await requireWritable(
    output,
    [options.matter, options.into, options.referenceDoc].filter((file) => file !== undefined),
  )
  const theirs = options.into === undefined ? undefined : await readWordFile(options.into)
  const matter = await matterOf(options)
  const library = await libraryFor(options, matter)
  const look = theirs ? undefined : await lookOf(options.referenceDoc, format, library.house)
  const name = nameText(id, library.licenses)
  if (name.text.kind !== 'agreement') {
    throw new Problem('license', `positions change agreements, not policies: name ${name.license.id}`)
  }
  const { license } = name
  const { chosen, notes } = options.position
    ? requestedChoice(options.position, license, library, matter)
    : choiceOf(matter!, license, library)
  const store = openTexts(library.licenses)
  const offline = options.offline ? { offline: true } : {}
  await ensureTexts(store, [name.id], { ...offline, say })
  const text = await requireText(store, name.id)
  const amended = amendedLicense(chosen, license, library, text.source)
  for (const line of notesInBrief([{ ...amended, notes }])) say(`clausebook: ${line}`)
  if (amended.amendments.length === 0) {
    throw nothingChanges(license.id, chosen)
  }

  const apart = coherenceOf(papersOfDeal([amended]))
  for (const message of apart) say(`clausebook: ${coherenceLine(message)}`)
  if (options.strict && apart.length > 0) {
    process.exitCode = 1
    say('clausebook: the redline is not written: settle what does not fit together, or leave out --strict')
    return
  }
  const { redlineFile, redlineIn } = await import('../../word/redlines.ts')
  const { author, date } = options
  const made = {
    internal,
    outbound,
    protect,
    ...(author !== undefined && { author }),
    ...(date !== undefined && { date }),
    ...(look && { look }),
  }
  const sent = async (bytes: Uint8Array) => {
    if (!options.record || !matter) return bytes
    const templates = withTemplatesOf(await loadTemplates(), library.house)
    const { key } = options
    return markedWithRecord(bytes, { output, paper: 'redline', matter, library, templates, key })
  }
  if (theirs) {
    const { bytes, left } = aboutFile(options.into!, () =>
      redlineIn(theirs, { amended, chosen, license, source: text.source, made, ...(matter && { matter }) }),
    )
    await writeOutput(output, await sent(bytes), options.pages)
    for (const { position, because } of left) say(`clausebook: ${position} is not in the file: ${because}`)
    if (left.length > 0) process.exitCode = 1
    return
  }
  const file = await redlineFile(format, {
    amended,
    chosen,
    license,
    text: { id: name.id, sha256: text.sha256 },
    libraryDigest: library.digest,
    ...(matter && { matter }),
    made,
  })
  await writeOutput(output, typeof file === 'string' ? file : await sent(file), options.pages)
}

/** @throws Problem where two options say otherwise, or the format cannot hold what is asked */
function requireFit(
  format: RedlineFormat,
  { internal, forCounterparty, protect, into, referenceDoc, record, matter }: RedlineCommandOptions,
): void {
  if (into !== undefined && !isWordFile(into))
    throw new Problem('word-file', 'is no Word file: --into takes a .docx', { file: into })
  if (into !== undefined && referenceDoc !== undefined)
    throw new Problem('usage', 'their own file keeps its look: leave out --reference-doc, or --into')
  if (into !== undefined && format !== 'docx')
    throw new Problem('usage', '--into gives a Word file: name one with --output FILE.docx')
  if (record && matter === undefined)
    throw new Problem('usage', '--record takes the points of a matter: give --matter FILE')
  if (forCounterparty && internal)
    throw new Problem(
      'usage',
      '--internal is for our own side, --for-counterparty for the other: leave out one',
    )
  if (forCounterparty && format === 'json')
    throw new Problem(
      'usage',
      'JSON names our positions: --for-counterparty goes with docx, html or markdown',
    )
  if (protect && format !== 'docx')
    throw new Problem('usage', '--protect is for a Word file: give --format docx, or leave it out')
}

function nothingChanges(license: string, chosen: readonly ChosenPosition[]): Problem {
  const named = chosen.map(({ position, level }) => `${position.id} (${levelWords[level]})`).join(', ')
  return new Problem(
    'no-positions',
    named === ''
      ? `the matter takes no position on ${license}: choose one under negotiation.positions, or with --position ID`
      : `no word of ${license} is changed by ${named}: ask for another level or position`,
  )
}

async function matterOf({ matter, position }: RedlineCommandOptions): Promise<Matter | undefined> {
  if (matter !== undefined) return readMatter(await matterSource(matter), matter)
  if (position !== undefined) return undefined
  throw new Problem('matter', 'nothing says what to change: give --matter FILE, or --position ID')
}
