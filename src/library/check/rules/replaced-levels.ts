import { levelNamed } from '../../levels.ts'
import { placeOfWords } from '../places.ts'
import type { CheckRule } from '../types.ts'

/**
 * What staff is told of a level, and what a vendor's paper is judged by, go with its words. Where a house writes the words
 * anew, the library's account is of words that are not there any more.
 */
export const replacedLevels: CheckRule = {
  id: 'replaced-levels',
  proves: 'a level that a house writes anew has its own account for staff, and its own evidence for a review',
  needsTexts: false,
  run({ library, reader, report }) {
    for (const { id, file, told, evidence } of library.flowDowns.values()) {
      const source = reader.sources.get(`flow-downs/${id}.md`)
      if (!source?.covered) continue
      for (const [, heading = ''] of (source.body ?? '').matchAll(/^## +(.*)$/gm)) {
        const level = levelNamed(heading.trim().toLowerCase())
        if (!level) continue
        const accounts = [
          { path: ['told', level], use: 'what staff is told of it', there: told[level] !== undefined },
          {
            path: ['evidence', 'levels', level],
            use: 'what a paper is judged by',
            there: evidence?.levels[level] !== undefined,
          },
        ]
        for (const { path, use, there } of accounts)
          if (there && !isGiven(source.given, path))
            report(
              'replaced-levels',
              `${heading.trim()} has words of the house, and ${use} is still the library's: give ${path.join('.')}, or leave it blank`,
              placeOfWords(reader, file, `## ${heading.trim()}`),
            )
      }
    }
  },
}

/** Whether a file says something at a path, or says that there is nothing. */
function isGiven(data: unknown, path: readonly string[]): boolean {
  const [key, ...rest] = path
  if (key === undefined || data === null) return true
  return typeof data === 'object' && Object.hasOwn(data, key) && isGiven(data[key as keyof typeof data], rest)
}
