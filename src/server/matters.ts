import { mkdir, open, readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Problem } from '../problem.ts'
import { sha256Of, writeWhole } from '../texts/index.ts'
import { matterFacts } from './matter-text.ts'
import { Refusal } from './refusal.ts'
import { fileName } from './report.ts'

/** A matter that is kept. */
export interface KeptMatter {
  /** `acme-search`, without its extension. */
  name: string
  title: string
  /** When it was saved last, ISO 8601. */
  saved: string
  /** How many versions there are, this one included. */
  versions: number
}

/** A matter as it was read: whoever saves it again tells its base, so that nobody overwrites what he has not seen. */
export interface OpenMatter {
  name: string
  yaml: string
  base: string
}

/** Someone else saved first. */
export class Conflict extends Refusal {
  readonly theirs: OpenMatter

  constructor(theirs: OpenMatter) {
    super(409, 'conflict', `${theirs.name} was saved by someone else in the meantime`)
    this.theirs = theirs
  }
}

/** The folder of `--matters`: a YAML file a matter, and every version that was ever saved under `.versions`. */
export interface Matters {
  list(): Promise<KeptMatter[]>
  /** @throws Refusal where there is no such matter or version */
  open(name: string, version?: number): Promise<OpenMatter>
  versions(name: string): Promise<{ version: number; saved: string }[]>
  /**
   * Saves a matter, whole or not at all.
   *
   * @param name undefined for a new one, which is named by its title
   * @throws Conflict where it is no longer what was opened
   */
  save(yaml: string, name?: string, base?: string): Promise<OpenMatter>
}

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
  const historyOf = (name: string) => join(folder, '.versions', name)

  async function current(name: string): Promise<OpenMatter | undefined> {
    const yaml = await readFile(fileOf(name), 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return undefined
      throw error
    })
    return yaml === undefined ? undefined : { name, yaml, base: sha256Of(Buffer.from(yaml)) }
  }

  async function numbers(name: string): Promise<number[]> {
    const entries = await readdir(historyOf(name)).catch(() => [])
    return entries
      .flatMap((entry) => /^(\d{4,})\.yaml$/.exec(entry)?.[1] ?? [])
      .map(Number)
      .sort((a, b) => a - b)
  }

  /** A number that is taken shows that somebody else is saving: two processes cannot both make the file. */
  async function keepVersion(name: string, number: number, yaml: string): Promise<boolean> {
    await mkdir(historyOf(name), { recursive: true })
    const path = join(historyOf(name), `${String(number).padStart(4, '0')}${suffix}`)
    const handle = await open(path, 'wx').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'EEXIST') return undefined
      throw error
    })
    if (!handle) return false
    await handle.writeFile(yaml)
    await handle.close()
    return true
  }

  async function freeName(yaml: string): Promise<string> {
    const title = fileName(String(matterFacts(yaml).matter ?? ''))
      .toLowerCase()
      .slice(0, 60)
    // Names that Windows keeps for its devices.
    const plain = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/.test(title) ? `matter-${title}` : title
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
          const [{ mtime }, yaml, versions] = await Promise.all([
            stat(fileOf(name)),
            readFile(fileOf(name), 'utf8'),
            numbers(name),
          ])
          return {
            name,
            title: titleOf(yaml, name),
            saved: mtime.toISOString(),
            versions: Math.max(1, versions.length),
          }
        }),
      )
    },
    async open(name, version) {
      const now = await current(name)
      if (!now) throw new Refusal(404, 'no-such-matter', 'there is no such matter')
      if (version === undefined) return now
      const path = join(historyOf(name), `${String(version).padStart(4, '0')}${suffix}`)
      const yaml = await readFile(path, 'utf8').catch(() => {
        throw new Refusal(404, 'no-such-version', 'there is no such version')
      })
      // Saved again, an old version follows the newest.
      return { ...now, yaml }
    },
    async versions(name) {
      fileOf(name)
      const found = await numbers(name)
      return Promise.all(
        found.reverse().map(async (version) => {
          const path = join(historyOf(name), `${String(version).padStart(4, '0')}${suffix}`)
          return { version, saved: (await stat(path)).mtime.toISOString() }
        }),
      )
    },
    async save(yaml, name, base) {
      const own = name ?? (await freeName(yaml))
      const now = await current(own)
      if (now && now.base !== base) throw new Conflict(now)
      const kept = await numbers(own)
      const last = kept.at(-1) ?? 0
      // A file that was put there by hand is the first version.
      const first = last === 0 && now !== undefined
      if (first) await keepVersion(own, 1, now.yaml)
      if (!(await keepVersion(own, first ? 2 : last + 1, yaml))) {
        throw new Conflict((await current(own)) ?? { name: own, yaml, base: '' })
      }
      await writeWhole(fileOf(own), Buffer.from(yaml))
      return { name: own, yaml, base: sha256Of(Buffer.from(yaml)) }
    },
  }
}

function titleOf(yaml: string, name: string): string {
  try {
    const { matter } = matterFacts(yaml)
    return typeof matter === 'string' ? matter : name
  } catch (error) {
    if (error instanceof Problem) return name
    throw error
  }
}
