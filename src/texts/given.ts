import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { SourceDocument, SourceFormat } from '../agreement/index.ts'
import { sha256Of } from './digest.ts'
import { type EnsureOptions, ensureTexts } from './ensure.ts'
import { findText, nameText } from './name.ts'
import { type OpenFileOptions, openFile } from './open/open-file.ts'
import { readBytes } from './source-file.ts'
import type { TextStore } from './types.ts'

/** A text that a person named: one of the library's, whose words may not be here, or a file. */
export interface GivenText {
  /** `llama-2/use-policy`; for a file its name, written so that it is no text's id. */
  id: string
  /** Whether it is one of the library's texts. */
  known: boolean
  /** What a file says, story by story; undefined for a text of the library. */
  document?: SourceDocument
  /** Its words, where they are lines of text; undefined where the official text is not here. */
  source?: string
  format?: SourceFormat
  /** SHA-256 of the bytes that were read, in hexadecimal. */
  sha256?: string
  /** What a reader must know of how it was read, whole sentences. */
  notes: string[]
}

/** How to open what was named. */
export interface OpenGivenOptions extends EnsureOptions, OpenFileOptions {
  /** Whether official words are wanted at all: where they are not, none is fetched or read. */
  official?: boolean
}

/**
 * Opens texts by the names that a person gives: ids of the library, or files of any format that {@link openFile} reads. Official texts
 * that are not here are fetched after saying so; without an answer they stay without words.
 *
 * @param names `llama-2`, `llama-2/use-policy`, `llama-3.1@local-1`, or a path
 * @throws Problem where a name is neither, or a file cannot be read
 * @example
 * const [left, right] = await openGiven(store, ['llama-2', 'incoming.docx'], { say })
 */
export async function openGiven(
  store: TextStore,
  names: string[],
  { official = true, ...options }: OpenGivenOptions,
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
      file === undefined ? undefined : givenFile(file, await readBytes(file), store, options),
    ),
  )
  const ids = found.flatMap(({ id }) => id ?? [])
  if (official && ids.length > 0) await ensureTexts(store, ids, options)
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
  options: OpenFileOptions,
): Promise<GivenText> {
  const name = basename(file)
  const document = await openFile(file, bytes, options)
  const notes = document.notes.map((note) => `${name}: ${note}`)
  const lines = document.stories[0]?.lines
  return {
    id: isTextId(name, store) ? `./${name}` : name,
    known: false,
    document: { ...document, notes },
    ...(lines && { source: lines.source, format: lines.format }),
    sha256: sha256Of(bytes),
    notes,
  }
}

async function givenOfficial(store: TextStore, id: string, wanted: boolean): Promise<GivenText> {
  const text = wanted ? await store.read(id) : undefined
  if (!text) return { id, known: true, notes: [] }
  const changed = text.matches === 'neither' && !id.includes('@')
  const note = `The text of ${id} on this machine is not the one that the library was checked against (clausebook texts status).`
  return { id, known: true, source: text.source, sha256: text.sha256, notes: changed ? [note] : [] }
}

/** A name with an extension is a file, there or not; anything else only where it is there. */
async function looksLikeFile(name: string): Promise<boolean> {
  if (/\.[a-z][a-z\d]{1,7}$/i.test(name)) return true
  return stat(name).then(
    () => true,
    () => false,
  )
}

function isTextId(name: string, { licenses }: TextStore): boolean {
  return licenses.has(name.toLowerCase())
}
