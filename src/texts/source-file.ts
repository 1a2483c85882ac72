import { readFile, stat } from 'node:fs/promises'
import { Problem } from '../problem.ts'
import { type DecodedText, type DecodeOptions, decode } from './decode.ts'

/** Longest file that is read as an agreement, in bytes: some two thousand times the longest license. */
export const longestText = 20 * 1024 * 1024

/** A text file as it was read. */
export interface SourceFile {
  bytes: Uint8Array
  /** The words, decoded. */
  source: string
}

/**
 * Reads a text file that a person named.
 *
 * @param file its path
 * @returns bytes and words
 * @throws Problem in one sentence where it is missing, a folder, unreadable, empty, too long, or no text
 */
export async function readSourceFile(file: string): Promise<SourceFile> {
  const bytes = await readBytes(file)
  return { bytes, source: sourceOf(bytes, file) }
}

/**
 * The words of a text file.
 *
 * @param file its name, for messages
 * @throws Problem where it is empty or no text
 */
export function sourceOf(bytes: Uint8Array, file: string): string {
  return decodedSource(bytes, file).text
}

/** The same, with the encoding that it was in. */
export function decodedSource(bytes: Uint8Array, file: string, options: DecodeOptions = {}): DecodedText {
  const source = decode(bytes, file, options)
  if (source.text.trim() === '') throw new Problem('empty', 'is empty', { file })
  return source
}

/**
 * Reads the bytes of a file that a person named.
 *
 * @throws Problem in one sentence where it is missing, a folder, unreadable or too long
 */
export async function readBytes(file: string): Promise<Uint8Array> {
  const problem = (rule: string, reason: string) => new Problem(rule, reason, { file })
  const found = await stat(file).catch((error: NodeJS.ErrnoException) => {
    throw unreadable(file, error)
  })
  if (found.isDirectory()) throw problem('folder', 'is a folder: name a file in it')
  if (!found.isFile()) throw problem('no-file', 'is not a file')
  if (found.size > longestText) {
    const size = Math.round(found.size / 1024 / 1024)
    throw problem(
      'too-long',
      `has ${size} MB, and no agreement has more than ${longestText / 1024 / 1024} MB`,
    )
  }
  return readFile(file).catch((error: NodeJS.ErrnoException) => {
    throw unreadable(file, error)
  })
}

/** The reason that the system gives, in words. */
export function unreadable(file: string, { code, message }: NodeJS.ErrnoException): Problem {
  if (code === 'ENOENT' || code === 'ENOTDIR')
    return new Problem('missing', 'is not there: check its name and folder', { file })
  if (code === 'EACCES' || code === 'EPERM') {
    return new Problem('unreadable', 'may not be read: ask for permission to read it', { file })
  }
  return new Problem('unreadable', `cannot be read: ${code ?? message}`, { file })
}
