/**
 * The largest of many numbers: `Math.max(...)` takes no more than some hundred thousand.
 *
 * @param least what it is where there are none, or none is as large
 */
export function largestOf(values: Iterable<number>, least = Number.NEGATIVE_INFINITY): number {
  let largest = least
  for (const value of values) if (value > largest) largest = value
  return largest
}

/** The smallest of many numbers. */
export function smallestOf(values: Iterable<number>, most = Number.POSITIVE_INFINITY): number {
  let smallest = most
  for (const value of values) if (value < smallest) smallest = value
  return smallest
}
