import { stat } from 'node:fs/promises'
import { basename, extname } from 'node:path'
import type { SourceFormat } from '../agreement/index.ts'
import { Problem } from '../problem.ts'
import { sha256Of } from './digest.ts'
import { type EnsureOptions, ensureTexts } from './ensure.ts'
import { findText, nameText } from './name.ts'
import { readBytes, sourceOf } from './source-file.ts'
import type { TextStore } from './types.ts'

/** A text that a person named: one of the library's, whose words may not be here, or a file. */
export interface GivenText {
  /** `llama-2/use-policy`; for a file its name, written so that it is no text's id. */
  id: string
  /** Whether it is one of the library's texts. */
  known: boolean
  /** Its words; undefined where the official text is not here. */
  source?: string
  format?: SourceFormat
  /** SHA-256 of the bytes that were read, in hexadecimal. */
  sha256?: string
  /** What a reader must know of how it was read, whole sentences. */
  notes: string[]
}

/** Reads the text of a .docx: what `word` does, above this room. */
export type ReadWord = (
  bytes: Uint8Array,
) => Promise<{ source: string; format: SourceFormat; revisions: boolean }>

/** How to open what was named. */
export interface OpenGivenOptions extends EnsureOptions {
  readWord: ReadWord
  /** Whether official words are wanted at all: where they are not, none is fetched or read. */
  official?: boolean
}

/**
 * Opens texts by the names that a person gives: ids of the library, or files (.txt, .md, .html, .docx). Official texts
 * that are not here are fetched after saying so; without an answer they stay without words.
 *
 * @param names `llama-2`, `llama-2/use-policy`, `llama-3.1@local-1`, or a path
 * @throws Problem where a name is neither, or a file cannot be read
 * @example
 * const [left, right] = await openGiven(store, ['llama-2', 'incoming.docx'], { say, readWord: readDocx })
 */
export async function openGiven(
  store: TextStore,
  names: string[],
  { readWord, official = true, ...ensure }: OpenGivenOptions,
): Promise<GivenText[]> {
  const found = await Promise.all(
    names.map(async (name) => {
      const text = findText(name, store.licenses)
      if (!text && !(await looksLikeFile(name))) nameText(name, store.licenses)
      return text ? { id: text.id } : { file: name }
    }),
  )
  // A file that cannot be read is told before anybody waits for the network.
  const files = await Promise.all(
    found.map(async ({ file }) =>
      file === undefined ? undefined : givenFile(file, await readBytes(file), store, readWord),
    ),
  )
  const ids = found.flatMap(({ id }) => id ?? [])
  if (official && ids.length > 0) await ensureTexts(store, ids, ensure)
  return Promise.all(found.map(async ({ id = '' }, at) => files[at] ?? givenOfficial(store, id, official)))
}

/**
 * A file as a text to compare.
 *
 * @param file its name or path: the end of the name says what it is
 * @throws Problem where it is no text
 */
export async function givenFile(
  file: string,
  bytes: Uint8Array,
  store: TextStore,
  readWord: ReadWord,
): Promise<GivenText> {
  const name = basename(file)
  const id = isTextId(name, store) ? `./${name}` : name
  const given = { id, known: false, sha256: sha256Of(bytes) }
  const extension = extname(file).toLowerCase()
  if (extension !== '.docx' && !isZip(bytes)) {
    const format = formats[extension]
    return { ...given, source: sourceOf(bytes, file), ...(format ? { format } : {}), notes: [] }
  }
  const { source, format, revisions } = await readWord(bytes).catch((error: unknown) => {
    throw error instanceof Problem ? new Problem(error.rule, error.message, { file }) : error
  })
  if (source.trim() === '') throw new Problem('empty', 'has no words', { file })
  const notes = revisions ? [`${name} has tracked changes; it was read with all of them accepted.`] : []
  return { ...given, source, format, notes }
}

const formats: Record<string, SourceFormat> = {
  '.md': 'markdown',
  '.markdown': 'markdown',
  '.html': 'html',
  '.htm': 'html',
}

async function givenOfficial(store: TextStore, id: string, wanted: boolean): Promise<GivenText> {
  const text = wanted ? await store.read(id) : undefined
  if (!text) return { id, known: true, notes: [] }
  const changed = text.matches === 'neither' && !id.includes('@')
  const note = `The text of ${id} on this machine is not the one that the library was checked against (clausebook texts status).`
  return { id, known: true, source: text.source, sha256: text.sha256, notes: changed ? [note] : [] }
}

/** A name with an extension or a folder in it is a file, there or not; anything else only where it is there. */
async function looksLikeFile(name: string): Promise<boolean> {
  if (/\.(?:txt|text|md|markdown|html?|docx?|pdf|rtf|odt)$/i.test(name)) return true
  return stat(name).then(
    () => true,
    () => false,
  )
}

function isTextId(name: string, { licenses }: TextStore): boolean {
  return licenses.has(name.toLowerCase())
}

function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] ?? 0) < 8
}
