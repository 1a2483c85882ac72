import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { License } from '../library/types.ts'
import { Problem } from '../problem.ts'
import { cutAttached } from './attached.ts'
import { sha256Of } from './digest.ts'
import { textsFolder } from './folder.ts'
import { matchOf } from './match.ts'
import { fileOf, nameText, pinnedTexts } from './name.ts'
import { readSourceFile } from './source-file.ts'
import type { OfficialText, TextName, TextStatus, TextStore } from './types.ts'

/**
 * Opens the store of official texts; nothing is read yet, and the folder need not exist.
 *
 * @param licenses the licenses of the library, by id
 * @param folder where the texts are kept; by default `CLAUSEBOOK_TEXTS` or the platform's data directory
 * @example
 * const store = openTexts(await loadLicenses('clauses'))
 * const text = await store.read('llama-3.1/use-policy')
 */
export function openTexts(licenses: ReadonlyMap<string, License>, folder = textsFolder()): TextStore {
  const read = (name: TextName) => readText(folder, name)
  return {
    folder,
    licenses,
    read: (id) => read(nameText(id, licenses)),
    async status() {
      const rows = await Promise.all(
        pinnedTexts(licenses).map(async (name) => statusOf(name, await read(name))),
      )
      const local = await Promise.all(
        (await localNames(folder, licenses)).map(async (name) => statusOf(name, await read(name))),
      )
      return [...rows, ...local]
    },
  }
}

/**
 * Reads a text that must be here.
 *
 * @throws Problem that says how to get it, where it is not
 */
export async function requireText(store: TextStore, id: string): Promise<OfficialText> {
  const text = await store.read(id)
  if (text) return text
  throw new Problem(
    'missing-text',
    `the official text of ${nameText(id, store.licenses).id} is not here: clausebook texts fetch, or texts import DIR`,
  )
}

async function readText(folder: string, name: TextName): Promise<OfficialText | undefined> {
  const file = fileOf(folder, name)
  const found = await readSourceFile(file).catch((problem: unknown) => {
    if (problem instanceof Problem && problem.rule === 'missing') return undefined
    throw problem
  })
  if (!found) return undefined
  const { license, text, id, variant } = name
  const carrier =
    variant === 'agreement' ? license.texts.find((one) => one.attached?.kind === text.kind)! : text
  const parts = carrier.attached && cutAttached(found.source, carrier.attached)
  const source = variant === 'agreement' ? (parts?.attached ?? '') : (parts?.own ?? found.source)
  if (source === '') return undefined
  return {
    license,
    text,
    source,
    sha256: sha256Of(found.bytes),
    matches: matchOf(found.bytes, found.source, carrier.pin),
    id,
    file,
  }
}

function statusOf({ id, text, variant }: TextName, found: OfficialText | undefined): TextStatus {
  const { sha256, bytes } = text.pin
  return {
    id,
    title: text.title,
    ...(variant === undefined ? { pin: { sha256, bytes } } : {}),
    present: found !== undefined,
    ...(found ? { sha256: found.sha256, matches: found.matches, file: found.file } : {}),
  }
}

/** The accepted changes that are in the folder, in order. */
export async function localNames(
  folder: string,
  licenses: ReadonlyMap<string, License>,
): Promise<TextName[]> {
  const names = await Promise.all(
    pinnedTexts(licenses).map(async (name) => {
      const entries = await readdir(join(folder, name.license.id)).catch(() => [])
      return entries
        .flatMap((entry) => {
          const [, of, number] = /^(license|use-policy)@local-([1-9]\d*)\.\w+$/.exec(entry) ?? []
          return (of === 'license') === (name.text.kind === 'agreement') && number ? [Number(number)] : []
        })
        .sort((a, b) => a - b)
        .map(
          (number): TextName => ({ ...name, id: `${name.id}@local-${number}`, variant: `local-${number}` }),
        )
    }),
  )
  return names.flat()
}
