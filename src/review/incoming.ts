import { type Agreement, clausesOf, parseStory } from '../agreement/index.ts'
import { Problem } from '../problem.ts'
import { openFile } from '../texts/index.ts'

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

/** What has fewer words is no paper that anybody signs; what has fewer than the second is hardly one. */
const fewest = 12
const short = 100

/**
 * Reads a paper of theirs: its body with its notes behind it.
 *
 * @param name of the file, whose ending says how it is written
 * @throws Problem where it cannot be read, or has no words
 */
export async function readIncoming(name: string, bytes: Uint8Array): Promise<IncomingPaper> {
  const { stories, unread, notes } = await openFile(name, bytes)
  const [body, ...others] = stories.filter(({ kind }) => read.has(kind)).map(parseStory)
  if (!body) throw new Problem('empty', 'has no words that a review reads', { file: name })
  const agreement = { ...body, children: [body, ...others].flatMap(({ children }) => children) }
  const count = wordsIn(agreement)
  if (count < fewest)
    throw new Problem('too-short', `has ${inWords(count)}, and is no contract: send their whole paper`, {
      file: name,
    })
  const left = stories.filter(({ kind }) => kind === 'comments')
  return {
    name,
    agreement,
    unread: [
      ...unread.map(
        ({ kind, place, words }) =>
          `${kind.replaceAll('-', ' ')}${place === '' ? '' : ` in ${place}`}${words === undefined ? '' : ` (${words} words)`}`,
      ),
      ...(left.length > 0 ? [`${left.length} comments`] : []),
    ],
    notes: count < short ? [shortNote(count), ...notes] : notes,
  }
}

function wordsIn(agreement: Agreement): number {
  return clausesOf(agreement).reduce((sum, { text }) => sum + (text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0), 0)
}

function inWords(count: number): string {
  return count === 1 ? '1 word' : `${count} words`
}

function shortNote(count: number): string {
  return `It has ${inWords(count)}, fewer than a contract has: look whether it is the right file, and whole.`
}
