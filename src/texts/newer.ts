import { readdir, rm } from 'node:fs/promises'
import { basename, dirname, extname, join } from 'node:path'
import { keepText } from './keep.ts'
import { fileOf, nameText } from './name.ts'
import type { TextName, TextStore } from './types.ts'

/**
 * The newer text that the last check found at an official address and kept beside the pinned one.
 *
 * @param id `llama-3.1/use-policy`
 * @returns its path; undefined where the last check found the pinned words, or none was made
 * @throws Problem for an id that is none
 */
export async function newerText({ folder, licenses }: TextStore, id: string): Promise<string | undefined> {
  const [file] = await newerFiles(folder, nameText(id, licenses))
  return file
}

/** Keeps the text that was found: one, in place of what an earlier check kept. */
export async function keepNewer(
  { folder }: TextStore,
  name: TextName,
  { bytes, page }: { bytes: Uint8Array; page: boolean },
): Promise<string> {
  const own = fileOf(folder, name)
  const file = join(dirname(own), `${stemOf(own)}.${page ? 'html' : extname(own).slice(1)}`)
  for (const other of await newerFiles(folder, name)) if (other !== file) await rm(other, { force: true })
  await keepText(file, bytes)
  return file
}

/** The official address has the pinned words: what an earlier check kept is no newer text any more. */
export async function forgetNewer({ folder }: TextStore, name: TextName): Promise<void> {
  for (const file of await newerFiles(folder, name)) await rm(file, { force: true })
}

async function newerFiles(folder: string, name: TextName): Promise<string[]> {
  const own = fileOf(folder, name)
  const stem = stemOf(own)
  const entries = await readdir(dirname(own)).catch(() => [])
  return entries
    .filter((entry) => entry.startsWith(`${stem}.`) && /\.(?:txt|md|html)$/.test(entry))
    .map((entry) => join(dirname(own), entry))
}

/** `use-policy@newer` */
function stemOf(own: string): string {
  return `${basename(own, extname(own))}@newer`
}
