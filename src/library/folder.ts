import { createHash, type Hash } from 'node:crypto'
import { type Dirent, readdirSync, readFileSync } from 'node:fs'
import { readdir, readFile, stat } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { Problem } from '../problem.ts'

/** The files of a library, as they are on the disk. */
export interface LibraryFolder {
  folder: string
  /** Contents by path within the folder, with `/`, in order of the paths. */
  files: Map<string, string>
  /** What could not be read: a link, a file that is no text. */
  problems?: Problem[]
  /** Where a house lies over the library: its files, which are among `files`, and what they cover. */
  house?: HouseLayer
}

/** A house over the files of a library. */
export interface HouseLayer {
  /** Its folder, as messages name it. */
  folder: string
  /** Paths of its files. */
  paths: ReadonlySet<string>
  /** The library's own content of files that the house has as well, by path. */
  covered: ReadonlyMap<string, string>
}

/** How messages name a file of the library, or of the house over it. */
export function fileOf({ folder, house }: LibraryFolder, path: string): string {
  return join(house?.paths.has(path) ? house.folder : folder, path)
}

/** The path that {@link fileOf} made a file's name of, and the content there. */
export function contentAt({ folder, files, house }: LibraryFolder, file: string): string | undefined {
  const within = (root: string) =>
    file.startsWith(join(root, sep)) ? file.slice(join(root, sep).length).replaceAll('\\', '/') : undefined
  const inHouse = house && within(house.folder)
  if (inHouse !== undefined) return files.get(inHouse)
  const path = within(folder)
  return path === undefined ? undefined : (house?.covered.get(path) ?? files.get(path))
}

/** Generated beside the content for editors, and no part of it. */
const notContent = /(^|\/)\.|\.schema\.json$|(^|\/)README\.md$/

/** The largest file of ours has a twentieth of it; a larger one is a mistake, and takes long to read. */
const largest = 4_000_000

/**
 * Reads every file of a library. What is no file, too large or no text is left out and told in `problems`.
 *
 * @throws Problem `library-folder` where there is no such folder, or nothing of a library in it
 */
export async function readFolder(folder: string): Promise<LibraryFolder> {
  // Looked at before all that is below is listed: somebody may name a whole disk.
  const top: string[] = await readdir(folder).catch(() => [])
  if (!top.includes('topics.yaml') && !top.includes('licenses')) {
    const reason = 'there is no clause library in this folder'
    throw new Problem(
      'library-folder',
      top.length > 0 ? `${reason}: neither topics.yaml nor licenses/` : reason,
      {
        file: folder,
      },
    )
  }
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const problems = entries.filter((entry) => !entry.isFile() && !entry.isDirectory()).flatMap(notRead)
  const paths = pathsOf(folder, entries)
  const files = new Map<string, string>()
  const contents = await Promise.all(paths.map((path) => contentOf(join(folder, path))))
  for (const [at, content] of contents.entries())
    if (typeof content === 'string') files.set(paths[at]!, content)
    else problems.push(content)
  return { folder, files, ...(problems.length > 0 ? { problems } : {}) }
}

function notRead(entry: Dirent): Problem[] {
  if (notContent.test(entry.name)) return []
  const reason = entry.isSymbolicLink()
    ? 'is a link, and links are not followed: put the file itself here'
    : 'is no plain file: nothing is read from it'
  return [new Problem('library-file', reason, { file: join(entry.parentPath, entry.name) })]
}

/** The text of a file, or why it is none. */
async function contentOf(file: string): Promise<string | Problem> {
  const problem = (reason: string) => new Problem('library-file', reason, { file })
  try {
    const { size } = await stat(file)
    if (size > largest) return problem(`is larger than any file of a library may be (${largest / 1e6} MB)`)
    const content = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await readFile(file))
    return content.includes('\0') ? problem('is no text in UTF-8: save it as such') : content
  } catch (error) {
    if (error instanceof TypeError) return problem('is no text in UTF-8: save it as such')
    return problem(
      `cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown'}): look at its permissions`,
    )
  }
}

/** Paths of the content within a folder, with `/`, in order. */
function pathsOf(folder: string, entries: Dirent[]): string[] {
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) =>
      `${entry.parentPath.slice(folder.length)}${sep}${entry.name}`.slice(1).split(sep).join('/'),
    )
    .filter((path) => !notContent.test(path))
    .sort()
}

/**
 * What {@link digestOf} gives for a folder as it is now, read at once and without decoding: every command asks it.
 *
 * @throws Error where a file cannot be read
 */
export function folderDigest(folder: string): string {
  const hash = createHash('sha256')
  for (const path of pathsOf(folder, readdirSync(folder, { recursive: true, withFileTypes: true }))) {
    const content = readFileSync(join(folder, path))
    hash.update(`${path}\0`)
    hash.update(content.includes(13) ? content.toString().replaceAll('\r\n', '\n') : content)
    hash.update('\0')
  }
  return hash.digest('hex')
}

/** SHA-256 over all files in order of their paths, in hexadecimal; line ends do not count. */
export function digestOf({ files }: LibraryFolder): string {
  return hashOfTexts(files).digest('hex')
}

/** The hash of texts by their paths, to which more may be added. */
export function hashOfTexts(files: ReadonlyMap<string, string>): Hash {
  const hash = createHash('sha256')
  for (const [path, content] of files) hash.update(`${path}\0${content.replaceAll('\r\n', '\n')}\0`)
  return hash
}
