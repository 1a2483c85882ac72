import { lstat, readFile, rm } from 'node:fs/promises'
import { dirname, join, relative, resolve } from 'node:path'
import { claimFolder, holdFolder, writeWhole } from '../../files/index.ts'
import { matterSource } from '../../files/matter-source.ts'
import { Problem } from '../../problem.ts'
import type { DealPlace, HeldDeal, OpenDeal } from '../deals.ts'

const record = 'deal.yaml'
/** The most that is read of a `deal.yaml` (bytes). */
const largest = 1_000_000
/** The key and our lower levels are nobody else's to read. */
const modes = { folder: 0o700, file: 0o600 }

/** A deal that is a folder, with its `deal.yaml` and its files. */
export function dealFolder(folder: string): DealPlace {
  const there = () =>
    new Problem('deal', 'is there already: name a new folder, or add to the deal with clausebook round add', {
      file: folder,
    })

  async function open(): Promise<OpenDeal> {
    await requireDeal(folder)
    return {
      yaml: new TextDecoder().decode(await bytesOf(folder, record, largest)),
      file: (name, most) => bytesOf(folder, name, most),
      async matter(path) {
        const file = resolve(folder, path)
        return { yaml: await matterSource(file), file }
      },
      namesMatter: `write “matter: PATH” into ${join(folder, record)}, PATH being that of the matter from ${folder}, and run this again`,
    }
  }

  async function save({ yaml, files = new Map(), gone = [] }: Parameters<HeldDeal['save']>[0]) {
    for (const [name, content] of files) await writeWhole(join(folder, name), content, { mode: modes.file })
    await writeWhole(join(folder, record), yaml, { mode: modes.file })
    // By its record it is none of the deal any more.
    for (const name of gone.filter((one) => !files.has(one))) await rm(join(folder, name), { force: true })
  }

  return {
    shown: folder,
    whereSent: (file) => join(folder, file),
    async requireNew() {
      if (await lstat(folder).catch(() => undefined)) throw there()
      if (!(await lstat(dirname(resolve(folder))).catch(() => undefined))?.isDirectory())
        throw new Problem('deal', `cannot be made: there is no folder ${dirname(folder)}, make it first`, {
          file: folder,
        })
    },
    begin: ({ yaml, files }) => claimFolder(folder, new Map([...files, [record, yaml]]), { modes }),
    open,
    async hold(work) {
      // Before the folder is held: a folder that is none of a deal gets no lock in it.
      await requireDeal(folder)
      const held = await holdFolder(folder)
      try {
        return await work({
          ...(await open()),
          // A link there would have the deal write anywhere.
          async requireFree(files) {
            for (const name of files) {
              const file = join(folder, name)
              if (await lstat(file).catch(() => undefined))
                throw new Problem('deal', 'is in the way of what the deal keeps: take it out of the folder', {
                  file,
                })
            }
          },
          save,
        })
      } finally {
        await held.release()
      }
    },
    matterNamed: async (given) => ({
      path: relative(resolve(folder), resolve(given)),
      yaml: await matterSource(given),
      shown: given,
    }),
  }
}

async function requireDeal(folder: string): Promise<void> {
  const at = await lstat(folder).catch(() => undefined)
  if (!at) throw new Problem('deal', 'is not there: open a deal with clausebook round open', { file: folder })
  if (!at.isDirectory())
    throw new Problem('deal', 'is no folder: name the folder of a deal', { file: folder })
  if (!(await lstat(join(folder, record)).catch(() => undefined)))
    throw new Problem('deal', `is no deal, since it has no ${record}: open one with clausebook round open`, {
      file: folder,
    })
}

async function bytesOf(folder: string, name: string, most: number): Promise<Uint8Array> {
  const file = join(folder, name)
  const at = await lstat(file).catch(() => undefined)
  if (!at) throw new Problem('deal', 'is missing from the deal: put it back', { file })
  // A link could name any file of this machine.
  if (!at.isFile())
    throw new Problem('deal', 'is no file of the deal itself: put back the file that was kept', { file })
  if (at.size > most)
    throw new Problem('deal', `is too large for a deal: ${Math.round(most / 1_000_000)} MB are the most`, {
      file,
    })
  return new Uint8Array(await readFile(file))
}
