import { symbolText } from '../symbol/symbol.ts'
import { numberText } from './format.ts'
import type { List, Lists } from './types.ts'

/** The numbers of a story, one paragraph after another. */
export interface Counter {
  /**
   * What Word prints before the next paragraph, which belongs to a level of a list; empty where it prints nothing.
   *
   * @param id of the list, `w:numId`
   * @param level from 0
   */
  next(id: string, level: number): string
}

/**
 * Counts as Word does: lists of one definition count on together; a level starts anew after a higher one (17.9.10); a
 * list that overrides a start does so where it is met first (17.9.26).
 *
 * @example
 * const counter = countLists(lists)
 * counter.next('1', 0) // '1.'
 * counter.next('1', 1) // '1.1'
 */
export function countLists(lists: Lists): Counter {
  const counts = new Map<string, (number | undefined)[]>()
  const met = new Set<string>()
  return {
    next(id, level) {
      const list = lists.get(id)
      if (!list) return ''
      let numbers = counts.get(list.abstract)
      if (!numbers) {
        numbers = Array.from({ length: 9 }, () => undefined)
        counts.set(list.abstract, numbers)
      }
      const key = `${id} ${level}`
      const restart = met.has(key) ? undefined : list.restarts.get(level)
      met.add(key)
      const before = numbers[level]
      numbers[level] = restart ?? (before === undefined ? list.levels[level]!.start : before + 1)
      // A level that was passed over counts as begun.
      for (let above = 0; above < level; above += 1) numbers[above] ??= startOf(list, above)
      for (let below = level + 1; below < 9; below += 1) {
        const after = list.levels[below]!.restart
        if (after === undefined || (after > 0 && level < after)) numbers[below] = undefined
      }
      return labelOf(list, level, numbers)
    },
  }
}

function startOf(list: List, level: number): number {
  return list.restarts.get(level) ?? list.levels[level]!.start
}

function labelOf(list: List, at: number, numbers: readonly (number | undefined)[]): string {
  const level = list.levels[at]!
  if (level.format === 'bullet') return symbolText(level.text, level.font)
  return level.text.replace(/%([1-9])/g, (_, digit) => {
    const of = Number(digit) - 1
    // A level below the paragraph's own has no number yet.
    if (of > at) return ''
    const { format, custom } = list.levels[of]!
    const number = numbers[of] ?? startOf(list, of)
    if (format === 'none' || format === 'bullet') return ''
    return numberText(number, level.legal && of < 9 ? 'decimal' : format, level.legal ? undefined : custom)
  })
}
