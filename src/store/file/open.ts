import { mkdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { partName, syncFolder, tidyParts, unwritable } from '../../files/index.ts'
import { Problem } from '../../problem.ts'
import { baseOf, digestOf } from '../digest.ts'
import { fromWhere } from '../from-where.ts'
import { isPlainName, matterTitle, plainName } from '../title.ts'
import { Conflict, NameTaken, NoSuchMatter, type OpenMatter, type Saving, type Store } from '../types.ts'
import { audit } from './audit.ts'
import { type Current, copyNewest, currentOf } from './current.ts'
import { decisionFiles } from './decisions.ts'
import { deleted, type History, historyIn, type Saved } from './history.ts'
import { jobFiles } from './jobs/jobs.ts'
import { jobsFolder } from './jobs/parts.ts'
import { listMatters, namesIn } from './list.ts'
import { rememberedReading } from './remembered.ts'

/** How a store of files is opened. */
export interface FileStoreOptions {
  /** The clock; for tests. */
  now?: () => Date
  /**
   * The title of a file by its beginning at least, which a new one is named after; by default that of a matter. Undefined where
   * none can be told.
   */
  titleOf?: (yaml: string) => string | undefined
}

/** How long a new matter that is sent again counts as the same. */
const sameFor = 60_000

/**
 * Opens a folder as a store: a YAML file a matter, and every version that was ever saved under `.versions`, each a
 * folder that one process alone can make. Nothing of it can be read by others on the machine.
 *
 * @throws Problem where the folder is not there
 * @example
 * const { matters } = await openFileStore('/srv/matters')
 * await matters.save({ yaml: 'matter: ACME\n', by: 'dana' })
 */
export async function openFileStore(
  folder: string,
  { now = () => new Date(), titleOf = matterTitle }: FileStoreOptions = {},
): Promise<Store> {
  const found = await stat(folder).catch(() => undefined)
  if (!found?.isDirectory()) {
    const reason = 'is no folder: make it first, or name another with --matters'
    throw new Problem('matters', reason, { file: folder })
  }
  const all = join(folder, '.versions')
  await mkdir(all, { recursive: true, mode: 0o700 }).catch((error: unknown) => {
    throw unwritable(folder, error)
  })
  await tidyParts(folder)
  await tidyParts(all)
  await tidyParts(join(folder, jobsFolder))
  /** New matters that are being saved, or were a moment ago, by what is the same when one is sent twice. */
  const begun = new Map<string, Promise<OpenMatter>>()

  const remembered = rememberedReading()

  const fileOf = (name: string) => {
    if (!isPlainName(name)) throw new NoSuchMatter()
    return join(folder, `${name}.yaml`)
  }
  const historyOf = (name: string) => historyIn(all, name)
  const decisions = decisionFiles(folder, now)
  const jobs = jobFiles(folder, now)

  async function current(name: string): Promise<Current> {
    const found = await currentOf(name, fileOf(name), historyOf(name))
    if (!found) throw new NoSuchMatter()
    return found
  }

  function savedAs(yaml: string, by: string, did: string, more: Partial<Saved> = {}): Saved {
    return { at: now().toISOString(), by, did, sha256: digestOf(yaml), ...more }
  }

  /** Adds a version behind the one that was read, and first the edit by hand, where that is what was read. */
  async function follow(read: Current, yaml: string, saved: Saved): Promise<OpenMatter> {
    const { name } = read
    const history = historyOf(name)
    let next = read.version + 1
    if (read.byHand) {
      if (read.version === 0) await history.begin()
      const edited = savedAs(read.yaml, 'somebody', 'by hand')
      if (!(await added(name, history, next, read.yaml, edited))) throw new Conflict(await current(name))
      next += 1
    }
    if (!(await added(name, history, next, yaml, saved))) throw new Conflict(await current(name))
    if (saved.did !== deleted) await copyNewest(fileOf(name), history)
    return { name, yaml, version: next, base: baseOf(next, saved.sha256) }
  }

  async function added(name: string, history: History, version: number, yaml: string, saved: Saved) {
    const done = await history.add(version, yaml, saved).catch(async (error: unknown) => {
      // Deleted or renamed in the meantime.
      if ((await history.numbers()).length === 0 && version > 1) throw new NoSuchMatter()
      throw error
    })
    const { at, by, did, sha256 } = saved
    const from = fromWhere()
    if (done) await audit(folder, { at, by, ...(from && { from }), did, name, version, sha256 })
    return done
  }

  async function requireBase(name: string, base: string | undefined): Promise<Current> {
    const read = await current(name)
    if (read.base !== base) throw new Conflict(read)
    return read
  }

  async function begin({ yaml, by, once, did = 'saved' }: Saving): Promise<OpenMatter> {
    const plain = plainName(titleOf(yaml) ?? '')
    const saved = savedAs(yaml, by, did, { ...(once && { once }) })
    for (let at = 1; ; at += 1) {
      const name = at === 1 ? plain : `${plain}-${at}`
      const history = historyOf(name)
      if (once !== undefined && (await history.saved(1).catch(() => undefined))?.once === once)
        return current(name)
      if (await stat(fileOf(name)).catch(() => undefined)) continue
      if (!(await history.begin())) continue
      if (!(await added(name, history, 1, yaml, saved))) continue
      await copyNewest(fileOf(name), history)
      return { name, yaml, version: 1, base: baseOf(1, saved.sha256) }
    }
  }

  function beginOnce(saving: Saving): Promise<OpenMatter> {
    const { once } = saving
    if (once === undefined) return begin(saving)
    const known = begun.get(once)
    if (known) return known
    const beginning = begin(saving)
    begun.set(once, beginning)
    const forget = () => begun.delete(once)
    beginning.then(() => setTimeout(forget, sameFor).unref(), forget)
    return beginning
  }

  /** The same save again, as by a double click, is no conflict. */
  async function again(
    name: string,
    yaml: string,
    base: string | undefined,
  ): Promise<OpenMatter | undefined> {
    const read = await current(name)
    if (read.version === 0 || read.yaml !== yaml) return undefined
    const { base: was } = await historyOf(name).saved(read.version)
    return was !== undefined && was === base ? opened(read) : undefined
  }

  return {
    matters: {
      list: (page) => listMatters(folder, { all, titleOf }, page),
      names: () => namesIn(folder, all),
      async open(name, version) {
        const read = await current(name)
        // Saved again, an old version follows the newest.
        return opened(version === undefined ? read : { ...read, yaml: await historyOf(name).words(version) })
      },
      async openAll(names) {
        const found = await Promise.all(
          names.filter(isPlainName).map((name) => remembered(name, fileOf(name), historyOf(name))),
        )
        return found.filter((one) => one !== undefined).map(opened)
      },
      async versions(name) {
        await current(name)
        return historyOf(name).versions()
      },
      async save({ yaml, name, base, by, once, did = 'saved' }) {
        if (name === undefined) return beginOnce({ yaml, by, once, did })
        try {
          const read = await requireBase(name, base)
          return await follow(read, yaml, savedAs(yaml, by, did, { base: read.base }))
        } catch (error) {
          const same = error instanceof Conflict ? await again(name, yaml, base) : undefined
          if (same) return same
          throw error
        }
      },
      async restore(name, version, base, by) {
        const read = await requireBase(name, base)
        const yaml = await historyOf(name).words(version)
        return follow(read, yaml, savedAs(yaml, by, `restored ${version}`, { base }))
      },
      async rename(name, to, base, by) {
        const read = await requireBase(name, base)
        if (!isPlainName(to) || plainName(to) !== to.toLowerCase()) throw new NameTaken(to)
        const taken = await Promise.all(
          [fileOf(to), historyOf(to).folder].map((path) => stat(path).catch(() => undefined)),
        )
        if (taken.some((found) => found !== undefined)) throw new NameTaken(to)
        await follow(read, read.yaml, savedAs(read.yaml, by, `renamed ${name}`, { base }))
        // A folder takes the place of no other that has something in it.
        await rename(historyOf(name).folder, historyOf(to).folder).catch(() => {
          throw new NameTaken(to)
        })
        await syncFolder(all)
        await copyNewest(fileOf(to), historyOf(to))
        await copyNewest(fileOf(name), historyOf(name))
        await decisions.rename(name, to)
        await jobs.renameMatter(name, to)
        return opened(await current(to))
      },
      async remove(name, base, by) {
        const read = await requireBase(name, base)
        // The last version says that there is none any more: nobody can save behind it while the rest goes.
        await follow(read, '', { ...savedAs('', by, deleted, { base }), sha256: read.sha256 })
        const gone = join(all, partName())
        await rm(fileOf(name), { force: true })
        await rename(historyOf(name).folder, gone)
        await rm(gone, { recursive: true, force: true })
        await decisions.remove(name)
        await jobs.removeMatter(name, by)
        await syncFolder(all)
        await syncFolder(folder)
      },
    },
    jobs,
    decisions: {
      async list(matter, vendor) {
        await current(matter)
        return decisions.list(matter, vendor)
      },
      async add(matter, vendor, said, by) {
        await current(matter)
        await decisions.add(matter, vendor, said, by)
      },
    },
  }
}

function opened({ name, yaml, version, base }: OpenMatter): OpenMatter {
  return { name, yaml, version, base }
}
