import { createHash } from 'node:crypto'
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
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length)
        .replace(/^[\\/]+/, '')
        .split(sep)
        .join('/'),
    )
    .filter((path) => !notContent.test(path))
    .sort()
  const contents = await Promise.all(paths.map((path) => readFile(join(folder, path), 'utf8')))
  return { folder, files: new Map(paths.map((path, index) => [path, contents[index]!])) }
}

/** SHA-256 over all files in order of their paths, in hexadecimal; line ends do not count. */
export function digestOf({ files }: LibraryFolder): string {
  const hash = createHash('sha256')
  for (const [path, content] of files) hash.update(`${path}\0${content.replaceAll('\r\n', '\n')}\0`)
  return hash.digest('hex')
}
