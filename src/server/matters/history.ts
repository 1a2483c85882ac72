import { mkdir, open, readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Refusal } from '../refusal.ts'

/** Every version of a matter that was ever saved, numbered from 1. */
export interface History {
  numbers(): Promise<number[]>
  /** @throws Refusal where there is no such version */
  read(version: number): Promise<string>
  /** When a version was saved, ISO 8601. */
  savedAt(version: number): Promise<string>
  /** @returns false where the number is taken: somebody else is saving, and two processes cannot both make the file */
  keep(version: number, yaml: string): Promise<boolean>
}

/** @param folder where the versions of one matter are */
export function historyIn(folder: string): History {
  const fileOf = (version: number) => join(folder, `${String(version).padStart(4, '0')}.yaml`)
  return {
    async numbers() {
      const entries = await readdir(folder).catch(() => [])
      return entries
        .flatMap((entry) => /^(\d{4,})\.yaml$/.exec(entry)?.[1] ?? [])
        .map(Number)
        .sort((a, b) => a - b)
    },
    read: (version) =>
      readFile(fileOf(version), 'utf8').catch(() => {
        throw new Refusal(404, 'no-such-version', 'there is no such version')
      }),
    savedAt: async (version) => (await stat(fileOf(version))).mtime.toISOString(),
    async keep(version, yaml) {
      await mkdir(folder, { recursive: true })
      const handle = await open(fileOf(version), 'wx').catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'EEXIST') return undefined
        throw error
      })
      if (!handle) return false
      await handle.writeFile(yaml)
      await handle.close()
      return true
    },
  }
}
