import { letters, roman } from '../../agreement/index.ts'

type Count = (count: number) => string

const ways: Count[] = [
  String,
  (count) => letters(count),
  (count) => roman(count),
  (count) => letters(count).toUpperCase(),
  (count) => roman(count).toUpperCase(),
]

const last = /(\d+|\p{L}+)([^\p{L}\d]*)$/u

/**
 * The number that comes some places after the last of a list: `9.7` after `9.6`, `(c)` after `(b)`, `V.` after `IV.`.
 *
 * @param numbers of the list, in their order
 */
export function numberAfter(numbers: readonly string[], places: number): string {
  const final = numbers.at(-1) ?? ''
  const parts = numbers.map((number) => last.exec(number)?.[1] ?? '')
  // `(i)` alone is a letter or a roman number; what comes before it in the list tells.
  const way =
    ways.find((count) => parts.every((part, at) => part === count(placeOf(part, count, at)))) ?? String
  const value = placeOf(parts.at(-1) ?? '', way, parts.length - 1)
  return final.replace(last, (_, __, tail: string) => `${way(value + places)}${tail}`)
}

function placeOf(part: string, count: Count, at: number): number {
  if (/^\d+$/.test(part)) return Number(part)
  // A list has the number of its place, or one near it where others have been taken out.
  for (let value = 1; value <= at + 60; value += 1) if (count(value) === part) return value
  return 0
}

/** `8A.` for `8.`: a number between two others, which moves neither. */
export function numberBetween(number: string): string {
  return number.replace(last, '$1A$2')
}
