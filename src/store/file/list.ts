import { open, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { isPlainName } from '../title.ts'
import type { ListedMatter, MatterList, MatterPage } from '../types.ts'
import { deleted, historyIn } from './history.ts'

/** As much of a file as its title stands in. */
const start = 4096
const usual = 50
const ending = '.yaml'

/** Where the versions of all are, and how a file is called. */
interface Listing {
  all: string
  titleOf(yaml: string): string | undefined
}

/** A page of the matters of a folder: names first, and then a look at those alone that the page shows. */
export async function listMatters(
  folder: string,
  { all, titleOf }: Listing,
  { page = 1, size = usual, find = '' }: MatterPage = {},
): Promise<MatterList> {
  const names = (await namesIn(folder, all)).filter((name) => name.toLowerCase().includes(find.toLowerCase()))
  const pages = Math.max(1, Math.ceil(names.length / size))
  const at = Math.min(Math.max(1, Math.trunc(page) || 1), pages)
  const shown = names.slice((at - 1) * size, at * size)
  const matters = await Promise.all(shown.map((name) => listed(folder, { all, titleOf }, name)))
  return {
    matters: matters.filter((matter) => matter !== undefined),
    total: names.length,
    page: at,
    pages,
  }
}

/** Names of all matters of a folder, in their order. */
export async function namesIn(folder: string, all: string): Promise<string[]> {
  const files = (await readdir(folder, { withFileTypes: true }))
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => entry.name.slice(0, -ending.length))
  // One whose first save was cut off before its file was made is there all the same.
  const begun = await readdir(all).catch(() => [])
  return [...new Set([...files, ...begun])].filter(isPlainName).sort()
}

async function listed(
  folder: string,
  { all, titleOf }: Listing,
  name: string,
): Promise<ListedMatter | undefined> {
  const file = join(folder, `${name}${ending}`)
  const history = historyIn(all, name)
  const numbers = await history.numbers()
  const newest = numbers.at(-1)
  const saved = newest === undefined ? undefined : await history.saved(newest).catch(() => undefined)
  const there = await stat(file).catch(() => undefined)
  if (saved?.did === deleted || (!saved && !there)) return undefined
  const place = there ? file : join(history.folder, String(newest).padStart(4, '0'), 'matter.yaml')
  return {
    name,
    title: titleOf(await startOf(place)) ?? name,
    at: saved?.at ?? there!.mtime.toISOString(),
    by: saved?.by ?? 'by hand',
    versions: Math.max(1, numbers.length),
  }
}

async function startOf(file: string): Promise<string> {
  const handle = await open(file).catch(() => undefined)
  if (!handle) return ''
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(start), 0, start, 0)
    return buffer.toString('utf8', 0, bytesRead)
  } finally {
    await handle.close()
  }
}
