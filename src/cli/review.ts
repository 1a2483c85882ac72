import { Command, InvalidArgumentError, Option } from 'commander'
import { givenText, matterSource } from '../files/matter-source.ts'
import { type ReviewFormat, reviewFormats } from '../formats.ts'
import type { Level, Library } from '../library/index.ts'
import { levelNamed, levelsDown, levelWords } from '../library/levels.ts'
import { isWordName } from '../markup/word-name.ts'
import type { Matter } from '../matter/index.ts'
import { Problem } from '../problem.ts'
import type { IncomingPaper, ReviewRow } from '../review/index.ts'
import { databaseOption } from './database.ts'
import { isoDate } from './date.ts'
import type { HouseOptions } from './house.ts'
import type { JobsPlace } from './jobs/place.ts'
import { mattersOption } from './jobs.ts'
import { refuseBytesOnTerminal, requireWritable, writeOutput } from './output.ts'
import { formatOption, outputFormat } from './output-format.ts'
import { say } from './say.ts'

interface ReviewCommandOptions extends JobsPlace {
  matter: string
  vendor?: string
  paper?: 'vendor' | 'licensor'
  decisions?: string
  format?: ReviewFormat
  report?: string
  output?: string
  level?: Level
  only?: string[]
  commentOnly?: true
  author?: string
  date?: string
  exitCode?: true
  queue?: true
  by?: string
}

/** `clausebook review INCOMING… --matter MATTER`: a vendor's own paper, clause by clause, or many of them. */
export function reviewCommand(): Command {
  return new Command('review')
    .description(
      "what another's paper gives of what a matter asks for, a vendor's of the clauses, a licensor's of the positions: met at which level, below, contrary, missing or unclear",
    )
    .argument(
      '<incoming...>',
      'their paper: .docx, .pdf, .md, .html, .txt …; or many papers, or a folder of them',
    )
    .requiredOption('-m, --matter <file>', "the matter's YAML file, which decides on clauses and levels")
    .option('--vendor <name>', 'which vendor of the matter it is from')
    .addOption(
      new Option(
        '--paper <whose>',
        "whose it is: a vendor's, or a licensor's (a returned side letter, an amended license, another licensor's); by default told from its words",
      ).choices(['vendor', 'licensor']),
    )
    .option(
      '--decisions <file>',
      'what a person decided of clauses in this paper, which stands above the engine',
    )
    .addOption(formatOption(reviewFormats, 'terminal'))
    .option('-r, --report <file>', 'file of the report; by default, or with -, standard output')
    .option(
      '-o, --output <file>',
      "what goes back: their Word file marked up, or of another file and of a licensor's paper a rider; of many papers the folder of the reports and their summary",
    )
    .option(
      '--level <level>',
      'of the marks: preferred, fallback or walk-away; by default as the matter asks',
      levelOf,
    )
    .option(
      '--only <ids>',
      "of the marks: these flow-downs, or of a licensor's paper positions, alone, with commas between",
      idsOf,
    )
    .option('--comment-only', 'of the marks: what is asked for stands in comments, and nothing is changed')
    .option('--author <name>', "whose the report and the marks are; by default the matter's document.author")
    .option('--date <date>', 'the day of the report and the marks', isoDate)
    .option('--exit-code', 'end with status 1 where something is below, contrary, missing or unclear')
    .option('--queue', 'of many papers: keep them as a job in place of a folder')
    .addOption(mattersOption())
    .addOption(databaseOption())
    .addOption(new Option('--by <name>', 'who asks for the job'))
    .action(run)
}

async function run(named: string[], options: ReviewCommandOptions & HouseOptions): Promise<void> {
  const { areMany } = await import('./review/papers.ts')
  if (options.queue || (await areMany(named))) {
    requireOfMany(options)
    return (await import('./review/many.ts')).reviewMany(named, options)
  }
  const { queue: _, matters, database, by, ...single } = options
  if (matters !== undefined || database !== undefined || by !== undefined)
    throw new Problem('usage', '--matters, --database and --by are for --queue')
  await runSingle(named[0]!, single)
}

/** @throws Problem where an option is for one paper alone */
function requireOfMany({ report, level, only, commentOnly, exitCode }: ReviewCommandOptions): void {
  const of = { '--report': report, '--level': level, '--only': only, '--comment-only': commentOnly }
  const [name] =
    Object.entries({ ...of, '--exit-code': exitCode }).find(([, value]) => value !== undefined) ?? []
  if (name !== undefined)
    throw new Problem('usage', `${name} is for one paper: leave it out, or review that paper alone`)
}

