import { createHash } from 'node:crypto'
import { type Dirent, readdirSync, readFileSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { Problem } from '../problem.ts'

/** The files of a library, as they are on the disk. */
export interface LibraryFolder {
  folder: string
  /** Contents by path within the folder, with `/`, in order of the paths. */
  files: Map<string, string>
}

/** Generated beside the content for editors, and no part of it. */
const notContent = /(^|\/)\.|\.schema\.json$|(^|\/)README\.md$/

/**
 * Reads every file of a library.
 *
 * @throws Problem `library-folder` where there is no such folder
 */
export async function readFolder(folder: string): Promise<LibraryFolder> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => {
    throw new Problem('library-folder', 'there is no clause library in this folder', { file: folder })
  })
  const paths = pathsOf(folder, entries)
  const contents = await Promise.all(paths.map((path) => readFile(join(folder, path), 'utf8')))
  return { folder, files: new Map(paths.map((path, index) => [path, contents[index]!])) }
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
  const hash = createHash('sha256')
  for (const [path, content] of files) hash.update(`${path}\0${content.replaceAll('\r\n', '\n')}\0`)
  return hash.digest('hex')
}
