import { Command, Option } from 'commander'
import type { DraftOptions } from '../draft/index.ts'
import { matterSource } from '../files/matter-source.ts'
import { type DocumentFormat, documentFormats } from '../formats.ts'
import { Problem } from '../problem.ts'
import type { Provenance } from '../provenance/index.ts'
import { today } from '../today.ts'
import { databaseOption } from './database.ts'
import { isoDate } from './date.ts'
import { keepingOf } from './draft/keep.ts'
import type { HouseOptions } from './house.ts'
import type { JobsPlace } from './jobs/place.ts'
import { byOption, mattersOption } from './jobs.ts'
import { refuseBytesOnTerminal, requireWritable, writeOutput } from './output.ts'
import { formatOption, outputFormat } from './output-format.ts'
import { keyOption, type RecordOptions, recordOption } from './record-option.ts'
import { say } from './say.ts'
import { type TableCommandOptions, tableOptions } from './table-options.ts'
import { wholeNumber } from './whole-number.ts'
import { lookOf, referenceDocOption } from './word/look.ts'

interface DraftCommandOptions
  extends DraftOptions,
    HouseOptions,
    RecordOptions,
    JobsPlace,
    TableCommandOptions {
  format?: DocumentFormat
  output: string
  batch?: string
  group?: string
  matter?: string
  register?: string
  jobs?: number
  strict?: true
  referenceDoc?: string
  queue?: true
  by?: string
}

/** `clausebook draft DOCUMENT MATTER`: one document for one matter. */
export function draftCommand(): Command {
  const command = new Command('draft')
    .description('draft a document for a matter')
    .argument('<document>', 'side-letter, issues-list …')
    .argument('[matter]', "the matter's YAML file")
    .addOption(formatOption(documentFormats))
    .option('-o, --output <file>', 'file to write, or - for standard output', '-')
    .option('--allow-blanks', 'draft with a marked blank for each missing fact')
    .option('--allow-conflicts', 'draft with a note of what the facts say against it, in place of an error')
    .addOption(
      new Option('--form <form>', 'of an addendum: all clauses, or those of Llama alone').choices([
        'full',
        'terms',
      ]),
    )
    .option('--cover', 'of an addendum: its fields on a cover page before standard terms')
    .option('--final', 'without the marks of a draft; refused while blanks are left')
    .addOption(new Option('--paper <size>', 'by default what the matter says').choices(['A4', 'Letter']))
    .option('--date <date>', 'date of the document, YYYY-MM-DD', isoDate)
    .option('--author <name>', 'who writes it')
    .addOption(referenceDocOption())
    .option('--vendor <name>', 'which vendor of the matter it is for')
    .option('--strict', 'write nothing where something does not fit together or was not read, and end with 1')
    .option('--for-counterparty', 'for the other side: no note, name, id or digest of ours in it')
    .addOption(recordOption())
    .addOption(keyOption())
    .option(
      '--batch <path>',
      'a draft for each row of a table (.csv, .xlsx), each matter of a folder or each vendor of a register',
    )
    .option('--register <folder>', 'with --batch: what this register says was sent is never written over')
    .option('--matter <file>', 'with --batch: the facts that all rows have in common')
    .option(
      '--group <by>',
      'with --batch: one addendum for all products of a vendor, a schedule each: vendor, or the column that tells vendors apart ("#supplier id")',
    )
    .option(
      '--jobs <number>',
      'with --batch: how many threads draft at most (default: one a processor, and one for 150 rows)',
      wholeNumber,
    )
    .option(
      '--queue',
      'with --batch: keep it as a job, which clausebook worker does; in a folder (--matters) it is done at once',
    )
    .addOption(mattersOption())
    .addOption(databaseOption())
    .addOption(byOption())
    .action(run)
  for (const option of tableOptions('with --batch: ')) command.addOption(option)
  return command
}

