import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { writeWhole } from '../../files/index.ts'
import { Problem } from '../../problem.ts'
import { sha256Of } from '../../texts/index.ts'
import { matterTitle } from '../matter-text.ts'
import { Refusal } from '../refusal.ts'
import { fileName } from '../report.ts'
import { historyIn } from './history.ts'
import { Conflict, type Matters, type OpenMatter } from './types.ts'

const suffix = '.yaml'
const named = /^[A-Za-z0-9][A-Za-z0-9.-]{0,79}$/

/** @throws Problem where the folder is not there */
export async function openMatters(folder: string): Promise<Matters> {
  const found = await stat(folder).catch(() => undefined)
  if (!found?.isDirectory())
    throw new Problem('matters', 'is no folder: make it first, or name another with --matters', {
      file: folder,
    })
  const fileOf = (name: string) => {
    if (!named.test(name)) throw new Refusal(404, 'no-such-matter', 'there is no such matter')
    return join(folder, `${name}${suffix}`)
  }
  const historyOf = (name: string) => historyIn(join(folder, '.versions', name))

  async function current(name: string): Promise<OpenMatter | undefined> {
    const yaml = await readFile(fileOf(name), 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return undefined
      throw error
    })
    return yaml === undefined ? undefined : openMatter(name, yaml)
  }

  async function freeName(yaml: string): Promise<string> {
    const plain = plainName(yaml)
    for (let at = 1; ; at += 1) {
      const name = at === 1 ? plain : `${plain}-${at}`
      if (!(await current(name))) return name
    }
  }

  return {
    async list() {
      const entries = await readdir(folder, { withFileTypes: true })
      const names = entries
        .filter((entry) => entry.isFile() && entry.name.endsWith(suffix))
        .map((entry) => entry.name.slice(0, -suffix.length))
        .filter((name) => named.test(name))
        .sort()
      return Promise.all(
        names.map(async (name) => {
          const [{ mtime }, yaml] = await Promise.all([stat(fileOf(name)), readFile(fileOf(name), 'utf8')])
          const versions = await historyOf(name).numbers()
          return {
            name,
            title: matterTitle(yaml) ?? name,
            saved: mtime.toISOString(),
            versions: Math.max(1, versions.length),
          }
        }),
      )
    },
    async open(name, version) {
      const now = await current(name)
      if (!now) throw new Refusal(404, 'no-such-matter', 'there is no such matter')
      // Saved again, an old version follows the newest.
      return version === undefined ? now : { ...now, yaml: await historyOf(name).read(version) }
    },
    async versions(name) {
      fileOf(name)
      const history = historyOf(name)
      const numbers = (await history.numbers()).reverse()
      return Promise.all(numbers.map(async (version) => ({ version, saved: await history.savedAt(version) })))
    },
    async save(yaml, name, base) {
      const own = name ?? (await freeName(yaml))
      const now = await current(own)
      if (now && now.base !== base) throw new Conflict(now)
      const history = historyOf(own)
      const last = (await history.numbers()).at(-1) ?? 0
      // A file that was put there by hand is the first version.
      const first = last === 0 && now !== undefined
      if (first) await history.keep(1, now.yaml)
      if (!(await history.keep(first ? 2 : last + 1, yaml))) {
        throw new Conflict((await current(own)) ?? { name: own, yaml, base: '' })
      }
      await writeWhole(fileOf(own), Buffer.from(yaml))
      return openMatter(own, yaml)
    },
  }
}

function openMatter(name: string, yaml: string): OpenMatter {
  return { name, yaml, base: sha256Of(Buffer.from(yaml)) }
}

/** The title as a name of letters, digits and hyphens, and none that Windows keeps for its devices. */
function plainName(yaml: string): string {
  const title = fileName(matterTitle(yaml) ?? '')
    .toLowerCase()
    .slice(0, 60)
  return /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/.test(title) ? `matter-${title}` : title
}
