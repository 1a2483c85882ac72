import { readdir, stat } from 'node:fs/promises'
import { extname, join } from 'node:path'
import type { TextKind } from '../library/types.ts'
import { Problem } from '../problem.ts'
import { sha256Of } from './digest.ts'
import { keepText } from './keep.ts'
import { fileOf } from './name.ts'
import { readAsText } from './open/as-text.ts'
import { type Recognition, recognise } from './recognise.ts'
import { unreadable } from './source-file.ts'
import { localNames } from './store.ts'
import type { TextName, TextStore } from './types.ts'

/** What became of one file. */
export interface ImportResult {
  file: string
  /**
   * `imported` as the pinned text; `here` already; `accepted` as a local change; `refused` because its words differ;
   * `differs`: another text is in its place; `unknown`: no text of the library.
   */
  outcome: 'imported' | 'here' | 'accepted' | 'refused' | 'differs' | 'unknown'
  /** The text that it is, or is closest to. */
  id?: string
  /** One sentence. */
  reason: string
  /** How its words stand to the pinned ones, where it is refused because of them. */
  words?: string
}

/** How to import. */
export interface ImportOptions {
  /** Keep a text whose words differ from the pinned ones, under a name of its own. */
  acceptChanged?: boolean
  /** Put the pinned text in place of another one that is there. */
  replace?: boolean
}

/** What a text file of a folder ends in: everything that is read, and names without an ending, as of LICENSE. */
const endings = new Set(
  ['', '.txt', '.md', '.markdown', '.html', '.htm', '.xhtml', '.license'].concat([
    '.docx',
    '.docm',
    '.dotx',
    '.pdf',
    '.odt',
    '.rtf',
    '.doc',
  ]),
)

/** A folder with more files than this is not a folder of license texts, and reading it all would take long. */
const mostFiles = 500

/**
 * Imports a file, or every text in a folder and the folders in it.
 *
 * @throws Problem where the path is missing, unreadable, or a file that is no text; files of a folder that are no
 *   texts are `unknown`
 */
export async function importTexts(
  store: TextStore,
  path: string,
  options: ImportOptions = {},
): Promise<ImportResult[]> {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    throw unreadable(path, error)
  })
  if (!found.isDirectory()) return [await importFile(store, path, options)]
  const results: ImportResult[] = []
  // One after the other: an accepted change takes the next free number.
  for (const file of await filesOf(path)) {
    results.push(
      await importFile(store, file, options).catch((problem: unknown) => {
        if (!(problem instanceof Problem) || ['write', 'disk-full'].includes(problem.rule)) throw problem
        return { file, outcome: 'unknown' as const, reason: problem.message }
      }),
    )
  }
  return results
}

async function filesOf(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(
    (error: NodeJS.ErrnoException) => {
      throw unreadable(folder, error)
    },
  )
  const files = entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .filter((entry) => endings.has(extname(entry.name).toLowerCase()))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
  if (files.length === 0) {
    const reason = 'has no text in it: license texts are .txt, .md, .html, .docx or .pdf files'
    throw new Problem('no-texts', reason, { file: folder })
  }
  if (files.length > mostFiles) {
    const reason = `has ${files.length} text files: name the folder that holds the license texts alone`
    throw new Problem('too-many', reason, { file: folder })
  }
  return files
}

async function importFile(store: TextStore, path: string, options: ImportOptions): Promise<ImportResult> {
  const found = await recognise(await readAsText(path), store)
  if (!found) return { file: path, outcome: 'unknown', reason: 'is like no text of the library' }
  return found.match === 'neither'
    ? importChanged(store, path, found, options)
    : importPinned(store, path, found, options)
}

async function importPinned(
  store: TextStore,
  file: string,
  { name, match, bytes }: Recognition,
  { replace }: ImportOptions,
): Promise<ImportResult> {
  const { id } = name
  const here = await store.read(id)
  if (here?.matches === 'bytes' || here?.matches === match)
    return { file, outcome: 'here', id, reason: 'is here already' }
  if (here?.matches === 'neither' && !replace) {
    const reason = `${here.file} is not the pinned text: --replace puts the pinned one in its place`
    return { file, outcome: 'differs', id, reason }
  }
  await keepText(fileOf(store.folder, name), bytes)
  const reason = match === 'bytes' ? 'is the pinned text' : 'has the pinned words in another layout'
  return { file, outcome: 'imported', id, reason }
}

async function importChanged(
  store: TextStore,
  file: string,
  { name, bytes, differs }: Recognition,
  { acceptChanged }: ImportOptions,
): Promise<ImportResult> {
  const closest = closenessOf(name, differs)
  if (!acceptChanged) {
    const reason = `${closest}: refused without --accept-changed`
    return { file, outcome: 'refused', id: name.id, reason, words: closest }
  }
  const kept = (await localNames(store.folder, store.licenses)).filter(({ text }) => text === name.text)
  const digest = sha256Of(bytes)
  for (const { id } of kept) {
    if ((await store.read(id))?.sha256 === digest) {
      return { file, outcome: 'here', id, reason: `${closest}: here already as ${id}` }
    }
  }
  const next = Math.max(0, ...kept.map(({ variant = '' }) => Number(variant.slice('local-'.length)))) + 1
  const local: TextName = { ...name, id: `${name.id}@local-${next}`, variant: `local-${next}` }
  await keepText(fileOf(store.folder, local), bytes)
  return { file, outcome: 'accepted', id: local.id, reason: `${closest}: kept as ${local.id}` }
}

function closenessOf({ license, text }: TextName, differs: number | undefined): string {
  const what = `the ${license.name} ${kindWords[text.kind]}`
  if (differs === undefined) {
    return `names itself ${what} and is not the pinned text, which is not here to compare with`
  }
  if (differs === 0) return `has the words of ${what} without what is published behind it`
  return `closest to ${what}, ${differs === 1 ? '1 word differs' : `${differs} words differ`}`
}

const kindWords: Record<TextKind, string> = { agreement: 'agreement', 'use-policy': 'use policy' }
