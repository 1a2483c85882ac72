import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import { Command } from 'commander'
import type { FactsFromAnswers, PrintedForm, WrittenForm } from '../../matter/written.ts'
import { Problem } from '../../problem.ts'
import { today } from '../../today.ts'
import { isoDate } from '../date.ts'
import { matterSource } from '../matter-file.ts'
import { requireWritable, tell, writeOutput } from '../output.ts'
import { say } from '../say.ts'

interface ImportOptions {
  vendor?: string
  into?: string
  output: string
  by?: string
  date?: string
  accept?: true
}

/** `clausebook matter import-answers FILE`: a vendor's questionnaire, read back as facts. */
export function importAnswersCommand(): Command {
  return new Command('import-answers')
    .description(
      'read the answers of a vendor questionnaire back as facts (exit status 1 where one is not read or not taken)',
    )
    .argument(
      '<file>',
      'the questionnaire as it came back: .docx, .odt, .md or .yaml; or a folder of them, one of each vendor',
    )
    .option('--into <matter>', 'matter file to write them into; its comments stay')
    .option('--vendor <name>', 'with --into: which vendor of the matter answered')
    .option('--by <name>', 'who answered, where the questionnaire does not say it')
    .option('--date <date>', 'when, where the questionnaire does not say it; by default today', isoDate)
    .option('--accept', 'let answers change what the matter says otherwise')
    .option('--output <file>', 'without --into: where to write the facts as YAML; of a folder, a folder', '-')
    .action(run)
}

async function run(path: string, options: ImportOptions): Promise<void> {
  const found = await stat(path).catch(() => undefined)
  if (!found?.isDirectory()) return importOne(path, options)
  const files = (await readdir(path)).filter(
    (name) => /\.(?:docx|odt|md|ya?ml)$/i.test(name) && !/^[.~]/.test(name),
  )
  if (files.length === 0)
    throw new Problem('answers', 'has no questionnaires: it must hold .docx, .odt, .md or .yaml files', {
      file: path,
    })
  if (options.vendor !== undefined)
    throw new Problem('usage', '--vendor goes with one file: of a folder, each says which vendor answers')
  if (options.into === undefined && options.output === '-')
    throw new Problem('usage', 'the answers of a folder are written into --into MATTER, or --output FOLDER')
  for (const name of files.sort()) {
    try {
      await importOne(
        join(path, name),
        {
          ...options,
          ...(options.into === undefined && {
            output: join(options.output, `${basename(name, extname(name))}.yaml`),
          }),
        },
        true,
      )
    } catch (error) {
      // One vendor's file stops no other's.
      if (!(error instanceof Problem)) throw error
      process.exitCode = 1
      say(`clausebook: ${error.toString()}`)
    }
  }
}

async function importOne(file: string, options: ImportOptions, ofMany = false): Promise<void> {
  const { into, output, accept = false } = options
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
  const vendor = ofMany && into !== undefined ? namedIn(form, file) : options.vendor
  const by = form.by ?? options.by
  const made = aboutFile(file, () =>
    factsFromAnswers(form.answers, source, into ?? file, askedOfVendors(), vendor, unknownModels, {
      accept,
      ...(by !== undefined && { by }),
      on: form.on ?? options.date ?? today(),
      from: basename(file),
    }),
  )
  tellUnread(file, made, form)
  const { yaml, taken, wrong, kept, asked, answered } = made
  if (asked === 0 && form.loose.length === 0) {
    throw new Problem('answers', 'has no answer: its tables must hold the questions of the questionnaire', {
      file,
    })
  }
  if (taken.length > 0) await writeOutput(target, yaml)
  const more = [
    ...(kept.length > 0 ? [`${kept.length} not taken`] : []),
    ...(form.loose.length > 0 ? [`${form.loose.length} notes not read`] : []),
  ]
  const counts = [
    `${answered} of ${asked} questions answered`,
    `${taken.length} read`,
    `${wrong.length} not read`,
    ...more,
  ].join(', ')
  if (into !== undefined) await tell(`${ofMany ? `${file}: ` : ''}${counts}: ${into}\n`)
  else say(`clausebook: ${file}: ${counts}`)
  if (wrong.length + kept.length + form.loose.length > 0) process.exitCode = 1
}

function tellUnread(file: string, { wrong, kept }: FactsFromAnswers, { loose }: WrittenForm): void {
  for (const { fact, question, words, reason } of wrong)
    say(`clausebook: ${file}: ${fact} (${question}): not read: “${oneLine(words)}”: ${reason}`)
  for (const { fact, question, words, ours, reason } of kept)
    say(
      `clausebook: ${file}: ${fact} (${question}): not taken: “${oneLine(words)}”, where the matter has “${oneLine(ours)}”: ${reason}`,
    )
  for (const words of loose)
    say(`clausebook: ${file}: not read, since it stands in no row of a question: “${oneLine(words)}”`)
}

/** Which vendor answers: a folder's files tell it by the vendor's name, which the questionnaire prints. */
function namedIn({ answers }: WrittenForm, file: string): string {
  const name = answers.find(({ fact, words }) => fact === 'vendor.name' && words.trim() !== '')?.words
  if (name !== undefined) return oneLine(name)
  throw new Problem('answers', 'does not say which vendor answers: import it by itself, with --vendor NAME', {
    file,
  })
}

function oneLine(words: string): string {
  return words.replace(/[\s\p{Cc}]+/gu, ' ').trim()
}

function aboutFile<T>(file: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (!(error instanceof Problem) || error.place.file !== undefined) throw error
    throw new Problem(error.rule, error.message, { ...error.place, file })
  }
}

/** The answers in a file of one of the kinds, and what stands beside them. */
async function formOf(file: string, printed: PrintedForm): Promise<WrittenForm> {
  const { answersIn, answersInParts, answersInYaml } = await import('../../matter/written.ts')
  if (!/\.(?:docx|odt)$/i.test(file)) {
    const source = await matterSource(file)
    if (/\.ya?ml$/i.test(file)) return { answers: answersInYaml(source, file), loose: [] }
    return answersIn(source, printed)
  }
  const bytes = await readFile(file).catch(() => {
    throw new Problem('answers', 'is not there, or cannot be read: give the path of the questionnaire', {
      file,
    })
  })
  const { officeToWord, wordParts } = await import('../../texts/index.ts')
  try {
    const word = /\.odt$/i.test(file) ? await officeToWord(bytes, 'odt') : bytes
    return answersInParts(await wordParts(word), printed)
  } catch (error) {
    if (error instanceof Problem) throw new Problem(error.rule, error.message, { file })
    throw error
  }
}
