import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { type Agreement, parseStory } from '../../agreement/index.ts'
import { Problem } from '../../problem.ts'
import { openFile } from '../../texts/index.ts'

/** A paper of theirs, as a review reads it. */
export interface IncomingPaper {
  name: string
  agreement: Agreement
  /** What of the file was not read. */
  unread: string[]
  /** How it was read, whole sentences. */
  notes: string[]
}

/** Where the words of a contract stand; heads and feet of pages, comments and links are told as not read. */
const read = new Set(['body', 'footnotes', 'endnotes', 'boxes'])

/**
 * Opens a paper of theirs: its body with its notes behind it.
 *
 * @throws Problem where it is not there or cannot be read
 */
export async function incomingPaper(file: string): Promise<IncomingPaper> {
  const { stories, unread, notes } = await openFile(file, await bytesOf(file))
  const [body, ...others] = stories.filter(({ kind }) => read.has(kind)).map(parseStory)
  if (!body) throw new Problem('empty', 'has no words that a review reads', { file })
  const left = stories.filter(({ kind }) => kind === 'comments')
  return {
    name: basename(file),
    agreement: { ...body, children: [body, ...others].flatMap(({ children }) => children) },
    unread: [
      ...unread.map(
        ({ kind, place, words }) =>
          `${kind.replaceAll('-', ' ')}${place === '' ? '' : ` in ${place}`}${words === undefined ? '' : ` (${words} words)`}`,
      ),
      ...(left.length > 0 ? [`${left.length} comments`] : []),
    ],
    notes,
  }
}

async function bytesOf(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file)
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT'
    throw new Problem('file', missing ? 'is not there: name their paper' : 'cannot be read as a file', {
      file,
    })
  }
}
