import { Command } from 'commander'
import { matterSource } from '../files/matter-source.ts'
import { type AssessmentFormat, assessmentFormats } from '../formats.ts'
import type { ReportInput } from '../matter/report.ts'
import { Problem } from '../problem.ts'
import type { HouseOptions } from './house.ts'
import { requireWritable, writeOutput } from './output.ts'
import { formatOption, outputFormat } from './output-format.ts'

interface AssessCommandOptions extends HouseOptions {
  format?: AssessmentFormat
  if: string[]
  allLicenses?: true
  explain?: string
  output: string
}

/** `clausebook assess MATTER`: what may go wrong, under which license, and why. */
export function assessCommand(): Command {
  return new Command('assess')
    .description('assess a matter: findings with citations, license path, users against the threshold')
    .argument('<matter>', "the matter's YAML file")
    .addOption(formatOption(assessmentFormats, 'terminal'))
    .option(
      '--if <fact=value>',
      'what changes with another fact; may be repeated',
      (change: string, changes: string[]) => [...changes, change],
      [],
    )
    .option('--all-licenses', 'under every license, as if the models were its own')
    .option('--explain <risk>', 'the condition of a risk with the facts filled in')
    .option('-o, --output <file>', 'the file to write; - is standard output', '-')
    .action(run)
}

async function run(file: string, options: AssessCommandOptions): Promise<void> {
  const { assess, changesBetween, readMatter, withFacts } = await import('../matter/index.ts')
  const { libraryFor } = await import('./house.ts')
  const format = options.format ?? outputFormat(options.output, assessmentFormats, 'terminal')
  await requireWritable(options.output, [file])
  const given = readMatter(await matterSource(file), file)
  const library = await libraryFor(options, given)
  const matter = options.if.length > 0 ? withFacts(given, options.if) : given
  const how = { allLicenses: options.allLicenses === true }
  const assessment = assess(matter, library, how)
  if (
    assessment.answers.every(({ license }) => license === undefined) &&
    assessment.unknownModels.length > 0
  ) {
    throw new Problem(
      'model',
      `no use has a model that the library knows: ${assessment.unknownModels.map(({ reason }) => reason).join('; ')}`,
      { file },
    )
  }
  if (assessment.unknownModels.length > 0) process.exitCode = 1
  if (options.explain !== undefined) {
    const { explained } = await import('../matter/report.ts')
    return writeOutput(options.output, explained(options.explain, matter, assessment.licenses, library))
  }
  const changes = options.if.length > 0 ? changesBetween(assess(given, library, how), assessment) : undefined
  const report = { title: matter.matter, assessment, library, ...(changes ? { changes } : {}) }
  await writeOutput(options.output, await writers[format](report, options.output))
}

/** Who writes an assessment, by format; each is loaded for its own. */
const writers: Record<AssessmentFormat, (report: ReportInput, output: string) => string | Promise<string>> = {
  json: ({ assessment, changes }) =>
    `${JSON.stringify(changes ? { ...assessment, changes } : assessment, null, 2)}\n`,
  markdown: async (report) => (await import('../matter/report.ts')).assessmentToMarkdown(report),
  html: async (report) => {
    const [{ assessmentToMarkdown }, { reportToHtml }] = await Promise.all([
      import('../matter/report.ts'),
      import('../matter/report-html.ts'),
    ])
    return reportToHtml(assessmentToMarkdown(report))
  },
  terminal: async (report, output) => {
    const [{ assessmentToMarkdown, markdownToPage }, { pageToTerminal }, { terminalOf }] = await Promise.all([
      import('../matter/report.ts'),
      import('./terminal/page.ts'),
      import('./terminal.ts'),
    ])
    const markdown = assessmentToMarkdown(report)
    const page =
      markdownToPage(markdown) ?? (await import('../matter/report-markdown.ts')).anyMarkdownToPage(markdown)
    return pageToTerminal(page, terminalOf(output))
  },
}
