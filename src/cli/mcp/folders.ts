import { lstat, readFile, realpath, stat } from 'node:fs/promises'
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'
import { Problem } from '../../problem.ts'

/** The folders that whoever started the server let it have, and nothing beside them. */
export interface Folders {
  /** Absolute paths of them, as they were named and as they are. */
  roots: readonly string[]
  /**
   * A file that is there.
   *
   * @returns its real path
   * @throws Problem where it is not there, is no file, or stands outside of the folders, by a link too
   */
  existing(path: string): Promise<string>
  /** A folder that is there, by the same rules. */
  folder(path: string): Promise<string>
  /**
   * A file that is to be written: it is not there yet, and the folder that it goes to is.
   *
   * @throws Problem as above, and where something is there already
   */
  fresh(path: string): Promise<string>
}

/**
 * Opens the folders once, at the start: what a link leads to later is none of them.
 *
 * @throws Problem where one is no folder
 */
export async function openFolders(names: readonly string[]): Promise<Folders> {
  const roots = await Promise.all(names.map(rootOf))
  const requireWithin = (real: string, path: string) => {
    if (roots.some((root) => real === root || isBelow(real, root))) return
    throw outside(path, names)
  }
  /** A path that is not absolute is looked for below each folder, in their order. */
  const candidates = (path: string) => (isAbsolute(path) ? [path] : roots.map((root) => join(root, path)))
  const found = async (path: string, kind: 'file' | 'folder') => {
    for (const candidate of candidates(path)) {
      const real = candidate.includes('\0') ? undefined : await realpath(candidate).catch(() => undefined)
      if (real === undefined) continue
      requireWithin(real, path)
      const entry = await stat(real)
      if (kind === 'file' && (await isOfDeal(real))) throw ofDeal(path)
      if (kind === 'file' ? entry.isFile() : entry.isDirectory()) return real
      throw new Problem('file', `is no ${kind}`, { file: path })
    }
    // Whether something outside is there is nobody's business.
    if (!candidates(path).some((candidate) => roots.some((root) => isBelow(resolve(candidate), root))))
      throw outside(path, names)
    throw new Problem('file', 'is not there', { file: path })
  }
  return {
    roots: [...new Set([...roots, ...names.map((name) => resolve(name))])],
    existing: (path) => found(path, 'file'),
    folder: (path) => found(path, 'folder'),
    async fresh(path) {
      const [candidate] = candidates(path)
      if (candidate === undefined) throw outside(path, names)
      const folder = await realpath(dirname(candidate)).catch(() => undefined)
      if (folder === undefined || !roots.some((root) => folder === root || isBelow(folder, root)))
        throw outside(path, names)
      const file = join(folder, basename(candidate))
      if (/^[.-]/.test(basename(candidate)))
        throw new Problem('output', 'is no name of a document: begin it with a letter or a number', {
          file: path,
        })
      if (await isDeal(folder)) throw ofDeal(path)
      if (await lstat(file).catch(() => undefined))
        throw new Problem('output', 'is there already: name another file', { file: path })
      return file
    },
  }
}

/** What a deal keeps for our own side: its key, our words at every level, which mark is whose. */
const closed = /^(?:deal\.key|deal\.yaml|points\.json|\d+-(?:marks|made)\.json)$/

async function isOfDeal(file: string): Promise<boolean> {
  if (/\.record\.json$/i.test(file) || (closed.test(basename(file)) && (await isDeal(dirname(file)))))
    return true
  return holdsOurLevels(await readFile(file, 'latin1').catch(() => ''))
}

/**
 * Whether words are of a record, of the points or marks of a deal, or a key: what it holds decides, whatever its name says.
 *
 * @param bytes of a file, a character each
 */
function holdsOurLevels(bytes: string): boolean {
  // UTF-16 has a zero beside each of these letters.
  const words = bytes.includes('\0') ? bytes.replaceAll('\0', '') : bytes
  return (
    /"mark"\s*:\s*"_cb[0-9a-f]{12}"/i.test(words) ||
    (/"levels"\s*:\s*\{/.test(words) && /"approval"\s*:/.test(words) && /"asked"\s*:/.test(words)) ||
    /^\W*[0-9a-f]{64}\s*$/i.test(words)
  )
}

async function isDeal(folder: string): Promise<boolean> {
  return (await lstat(join(folder, 'deal.yaml')).catch(() => undefined)) !== undefined
}

function ofDeal(path: string): Problem {
  return new Problem('file', 'is kept by a deal, which the tools for rounds read and write', { file: path })
}

async function rootOf(name: string): Promise<string> {
  const real = await realpath(name).catch(() => undefined)
  if (real === undefined || !(await stat(real)).isDirectory())
    throw new Problem('folder', 'is no folder: name one that is there with --folder', { file: name })
  return real
}

function isBelow(path: string, root: string): boolean {
  const way = relative(root, path)
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)
}

function outside(path: string, names: readonly string[]): Problem {
  const where = names.length === 0 ? 'no folder was named with --folder' : `not below ${names.join(' or ')}`
  return new Problem('file', `is not open to assistants: ${where}`, { file: path })
}
