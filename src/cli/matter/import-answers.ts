import { readFile } from 'node:fs/promises'
import { Command } from 'commander'
import { Problem } from '../../problem.ts'
import { matterSource } from '../matter-file.ts'
import { requireWritable, tell, writeOutput } from '../output.ts'
import { say } from '../say.ts'

interface ImportOptions {
  vendor?: string
  into?: string
  output: string
}

/** `clausebook matter import-answers FILE`: a vendor's questionnaire, read back as facts. */
export function importAnswersCommand(): Command {
  return new Command('import-answers')
    .description(
      'read the answers of a vendor questionnaire back as facts (exit status 1 where one is wrong)',
    )
    .argument('<file>', 'the questionnaire as it came back: .docx, .md or .yaml')
    .option('--into <matter>', 'matter file to write them into; its comments stay')
    .option('--vendor <name>', 'with --into: which vendor of the matter answered')
    .option('--output <file>', 'without --into: where to write the facts as YAML', '-')
    .action(run)
}

async function run(file: string, { into, output, vendor }: ImportOptions): Promise<void> {
  const [{ factsFromAnswers }, { askedOfVendors }] = await Promise.all([
    import('../../matter/written.ts'),
    import('../../draft/index.ts'),
  ])
  const target = into ?? output
  await requireWritable(target, [file])
  const source = into === undefined ? 'matter: Answers of a vendor\n' : await matterSource(into)
  const { yaml, taken, wrong } = factsFromAnswers(
    await answersOf(file),
    source,
    into ?? file,
    askedOfVendors(),
    vendor,
  )
  for (const { fact, reason } of wrong) say(`clausebook: ${file}: ${fact}: ${reason}`)
  if (taken.length === 0 && wrong.length === 0) {
    throw new Problem('answers', 'has no answer: the first column must hold the ids of the questions', {
      file,
    })
  }
  if (taken.length > 0) await writeOutput(target, yaml)
  if (into !== undefined) await tell(`${taken.length} answers read, ${wrong.length} not: ${into}\n`)
  if (wrong.length > 0) process.exitCode = 1
}

/** The answers in a file of one of the three kinds. */
async function answersOf(file: string) {
  const { answersIn, answersInRows, answersInYaml } = await import('../../matter/written.ts')
  if (!/\.docx$/i.test(file)) {
    const source = await matterSource(file)
    return /\.ya?ml$/i.test(file) ? answersInYaml(source, file) : answersIn(source)
  }
  const bytes = await readFile(file).catch(() => {
    throw new Problem('answers', 'is not there, or cannot be read: give the path of the questionnaire', {
      file,
    })
  })
  const { wordTables } = await import('../../texts/index.ts')
  try {
    return (await wordTables(bytes)).flatMap(answersInRows)
  } catch (error) {
    if (error instanceof Problem) throw new Problem(error.rule, error.message, { file })
    throw error
  }
}
