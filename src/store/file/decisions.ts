import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { z } from 'zod'
import { unwritable } from '../../files/index.ts'
import { Problem } from '../../problem.ts'
import type { AnyDecision } from '../../review/index.ts'
import { saidSchema, standing } from '../said.ts'
import type { Said } from '../types.ts'

/** The most that is read of one matter's decisions, in bytes. */
const largest = 5_000_000

/** What persons decided of papers, a file a matter: a line for each word, behind which several processes add at the same time. */
export interface DecisionFiles {
  list(name: string, vendor: string): Promise<AnyDecision[]>
  add(name: string, vendor: string, said: readonly Said[], signed: string): Promise<void>
  rename(name: string, to: string): Promise<void>
  remove(name: string): Promise<void>
}

/** @param folder that of the matters */
export function decisionFiles(folder: string, now: () => Date): DecisionFiles {
  const all = join(folder, '.decisions')
  const fileOf = (name: string) => join(all, `${name}.jsonl`)
  return {
    async list(name, vendor) {
      const file = fileOf(name)
      const found = await stat(file).catch(() => undefined)
      if (!found?.isFile()) return []
      if (found.size > largest)
        throw new Problem('decisions', 'are too many for one matter: move the file away', { file })
      const lines = (await readFile(file, 'utf8')).split('\n')
      return standing(
        lines.flatMap((line) => parsed(line, file)),
        vendor,
      )
    },
    async add(name, vendor, said, signed) {
      await mkdir(all, { recursive: true, mode: 0o700 })
      const at = now().toISOString()
      const lines = said.map((one) => JSON.stringify({ at, signed, vendor, ...one }))
      const handle = await open(fileOf(name), 'a', 0o600).catch((error: unknown) => {
        throw unwritable(fileOf(name), error)
      })
      try {
        await handle.appendFile(`\n${lines.join('\n')}\n`)
        await handle.sync()
      } finally {
        await handle.close()
      }
    },
    rename: (name, to) => rename(fileOf(name), fileOf(to)).catch(unlessThere),
    remove: (name) => rm(fileOf(name), { force: true }),
  }
}

/** A line that a killed process did not write to its end was told to nobody. */
function parsed(line: string, file: string): z.infer<typeof saidSchema>[] {
  let data: unknown
  try {
    data = JSON.parse(line)
  } catch {
    return []
  }
  const { success, data: told } = saidSchema.safeParse(data)
  if (success) return [told]
  throw new Problem('decisions', 'is not as it was kept: put back the file that was', { file })
}

function unlessThere(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error
}
