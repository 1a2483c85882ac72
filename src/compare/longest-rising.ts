/** Indexes of a longest strictly rising subsequence (patience sorting). */
export function longestRising(values: readonly number[]): number[] {
  const tails: number[] = []
  const previous: number[] = []
  values.forEach((value, at) => {
    let low = 0
    let high = tails.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (values[tails[middle]!]! < value) low = middle + 1
      else high = middle
    }
    previous[at] = low === 0 ? -1 : tails[low - 1]!
    tails[low] = at
  })
  const rising: number[] = []
  for (let at = tails.at(-1) ?? -1; at >= 0; at = previous[at]!) rising.push(at)
  return rising.reverse()
}
