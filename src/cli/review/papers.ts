import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import type { GivenPaper } from '../../batch/index.ts'
import { Problem } from '../../problem.ts'

/** Endings of files that a review reads; of a folder the others are told and left. */
const endings = new Set('.docx .docm .dotx .doc .odt .rtf .pdf .md .markdown .txt .html .htm'.split(' '))

/** Papers by the paths of their files. */
export interface FoundPapers {
  files: string[]
  /** What stands in a folder and is no paper. */
  left: string[]
  /** `terms, 12 papers` */
  title: string
}

/** Whether files, or a folder of them, are a review of many. */
export async function areMany(named: readonly string[]): Promise<boolean> {
  return named.length > 1 || (await isFolder(named[0]!))
}

/**
 * The papers that are named, those of a folder in the order of their names.
 *
 * @throws Problem where a folder cannot be read
 */
export async function foundPapers(named: readonly string[]): Promise<FoundPapers> {
  const [files, left]: [string[], string[]] = [[], []]
  for (const one of named) {
    if (!(await isFolder(one))) {
      files.push(one)
      continue
    }
    const entries = await readdir(one, { withFileTypes: true }).catch(() => {
      throw new Problem('file', 'cannot be read as a folder', { file: one })
    })
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      // What an editor leaves beside an open file, and what a system hides.
      if (/^(?:\.|~\$)/.test(entry.name)) continue
      const isPaper = !entry.isDirectory() && endings.has(extname(entry.name).toLowerCase())
      const list = isPaper ? files : left
      list.push(join(one, entry.name))
    }
  }
  const count = `${files.length} ${files.length === 1 ? 'paper' : 'papers'}`
  return {
    files: [...new Set(files)],
    left,
    title: named.length === 1 ? `${basename(named[0]!)}, ${count}` : count,
  }
}

/** Papers with their bytes, one at a time: memory does not grow with them. */
export async function* papersIn(files: readonly string[]): AsyncGenerator<GivenPaper> {
  for (const place of files) {
    try {
      yield { place, bytes: await readFile(place) }
    } catch (error) {
      const missing = (error as NodeJS.ErrnoException).code === 'ENOENT'
      yield { place, problem: missing ? 'is not there' : 'cannot be read as a file' }
    }
  }
}

async function isFolder(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isDirectory() ?? false
}
