import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const folder = join(import.meta.dirname, '..', '..', '..', 'shared', 'license-corpus')

/** Why the tests on the public licenses are left out, or undefined where the licenses are here. */
export const corpusMissing = existsSync(folder)
  ? undefined
  : 'the public licenses are not here: ../shared/license-corpus'

/** The names and words of the public licenses. */
export function* corpus(): Generator<{ name: string; source: string }> {
  for (const name of readdirSync(folder)) {
    if (name.endsWith('.txt')) yield { name, source: readFileSync(join(folder, name), 'utf8') }
  }
}
