import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { openPackage, type ReadWordDocument, readWord } from '../../src/ooxml/index.ts'

/** What the tests read in place; nothing of it is in the repository. */
export const shared = join(import.meta.dirname, '..', '..', '..', 'shared')

/** Why tests on Word files of others cannot run; undefined where they can. */
export const withoutCorpus = existsSync(join(shared, 'word-corpus')) ? undefined : `${shared} is not here`

/** The .docx files of a folder, in order. */
export function wordFiles(folder: string): string[] {
  const root = join(shared, folder)
  if (!existsSync(root)) return []
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.docx'))
    .sort()
    .map((name) => join(shared, folder, name))
}

export function open(path: string): ReadWordDocument {
  return readWord(openPackage(readFileSync(path)))
}
