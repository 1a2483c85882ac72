import { compareTexts } from '../../compare/index.ts'
import type { Library } from '../../library/index.ts'
import { compareWord, openWord } from '../../markup/index.ts'
import { type SilentReport, silentChanges } from '../../markup/silent.ts'
import { aboutFile } from '../../problem.ts'
import { givenFile, openTexts } from '../../texts/index.ts'
import { today } from '../../today.ts'
import type { Upload } from '../uploads.ts'

/** Two Word files that somebody sent. */
export interface WordTask {
  left: Upload
  right: Upload
}

/** The right file with the differences tracked in its own look. */
export interface WordFile {
  content: Uint8Array
  /** What was not compared, a line each. */
  notCompared: string[]
}

/** @throws Problem where a file cannot be read, or the redline does not give both back */
export function wordRedline({ left, right }: WordTask): WordFile {
  aboutFile(left.file, () => openWord(left.bytes))
  const { bytes, notCompared } = aboutFile(right.file, () =>
    compareWord(left.bytes, right.bytes, { author: 'Clausebook', date: `${today()}T00:00:00Z` }),
  )
  return { content: bytes, notCompared }
}

/** What the right file changed without tracking it. @throws Problem where a file cannot be read */
export async function silentIn(library: Library, { left, right }: WordTask): Promise<SilentReport> {
  const store = openTexts(library.licenses)
  const [from, to] = await Promise.all([
    givenFile(left.file, left.bytes, store, { view: 'accepted', hidden: true }),
    givenFile(right.file, right.bytes, store, { view: 'original', hidden: true }),
  ])
  const { comparison } = compareTexts(library, from, to)
  return silentChanges(comparison, {
    sent: { name: left.file, sha256: from.sha256 ?? '', view: 'accepted', bytes: left.bytes },
    returned: { name: right.file, sha256: to.sha256 ?? '', bytes: right.bytes },
  })
}
