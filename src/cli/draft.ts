import { Command, Option } from 'commander'
import { Problem } from '../problem.ts'
import { isoDate } from './date.ts'
import { matterSource } from './matter-file.ts'
import { refuseBytesOnTerminal, requireWritable, writeOutput } from './output.ts'

interface DraftCommandOptions {
  format?: 'markdown' | 'html' | 'docx'
  output: string
  allowBlanks?: boolean
  final?: boolean
  paper?: 'A4' | 'Letter'
  date?: string
  author?: string
}

/** `clausebook draft DOCUMENT MATTER`: one document for one matter. */
export function draftCommand(): Command {
  return new Command('draft')
    .description('draft a document for a matter')
    .argument('<document>', 'side-letter, issues-list …')
    .argument('<matter>', "the matter's YAML file")
    .addOption(
      new Option('--format <format>', 'by default what the output is called').choices([
        'docx',
        'markdown',
        'html',
      ]),
    )
    .option('--output <file>', 'file to write, or - for standard output', '-')
    .option('--allow-blanks', 'draft with a marked blank for each missing fact')
    .option('--final', 'without the marks of a draft; refused while blanks are left')
    .addOption(new Option('--paper <size>', 'by default what the matter says').choices(['A4', 'Letter']))
    .option('--date <date>', 'date of the document, YYYY-MM-DD', isoDate)
    .option('--author <name>', 'who writes it')
    .action(run)
}

async function run(document: string, file: string, options: DraftCommandOptions): Promise<void> {
  const { documentOf, draft, draftInputs, draftToHtml, draftToMarkdown, loadTemplates } = await import(
    '../draft/index.ts'
  )
  const { openTexts } = await import('../texts/index.ts')
  const { loadLibrary } = await import('../library/index.ts')
  const { readMatter } = await import('../matter/index.ts')
  const kind = documentOf(document)
  const format = options.format ?? formatOf(options.output)
  refuseBytesOnTerminal(format, options.output)
  await requireWritable(options.output)
  const matter = readMatter(await matterSource(file), file)
  const [library, templates] = await Promise.all([loadLibrary(), loadTemplates()])
  const { format: _, output, ...rest } = options
  const drafted = draft(document, {
    templates,
    matter,
    library,
    ...(await draftInputs(kind, matter, library, openTexts(library.licenses))),
    options: rest,
  })
  // The file is written all the same: what is wrong is best seen in its place.
  if (drafted.messages.length > 0) process.exitCode = 1
  for (const { rule, reason, file: at, line } of drafted.messages) {
    const place = at === undefined ? '' : `${at}:${line} `
    process.stderr.write(`clausebook: ${place}${reason} (${rule})\n`)
  }
  if (format === 'docx') {
    const { draftToDocx } = await import('../word/index.ts')
    return writeOutput(output, await draftToDocx(drafted))
  }
  await writeOutput(output, format === 'html' ? draftToHtml(drafted) : draftToMarkdown(drafted))
}

function formatOf(output: string): 'markdown' | 'html' | 'docx' {
  if (/\.docx$/i.test(output)) return 'docx'
  if (/\.html?$/i.test(output)) return 'html'
  if (output === '-' || /\.(md|markdown)$/i.test(output)) return 'markdown'
  throw new Problem('format', 'names no format: end it in .docx, .md or .html, or give --format', {
    file: output,
  })
}
