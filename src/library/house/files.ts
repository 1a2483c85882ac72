import { constants, type Dirent } from 'node:fs'
import { lstat, open, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { distance } from 'fastest-levenshtein'
import { Problem } from '../../problem.ts'
import { hashOfTexts } from '../folder.ts'
import type { HouseFiles, HousePlace } from './types.ts'

/** Where a house has files, and how they end. Nothing else in its folder is read. */
const folders: [path: string, ending: RegExp][] = [
  ['', /^house\.yaml$|\.docx$/],
  ['positions', /\.md$/],
  ['flow-downs', /\.md$/],
  ['risks', /\.md$/],
  ['templates', /\.md\.hbs$/],
  ['templates/partials', /\.md\.hbs$/],
]

/** What a person writes by hand is smaller by far; a larger file is a mistake, and takes long to read. */
const largest = { text: 500_000, document: 20_000_000 }
const mostFiles = 1000
/** All its texts together. */
const mostText = 10_000_000

/**
 * Reads the files of a house. Links are not followed; what is none of its files, too large or no text is left out and told in
 * `problems`.
 *
 * @throws Problem `house` where there is no house in the folder
 */
export async function readHouseFiles({ folder, shown = folder }: HousePlace): Promise<HouseFiles> {
  const top = await readdir(folder).catch(() => undefined)
  const noHouse = (reason: string) => new Problem('house', reason, { file: shown })
  if (!top) throw noHouse('is no folder that can be read: name that of a house')
  if (!top.includes('house.yaml'))
    throw noHouse('is no house: it has no house.yaml, which says at least its name')
  const problems: Problem[] = []
  const texts = new Map<string, string>()
  const documents = new Map<string, Uint8Array>()
  let size = 0
  for (const path of await pathsOf(folder, shown, problems)) {
    const file = join(shown, path)
    const isDocument = path.endsWith('.docx')
    const wrong = (reason: string) => new Problem('house-file', reason, { file })
    const bytes = await bytesOf(join(folder, path), isDocument ? largest.document : largest.text)
    if (typeof bytes === 'string') {
      problems.push(wrong(bytes))
    } else if (isDocument) {
      documents.set(path, bytes)
    } else {
      const text = textOf(bytes)
      size += bytes.length
      if (size > mostText)
        throw wrong(`is one too many: all texts of a house together have ${mostText / 1e6} MB at most`)
      if (text === undefined) problems.push(wrong('is no text in UTF-8: save it as such'))
      else texts.set(path, text)
    }
  }
  return { folder: shown, files: texts, documents, problems, digest: digestOf(texts, documents) }
}

/** Paths of its files, in order. */
async function pathsOf(folder: string, shown: string, problems: Problem[]): Promise<string[]> {
  const paths: string[] = []
  for (const [under, ending] of folders) {
    const entries = await entriesOf(folder, under)
    if (typeof entries === 'string') {
      problems.push(new Problem('house-file', entries, { file: join(shown, under) }))
      continue
    }
    for (const entry of entries) {
      const path = under === '' ? entry.name : `${under}/${entry.name}`
      if (entry.name.startsWith('.')) continue
      const mistyped = entry.isDirectory() ? nearFolder(path) : undefined
      if (mistyped !== undefined)
        problems.push(
          new Problem('house-file', `is read by nothing: did you mean ${mistyped}?`, {
            file: join(shown, path),
          }),
        )
      if (!ending.test(entry.name)) continue
      if (entry.isFile()) paths.push(path)
      else problems.push(new Problem('house-file', kindOf(entry), { file: join(shown, path) }))
    }
  }
  if (paths.length > mostFiles)
    throw new Problem('house', `has ${paths.length} files: a house has ${mostFiles} at most`, { file: shown })
  return paths.sort()
}

/** The folder of a house whose name was meant by one that is nearly so called: `positions` for `postions`, `Positions`, `position`. */
function nearFolder(path: string): string | undefined {
  const names = folders.map(([under]) => under).filter((under) => under !== '')
  if (names.includes(path)) return undefined
  const plain = (name: string) => name.toLowerCase().replaceAll(/[ _-]/g, '')
  return names.find((under) => distance(plain(under), plain(path)) <= 2)
}

/** What stands in a folder of a house, which may have none; or why nothing is read from it. */
async function entriesOf(folder: string, under: string): Promise<Dirent[] | string> {
  if (under !== '') {
    const found = await lstat(join(folder, under)).catch(() => undefined)
    if (!found) return []
    if (found.isSymbolicLink()) return 'is a link, and links are not followed: put the folder itself here'
    if (!found.isDirectory()) return 'is no folder: put the files into a folder of this name'
  }
  return readdir(join(folder, under), { withFileTypes: true })
}

function kindOf(entry: Dirent): string {
  return entry.isSymbolicLink()
    ? 'is a link, and links are not followed: put the file itself here'
    : 'is no plain file: nothing is read from it'
}

/** The bytes of a plain file, or why there are none. A link that has taken its place meanwhile is not followed. */
async function bytesOf(file: string, most: number): Promise<Uint8Array | string> {
  const flags = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK
  const handle = await open(file, flags).catch((error: NodeJS.ErrnoException) => error)
  if (handle instanceof Error) return `cannot be read (${handle.code ?? 'unknown'}): look at its permissions`
  try {
    const found = await handle.stat()
    if (!found.isFile()) return 'is no plain file: nothing is read from it'
    if (found.size > most) return `is larger than such a file of a house may be (${most / 1e6} MB)`
    return await handle.readFile()
  } finally {
    await handle.close()
  }
}

function textOf(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return text.includes('\0') ? undefined : text
  } catch (error) {
    if (error instanceof TypeError) return undefined
    throw error
  }
}

function digestOf(files: Map<string, string>, documents: Map<string, Uint8Array>): string {
  const hash = hashOfTexts(files)
  for (const [path, content] of documents) hash.update(`${path}\0`).update(content)
  return hash.digest('hex')
}
