import { chmod, mkdir, readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { claimFolder, syncFolder } from '../../files/index.ts'
import { digestOf } from '../digest.ts'
import { NoSuchMatter } from '../types.ts'
import type { Version } from '../version.ts'

const savedSchema = z.object({
  at: z.string(),
  by: z.string(),
  did: z.string(),
  sha256: z.string(),
  /** What it was based on. */
  base: z.string().optional(),
  once: z.string().optional(),
})

/** What stands beside the words of a version. */
export type Saved = z.infer<typeof savedSchema>

/** The last version of a matter that is being deleted: after it there is none. */
export const deleted = 'deleted'

/** The versions of one matter, numbered from 1, each a folder with `matter.yaml` and `saved.json`. */
export interface History {
  folder: string
  numbers(): Promise<number[]>
  /** @throws NoSuchMatter */
  words(version: number): Promise<string>
  /** @throws NoSuchMatter */
  saved(version: number): Promise<Saved>
  versions(): Promise<Version[]>
  /** @returns false where versions of this name are there, or are being made */
  begin(): Promise<boolean>
  /** @returns false where the number is taken: of two processes one alone can make the folder */
  add(version: number, yaml: string, saved: Saved): Promise<boolean>
}

const modes = { folder: 0o700, file: 0o600 }

/** @param all the folder with the versions of all matters */
export function historyIn(all: string, name: string): History {
  const folder = join(all, name)
  const placeOf = (version: number) => join(folder, String(version).padStart(4, '0'))

  async function numbers(): Promise<number[]> {
    const entries = await readdir(folder).catch(() => [])
    return entries
      .flatMap((entry) => /^(\d{4,})(?:\.yaml)?$/.exec(entry)?.[1] ?? [])
      .map(Number)
      .sort((a, b) => a - b)
  }

  /** Versions of 0.1 are files without anything beside them. */
  const words = (version: number) =>
    readFile(join(placeOf(version), 'matter.yaml'), 'utf8')
      .catch(() => readFile(`${placeOf(version)}.yaml`, 'utf8'))
      .catch(() => {
        throw new NoSuchMatter()
      })

  async function saved(version: number): Promise<Saved> {
    const json = await readFile(join(placeOf(version), 'saved.json'), 'utf8').catch(() => undefined)
    if (json !== undefined) return savedSchema.parse(JSON.parse(json))
    const yaml = await words(version)
    const { mtime } = await stat(`${placeOf(version)}.yaml`)
    return { at: mtime.toISOString(), by: 'somebody', did: 'saved', sha256: digestOf(yaml) }
  }

  return {
    folder,
    numbers,
    words,
    saved,
    async versions() {
      const all = (await numbers()).reverse()
      return Promise.all(
        all.map(async (version) => {
          const { at, by, did, sha256 } = await saved(version)
          return { version, at, by, did, sha256 }
        }),
      )
    },
    async begin() {
      try {
        await mkdir(folder, { mode: modes.folder })
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
        throw error
      }
      await syncFolder(all)
      return true
    },
    async add(version, yaml, saved) {
      // Folders of 0.1 were open to others on the machine.
      await chmod(folder, modes.folder).catch(() => {})
      const files = new Map([
        ['matter.yaml', yaml],
        ['saved.json', `${JSON.stringify(saved)}\n`],
      ])
      return claimFolder(placeOf(version), files, { workshop: all, modes })
    },
  }
}