async function run(document: string, file: string | undefined, options: DraftCommandOptions): Promise<void> {
  if (options.batch !== undefined) {
    if (options.strict)
      throw new Problem(
        'usage',
        '--strict goes with one document: a batch tells of each row what does not fit together',
      )
    if (options.record)
      throw new Problem('usage', '--record goes with one document: open a deal for each, or draft it alone')
    if (options.queue) return (await import('./draft/queue.ts')).queueBatchCommand(document, file, options)
    for (const name of ['matters', 'database', 'by'] as const)
      if (options[name] !== undefined)
        throw new Problem('usage', `--${name} goes with --queue: give --queue, or leave it out`)
    return (await import('./draft/batch.ts')).draftBatchCommand(document, file, options)
  }
  const asked = [
    'matter',
    'sheet',
    'locale',
    'header',
    'column',
    'register',
    'group',
    'jobs',
    'queue',
    'matters',
  ] as const
  for (const name of asked.filter((one) => options[one] !== undefined)) {
    throw new Problem('usage', `--${name} goes with --batch: give --batch FILE, or leave it out`)
  }
  if (file === undefined) {
    throw new Problem('usage', `${document} is drafted for a matter: give its file after it, or --batch`)
  }
  const { conflictLine, datedToday, documentOf, draft, draftInputs, loadTemplates, withTemplatesOf } =
    await import('../draft/index.ts')
  const { coherenceLine } = await import('../coherence/index.ts')
  const { notesInBrief } = await import('../redline/index.ts')
  const { openTexts } = await import('../texts/index.ts')
  const { libraryFor } = await import('./house.ts')
  const { namedPath, readMatter, unknownModels } = await import('../matter/index.ts')
  const kind = documentOf(document)
  const keeping = await keepingOf(file, options)
  const onlyKept = keeping !== undefined && options.output === '-'
  const format =
    options.format ?? outputFormat(options.output, documentFormats, onlyKept ? 'docx' : 'markdown')
  if (!onlyKept) refuseBytesOnTerminal(format, options.output)
  const { markedWithRecord, recordMade, requireRecordable } = await import('./record.ts')
  const paper = negotiated(document)
  if (paper === undefined && options.key !== undefined)
    throw new Problem(
      'usage',
      `${document} has no points that are negotiated, and so no marks: leave out --key`,
    )
  await requireRecordable(options, { format, output: options.output })
  await requireWritable(
    options.output,
    [file, options.referenceDoc].filter((one) => one !== undefined),
  )
  const matter = readMatter(keeping?.matter?.yaml ?? (await matterSource(file)), file)
  const [library, ours] = await Promise.all([libraryFor(options, matter), loadTemplates()])
  const templates = withTemplatesOf(ours, library.house)
  const look = await lookOf(options.referenceDoc, format, library.house)
  const inputs = await draftInputs(kind, matter, library, openTexts(library.licenses), templates)
  for (const line of notesInBrief(inputs.redline ?? [])) say(`clausebook: ${line}`)
  // What goes with a batch alone was refused above.
  const {
    format: _,
    output,
    house: __,
    houses: ___,
    referenceDoc: ____,
    strict,
    record,
    key,
    database: _____,
    by: ______,
    ...rest
  } = options
  const dated = datedToday(rest, matter, today())
  const drafted = draft(document, { templates, matter, library, ...inputs, options: dated })
  for (const notice of drafted.notices ?? []) say(`clausebook: ${notice}`)
  // A draft has them as a note; a final paper has none, and what stops a draft is told whatever was allowed.
  for (const conflict of drafted.conflicts ?? [])
    if (conflict.stops || rest.final) say(`clausebook: ${conflictLine(conflict)}`)
  for (const message of drafted.coherence ?? []) say(`clausebook: ${coherenceLine(message)}`)
  for (const paper of drafted.unchecked ?? [])
    say(`clausebook: not read for what does not fit together: ${paper}`)
  if (strict && (drafted.coherence ?? drafted.unchecked ?? []).length > 0) {
    process.exitCode = 1
    const what = drafted.coherence ? 'settle what does not fit together' : 'have all of it read'
    say(`clausebook: ${document} is not written: ${what}, or leave out --strict`)
    return
  }
  // The file is written all the same: what is wrong is best seen in its place.
  if (drafted.messages.length > 0) process.exitCode = 1
  for (const { rule, reason, file: at, line } of drafted.messages) {
    const place = at === undefined ? '' : `${at}:${line} `
    say(`clausebook: ${place}${reason} (${rule})`)
  }
  // A use of such a model is not decided in the document, and is told here as well.
  for (const { path, reason } of unknownModels(matter, library)) {
    process.exitCode = 1
    say(`clausebook: ${file} ${namedPath(path)}: ${reason}`)
  }
  const { documentFile } = await import('../word/documents.ts')
  const written = await documentFile(drafted, format, look)
  const write = async (content: string | Uint8Array, made?: Provenance) => {
    if (!onlyKept) await writeOutput(output, content)
    await keeping?.keep({ document, title: matter.matter, vendor: options.vendor, format, content, made })
  }
  if (typeof written === 'string') return write(written)
  const { provenanceOf, withProvenance } = await import('../provenance/index.ts')
  const from = { matter, options: dated, library: library.digest }
  const carrying = withProvenance(written, drafted, from)
  const { vendor } = options
  const made = provenanceOf(written, drafted, from)
  if (!record) return write(carrying, made)
  if (paper === undefined) {
    await recordMade(output, made)
    return write(carrying, made)
  }
  const marked = await markedWithRecord(carrying, {
    ...{ output, paper, matter, vendor, library, templates, key, made },
  })
  await write(marked, made)
}

/** Which paper with points that are negotiated a document is; undefined where it is none. */
function negotiated(document: string): 'vendor-addendum' | 'side-letter' | undefined {
  return document === 'vendor-addendum' || document === 'side-letter' ? document : undefined
}