async function runSingle(incoming: string, options: ReviewCommandOptions & HouseOptions): Promise<void> {
  const { matter: matterFile, report: output = '-', decisions: decisionsFile } = options
  requireMarks(options)
  const format = options.format ?? outputFormat(output, reviewFormats, 'terminal')
  refuseBytesOnTerminal(format, output)
  const sources = [incoming, matterFile, decisionsFile].filter((file) => file !== undefined)
  await requireWritable(output, sources)
  if (options.output !== undefined) await requireWritable(options.output, sources)
  const [{ isMet, readDecisions, reviewOf }, { libraryFor }, { readMatter, vendorChosen }] =
    await Promise.all([import('../review/index.ts'), import('./house.ts'), import('../matter/index.ts')])
  const { incomingPaper } = await import('./review/paper.ts')
  const { reviewFile } = await import('./review/render.ts')
  const { markedPaper } = await import('./review/marked.ts')
  const given = readMatter(await matterSource(matterFile), matterFile)
  const library = await libraryFor(options, given)
  const paper = await incomingPaper(incoming)
  const { whosePaper } = await import('../review/licensor.ts')
  const said = {
    ...(options.paper && { whose: options.paper }),
    ...(options.vendor !== undefined && { vendor: options.vendor }),
  }
  if (whosePaper(paper.agreement, given, library, said) === 'licensor') {
    await runLicensor(paper, {
      ...options,
      ...(options.output !== undefined && { goesTo: options.output }),
      format,
      output,
      given,
      library,
    })
    return
  }
  requireWord(options)
  const matter = vendorChosen(given, options.vendor)
  const decisions =
    decisionsFile === undefined
      ? []
      : readDecisions(
          await givenText(decisionsFile, 'decisions', 'a file of decisions'),
          decisionsFile,
          new Set(library.flowDowns.keys()),
        )
  const review = reviewOf({ ...paper, matter, library, decisions })
  for (const what of review.unread) say(`clausebook: not read: ${what}`)
  await sayDecisions(review.rows)
  const returned =
    options.output === undefined
      ? undefined
      : await markedPaper(incoming, paper, review, { ...options, matter, library })
  if (options.exitCode && review.rows.some(({ verdict }) => !isMet(verdict))) process.exitCode = 1
  const told = returned?.review ?? review
  const report = await reviewFile(format, told, { ...options, output, matter, library })
  if (returned && options.output !== undefined) await writeOutput(options.output, returned.bytes)
  await writeOutput(output, report)
}

/** @throws Problem where an option is for a vendor's paper alone */
async function runLicensor(
  paper: IncomingPaper,
  {
    given: matter,
    library,
    format,
    output,
    goesTo,
    ...options
  }: ReviewCommandOptions & {
    /** File of the rider. */
    goesTo?: string
    given: Matter
    library: Library
    format: ReviewFormat
    output: string
  },
): Promise<void> {
  const [
    { licensorReviewOf },
    { openTexts },
    { licensorReviewFile, licensorRider },
    { isMet, readPositionDecisions },
  ] = await Promise.all([
    import('../review/licensor.ts'),
    import('../texts/index.ts'),
    import('./review/licensor.ts'),
    import('../review/index.ts'),
  ])
  const texts = openTexts(library.licenses)
  const decisions =
    options.decisions === undefined
      ? []
      : readPositionDecisions(
          await givenText(options.decisions, 'decisions', 'a file of decisions'),
          options.decisions,
          new Set(library.positions.keys()),
        )
  const review = await licensorReviewOf({ ...paper, matter, library, texts, decisions })
  for (const what of review.unread) say(`clausebook: not read: ${what}`)
  await sayDecisions(review.rows)
  if (options.exitCode && review.rows.some(({ verdict }) => !isMet(verdict))) process.exitCode = 1
  const rider =
    goesTo === undefined
      ? undefined
      : await licensorRider(review, { ...options, output: goesTo, matter, library })
  const told = rider?.review ?? review
  const report = await licensorReviewFile(format, told, { ...options, output, matter, library })
  if (rider && goesTo !== undefined) await writeOutput(goesTo, rider.bytes)
  await writeOutput(output, report)
}

/** Says of decisions what a reader of the report must know: which lapsed, and which hold for any paper. */
async function sayDecisions(
  rows: readonly Pick<ReviewRow, 'title' | 'digest' | 'decided' | 'lapsed'>[],
): Promise<void> {
  const { wordsOnAny } = await import('../review/index.ts')
  for (const { title, lapsed } of rows)
    if (lapsed) say(`clausebook: ${title}: the words have changed since ${lapsed.by} decided on ${lapsed.on}`)
  for (const words of wordsOnAny(rows)) say(`clausebook: ${words}`)
}

/** @throws Problem where what is asked for goes back nowhere, or not as a Word file */
function requireMarks({ output, report, level, only, commentOnly }: ReviewCommandOptions): void {
  if (output === undefined) {
    if (level !== undefined || only !== undefined || commentOnly)
      throw new Problem(
        'usage',
        '--level, --only and --comment-only are for what goes back: name it with --output FILE.docx',
      )
    return
  }
  // A rider to a licensor's paper may be Markdown too; whose paper it is shows when it is read.
  if (!isWordName(output) && !isMarkdown(output))
    throw new Problem('usage', noWordFile, {
      file: output,
    })
  if (report !== undefined && report === output)
    throw new Problem('usage', '--report and --output name one file: give each its own')
}

const noWordFile = 'is no Word file, which what goes back has to be: name one with --output FILE.docx'

/** @throws Problem where a vendor's paper would go back as something else than a Word file */
function requireWord({ output }: ReviewCommandOptions): void {
  if (output !== undefined && !isWordName(output)) throw new Problem('usage', noWordFile, { file: output })
}

function isMarkdown(file: string): boolean {
  return /\.(?:md|markdown)$/i.test(file)
}

function levelOf(value: string): Level {
  const level = levelNamed(value)
  if (!level)
    throw new InvalidArgumentError(
      `there is no level “${value}”: levels are ${levelsDown.map((one) => levelWords[one]).join(', ')}`,
    )
  return level
}

function idsOf(value: string): string[] {
  return value
    .split(',')
    .map((id) => id.trim())
    .filter((id) => id !== '')
}
