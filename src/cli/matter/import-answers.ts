import { readFile } from 'node:fs/promises'
import { Command } from 'commander'
import type { PrintedForm, WrittenForm } from '../../matter/written.ts'
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
  const [{ factsFromAnswers }, { askedOfVendors, printedQuestionnaire }, { loadLibrary, resolveModel }] =
    await Promise.all([
      import('../../matter/written.ts'),
      import('../../draft/index.ts'),
      import('../../library/index.ts'),
    ])
  const library = await loadLibrary()
  const target = into ?? output
  await requireWritable(target, [file])
  const source = into === undefined ? 'matter: Answers of a vendor\n' : await matterSource(into)
  const form = await formOf(file, printedQuestionnaire(library))
  const unknownModels = (fact: string, value: unknown) => {
    if (!fact.endsWith('.models') || !Array.isArray(value)) return undefined
    const unknown = value.filter((name) => !resolveModel(String(name), library).known)
    return unknown.length === 0 ? undefined : `no known model is called “${unknown.join('”, “')}”`
  }
  const { yaml, taken, wrong, asked, answered } = factsFromAnswers(
    form.answers,
    source,
    into ?? file,
    askedOfVendors(),
    vendor,
    unknownModels,
  )
  for (const { fact, question, words, reason } of wrong)
    say(`clausebook: ${file}: ${fact} (${question}): not read: “${oneLine(words)}”: ${reason}`)
  for (const words of form.loose)
    say(`clausebook: ${file}: not read, since it stands in no row of a question: “${oneLine(words)}”`)
  if (asked === 0 && form.loose.length === 0) {
    throw new Problem('answers', 'has no answer: the first column must hold the ids of the questions', {
      file,
    })
  }
  if (taken.length > 0) await writeOutput(target, yaml)
  const counts = `${answered} of ${asked} questions answered, ${taken.length} read, ${wrong.length} not read${form.loose.length > 0 ? `, ${form.loose.length} notes not read` : ''}`
  if (into !== undefined) await tell(`${counts}: ${into}\n`)
  else say(`clausebook: ${file}: ${counts}`)
  if (wrong.length + form.loose.length > 0) process.exitCode = 1
}

function oneLine(words: string): string {
  return words.replace(/\s+/g, ' ').trim()
}

/** The answers in a file of one of the three kinds, and what stands beside them. */
async function formOf(file: string, printed: PrintedForm): Promise<WrittenForm> {
  const { answersIn, answersInParts, answersInYaml } = await import('../../matter/written.ts')
  if (!/\.docx$/i.test(file)) {
    const source = await matterSource(file)
    if (/\.ya?ml$/i.test(file)) return { answers: answersInYaml(source, file), loose: [] }
    return answersIn(source, printed)
  }
  const bytes = await readFile(file).catch(() => {
    throw new Problem('answers', 'is not there, or cannot be read: give the path of the questionnaire', {
      file,
    })
  })
  const { wordParts } = await import('../../texts/index.ts')
  try {
    return answersInParts(await wordParts(bytes), printed)
  } catch (error) {
    if (error instanceof Problem) throw new Problem(error.rule, error.message, { file })
    throw error
  }
}
