import type { Library } from '../../library/index.ts'
import {
  type Assessment,
  citedWords,
  licenseNames,
  type Matter,
  outcomeWords,
  upgradesOf,
} from '../../matter/index.ts'
import { isShort } from './memo-duties.ts'

/** What a use would gain and lose under the newest license, assessed anew. */
export interface MemoUpgrade {
  /** With the versions that it is on: `chatbot, Llama 3.3`. */
  use: string
  now: string
  there: string
  loses: string
  gains: string
}

/** The assessment run again under the newest license, for each use under each version that it is on. */
export interface MemoVersions {
  to: string
  uses: MemoUpgrade[]
}

/** @returns undefined where the newest alone is in use */
export function memoVersions(
  library: Library,
  matter: Matter,
  assessment: Assessment,
): MemoVersions | undefined {
  const upgrades = upgradesOf(matter, assessment, library)
  const newest = [...library.licenses.values()].at(-1)
  if (upgrades.length === 0 || newest === undefined) return undefined
  const told = (list: (typeof upgrades)[number]['gains']) =>
    list
      .map(({ statement, citations }) => {
        const where = citedWords(citations, library.licenses)
        const words = statement.replace(/the words become “([^”]*)”/, (all, exact: string) =>
          isShort(exact) ? all : 'the words change',
        )
        return where === '' ? words : `${words} (${where})`
      })
      .join('; ') || 'nothing'
  const several = new Set(assessment.answers.map(({ use }) => use)).size > 1
  const groups = new Map<string, { row: Omit<MemoUpgrade, 'use'>; of: Map<string, string[]> }>()
  for (const { use, from, models, before, after, gains, loses } of upgrades) {
    const row = {
      now: outcomeWords[before],
      there: `${outcomeWords[after]}, with ${models.join(', ')}`,
      loses: told(loses),
      gains: told(gains),
    }
    const key = JSON.stringify(row)
    const group = groups.get(key) ?? { row, of: new Map<string, string[]>() }
    group.of.set(use, [...(group.of.get(use) ?? []), from])
    groups.set(key, group)
  }
  return {
    to: newest.name,
    uses: [...groups.values()].map(({ row, of }) => ({
      use: [...of]
        .map(([use, from]) => {
          const names = licenseNames(from, library.licenses)
          return several ? `${use}, ${names}` : names
        })
        .join('; '),
      ...row,
    })),
  }
}
