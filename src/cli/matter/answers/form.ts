import { readFile } from 'node:fs/promises'
import { matterSource } from '../../../files/matter-source.ts'
import {
  answersIn,
  answersInParts,
  answersInYaml,
  type PrintedForm,
  type WrittenForm,
} from '../../../matter/written.ts'
import { Problem } from '../../../problem.ts'
import { officeToWord, wordParts } from '../../../texts/index.ts'

/** The answers in a file of one of the kinds, and what stands beside them. */
export async function formOf(file: string, printed: PrintedForm): Promise<WrittenForm> {
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
  try {
    const word = /\.odt$/i.test(file) ? await officeToWord(bytes, 'odt') : bytes
    return answersInParts(await wordParts(word), printed)
  } catch (error) {
    if (error instanceof Problem) throw new Problem(error.rule, error.message, { file })
    throw error
  }
}
