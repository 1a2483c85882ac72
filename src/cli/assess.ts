import { Command, Option } from 'commander'
import { closest } from 'fastest-levenshtein'
import { Problem } from '../problem.ts'
import { matterSource } from './matter-file.ts'
import { requireWritable, writeOutput } from './output.ts'

interface AssessCommandOptions {
  format: 'terminal' | 'markdown' | 'html' | 'json'
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
    .addOption(
      new Option('--format <format>', 'form of the report')
        .choices(['terminal', 'markdown', 'html', 'json'])
        .default('terminal'),
    )
    .option(
      '--if <fact=value>',
      'what changes with another fact; may be repeated',
      (change: string, changes: string[]) => [...changes, change],
      [],
    )
    .option('--all-licenses', 'under every license, as if the models were its own')
    .option('--explain <risk>', 'the condition of a risk with the facts filled in')
    .option('--output <file>', 'file to write, or - for standard output', '-')
    .action(run)
}

async function run(file: string, options: AssessCommandOptions): Promise<void> {
  const { assess, changesBetween, readMatter, withFacts } = await import('../matter/index.ts')
  const { loadLibrary } = await import('../library/index.ts')
  await requireWritable(options.output)
  const given = readMatter(await matterSource(file), file)
  const library = await loadLibrary()
  const matter = options.if.length > 0 ? withFacts(given, options.if) : given
  const how = { allLicenses: options.allLicenses === true }
  const assessment = assess(matter, library, how)
  if (options.explain !== undefined) {
    await writeOutput(options.output, await explained(options.explain, matter, assessment.licenses, library))
    return
  }
  const changes = options.if.length > 0 ? changesBetween(assess(given, library, how), assessment) : undefined
  if (options.format === 'json') {
    const result = changes ? { ...assessment, changes } : assessment
    await writeOutput(options.output, `${JSON.stringify(result, null, 2)}\n`)
    return
  }
  const { assessmentToMarkdown } = await import('./assess/report.ts')
  const report = { title: matter.matter, assessment, library, ...(changes ? { changes } : {}) }
  await writeOutput(options.output, await rendered(assessmentToMarkdown(report), options))
}

async function rendered(markdown: string, { format, output }: AssessCommandOptions): Promise<string> {
  if (format === 'markdown') return markdown
  if (format === 'html') return (await import('./assess/html.ts')).reportToHtml(markdown)
  const [{ markdownToPage }, { pageToTerminal }, { terminalOf }] = await Promise.all([
    import('./assess/page.ts'),
    import('./terminal/page.ts'),
    import('./terminal.ts'),
  ])
  return pageToTerminal(markdownToPage(markdown), terminalOf(output))
}

async function explained(
  id: string,
  matter: import('../matter/index.ts').Matter,
  licenses: string[],
  library: import('../library/index.ts').Library,
): Promise<string> {
  const { evaluate, explain, situationOf } = await import('../matter/index.ts')
  const risk = library.risks.get(id)
  if (!risk) {
    const near = closest(id, [...library.risks.keys()])
    throw new Problem(
      'unknown-risk',
      `there is no risk ${id}: did you mean ${near}? (clausebook library list)`,
    )
  }
  const parts = licenses.map((license) => {
    const situation = situationOf(matter, license, library)
    const { holds } = evaluate(risk.when, situation)
    const verdict = holds === 'open' ? 'open' : holds ? 'applies' : 'does not apply'
    const name = library.licenses.get(license)?.name ?? license
    return [`${risk.title} (${name}): ${verdict}`, ...explain(risk.when, situation, '  ')].join('\n')
  })
  return `${parts.join('\n\n')}\n`
}
