import { grouped } from '../../in-words.ts'
import type { Library } from '../../library/index.ts'
import { countUsers, type Matter } from '../../matter/index.ts'
import type { Option } from './types.ts'

/** The calendar month whose users a license counts, `2024-06`, and the number that they are held against. */
export interface Counted {
  license: string
  month: string
  threshold: number
}

/** What each license that counts users counts. */
export function countedBy(library: Library): Counted[] {
  const nothing = { matter: 'users' } as Matter
  return [...library.licenses.keys()].flatMap((license) => {
    const { month, threshold } = countUsers(nothing, license, library) ?? {}
    return month === undefined || threshold === undefined ? [] : [{ license, month, threshold }]
  })
}

/** Steps below the smallest number that a license names, that number, and more than the largest. */
export function userSteps(library: Library): Option[] {
  const numbers = countedBy(library).map(({ threshold }) => threshold)
  if (numbers.length === 0) return []
  const steps = [1_000_000, 10_000_000, 100_000_000].filter((step) => step < Math.min(...numbers))
  const all = [...steps, ...new Set(numbers.toSorted((a, b) => a - b))]
  return [
    ...all.map((most) => ({ value: String(most), name: `at most ${inMillions(most)}` })),
    { value: aboveAll, name: `more than ${inMillions(all.at(-1)!)}` },
  ]
}

/** Says that there are more than any number that a license names. */
const aboveAll = 'more'

/** The step as facts of a matter: a bound for all months, or for each month that counts a number above it. */
export function reachOf(step: string, library: Library): Record<string, unknown> {
  if (step !== aboveAll) return { at_most: Number(step) }
  const months = countedBy(library).map(({ month, threshold }) => [month, threshold + 1])
  return {
    monthly_active_users: { 'All products of the group': { months: Object.fromEntries(months) } },
  }
}

function inMillions(count: number): string {
  return count % 1_000_000 === 0 ? `${grouped(count / 1_000_000)} million` : grouped(count)
}
