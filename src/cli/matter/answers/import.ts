import { readdir, stat } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import { askedOfVendors, printedQuestionnaire } from '../../../draft/index.ts'
import { matterSource } from '../../../files/matter-source.ts'
import { checkMatter } from '../../../matter/index.ts'
import {
  type FactsFromAnswers,
  factsFromAnswers,
  unknownModelIn,
  type WrittenForm,
} from '../../../matter/written.ts'
import { aboutFile, Problem } from '../../../problem.ts'
import { libraryFor } from '../../house.ts'
import { requireWritable, tell, writeOutput } from '../../output.ts'
import { say } from '../../say.ts'
import { contestedIn } from './contested.ts'
import { formOf } from './form.ts'
import { oneLine } from './one-line.ts'
import type { ImportOptions } from './options.ts'
import { whoAnswered } from './who-answered.ts'

/** Imports a questionnaire that came back, or a folder of them: facts into a matter, what is not read on standard error. */
export async function importAnswers(path: string, options: ImportOptions): Promise<void> {
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
  const printed = printedQuestionnaire(await libraryFor(options))
  const forms: { name: string; form: WrittenForm }[] = []
  const each = async (work: () => Promise<void>) => {
    try {
      await work()
    } catch (error) {
      // One vendor's file stops no other's.
      if (!(error instanceof Problem)) throw error
      process.exitCode = 1
      say(`clausebook: ${error.toString()}`)
    }
  }
  for (const name of files.sort())
    await each(async () => {
      forms.push({ name, form: await formOf(join(path, name), printed) })
    })
  for (const { name, form } of forms)
    await each(() =>
      importOne(
        join(path, name),
        {
          ...options,
          ...(options.into === undefined && {
            output: join(options.output, `${basename(name, extname(name))}.yaml`),
          }),
        },
        {
          form,
          contested: contestedIn(
            form,
            forms.filter((other) => other.form !== form),
          ),
        },
      ),
    )
}

async function importOne(
  file: string,
  options: ImportOptions,
  ofMany?: { form: WrittenForm; contested: Map<string, string> },
): Promise<void> {
  const { into, output, accept = false } = options
  const target = into ?? output
  await requireWritable(target, [file])
  const source = into === undefined ? 'matter: Answers of a vendor\n' : await matterSource(into)
  const library = await libraryFor(options, into === undefined ? undefined : checkMatter(source, into).matter)
  const printed = printedQuestionnaire(library)
  const form = ofMany?.form ?? (await formOf(file, printed))
  const vendor = ofMany && into !== undefined ? namedIn(form, file) : options.vendor
  const who = whoAnswered(form, options, library)
  const made = aboutFile(file, () =>
    factsFromAnswers(form.answers, source, into ?? file, askedOfVendors(), vendor, unknownModelIn(library), {
      accept,
      ...(who.by !== undefined && { by: who.by }),
      on: who.on,
      from: basename(file),
      questions: printed.asks,
      contested: ofMany?.contested,
    }),
  )
  for (const reason of who.unread) say(`clausebook: ${file}: ${reason}`)
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
  if (wrong.length + kept.length + form.loose.length + who.unread.length > 0) process.exitCode = 1
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
