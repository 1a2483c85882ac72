import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readMatter } from '../../matter/index.ts'
import { Problem } from '../../problem.ts'
import { readRecord } from '../../register/index.ts'
import type { BatchRow } from '../types.ts'
import { over, vendorRow } from './vendor-rows.ts'

/** The matters of a folder, or the vendors of a register, one at a time in the order of their names, over the facts that they have in common. */
export async function* folderRows(folder: string, common: Record<string, unknown>): AsyncGenerator<BatchRow> {
  for (const name of await matterFiles(folder)) {
    const place = join(folder, name)
    try {
      const yaml = await readFile(place, 'utf8')
      if (/^vendor:/m.test(yaml) && !/^matter:/m.test(yaml)) {
        yield vendorRow(place, readRecord(yaml, place), common)
      } else yield { place, facts: over(common, readMatter(yaml, place)) }
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      yield { place, facts: {}, problem: new Problem(error.rule, error.message) }
    }
  }
}

/**
 * Names of the matter files in a folder.
 *
 * @throws Problem where there is none
 */
export async function matterFiles(folder: string): Promise<string[]> {
  const names = (await readdir(folder))
    .filter((name) => /\.ya?ml$/i.test(name) && !name.startsWith('.'))
    .sort()
  if (names.length > 0) return names
  throw new Problem('batch', 'has no matter: put .yaml files in it, one for each vendor', { file: folder })
}
