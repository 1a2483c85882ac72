import { Problem } from '../problem.ts'

const reasons: Record<string, string> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EFBIG: 'it is larger than a file may be here',
  EIO: 'the disk has an error',
  EPIPE: 'whoever read it has gone',
  ECONNREFUSED: 'nobody listens on this socket',
  EBUSY: 'another program has it open: close it there',
  EMFILE: 'too many files are open: close some programs',
  ENFILE: 'too many files are open: close some programs',
  ENAMETOOLONG: 'its name is too long',
  ELOOP: 'it is a link that leads to itself',
}

/** Reasons for which another place helps. */
const misplaced: Record<string, string> = {
  EACCES: 'it or its folder may not be written to',
  EPERM: 'it or its folder may not be written to',
  EROFS: 'its folder may only be read',
  ENOENT: 'its folder is not there',
  ENOTDIR: 'a file is where its folder should be',
  EEXIST: 'a file is where the folder should be',
  EISDIR: 'is a folder',
}

/**
 * Why a file cannot be written, for the person who can mend it.
 *
 * @returns of the rule `disk-full` where no other file can be written either, else `write`
 * @param file path as the person named it
 * @param advice what to do where another place helps: `set CLAUSEBOOK_TEXTS to another`
 * @example
 * await mkdir(folder).catch((error) => { throw unwritable(folder, error) })
 */
export function unwritable(file: string, error: unknown, advice?: string): Problem {
  if (error instanceof Problem) return error
  const { code = '', message } = error as NodeJS.ErrnoException
  const where = misplaced[code]
  const reason = where === undefined ? (reasons[code] ?? (code || message)) : where
  const helps = where !== undefined && advice !== undefined ? `: ${advice}` : ''
  const rule = code === 'ENOSPC' || code === 'EDQUOT' ? 'disk-full' : 'write'
  return new Problem(rule, `cannot be written: ${reason}${helps}`, { file })
}
