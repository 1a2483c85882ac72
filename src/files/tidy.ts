import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'

const anHour = 3_600_000

/** A process that was killed leaves its parts behind; after an hour nobody is writing them any more. Others' files stay. */
export async function tidyParts(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => [])
  for (const name of names.filter((name) => /^\.clausebook-[\da-f-]{36}\.part$/.test(name))) {
    const path = join(folder, name)
    const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: Number.POSITIVE_INFINITY }))
    if (Date.now() - mtimeMs > anHour) await rm(path, { force: true, recursive: true }).catch(() => {})
  }
}
