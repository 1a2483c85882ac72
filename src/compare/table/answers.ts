/** Places that answer each other, or one that stands alone. */
export interface Answer {
  left?: number
  right?: number
}

/**
 * Puts two rows of things in one order: those that are alike answer each other, as much likeness in all as can be had
 * without crossing. Where as many are left between two answers on either side, they answer each other in their order,
 * whatever they say: a row of which every cell was changed is still that row.
 *
 * @param like 0 for nothing in common, 1 for the same
 */
export function answersOf(
  left: number,
  right: number,
  like: (left: number, right: number) => number,
): Answer[] {
  const anchors = left * right > mostCells ? inOrder(left, right, like) : best(left, right, like)
  const answers: Answer[] = []
  let [at, to] = [0, 0]
  for (const [one, other] of [...anchors, [left, right] as const]) {
    const equal = one - at === other - to
    for (; at < one; at += 1) answers.push(equal ? { left: at, right: to++ } : { left: at })
    for (; to < other; to += 1) answers.push({ right: to })
    if (one < left && other < right) answers.push({ left: one, right: other })
    at = one + 1
    to = other + 1
  }
  return answers
}

/** Beyond so many comparisons only what is the same at the same place from either end is taken for it. */
const mostCells = 250_000
/** Less in common than this is nothing. */
const leastLike = 0.3

function best(
  left: number,
  right: number,
  like: (left: number, right: number) => number,
): [number, number][] {
  const width = right + 1
  const sums = new Float64Array((left + 1) * width)
  const likes = new Float64Array(left * right)
  for (let at = left - 1; at >= 0; at -= 1) {
    for (let to = right - 1; to >= 0; to -= 1) {
      const alike = like(at, to)
      likes[at * right + to] = alike
      const paired = alike < leastLike ? 0 : alike + sums[(at + 1) * width + to + 1]!
      sums[at * width + to] = Math.max(paired, sums[(at + 1) * width + to]!, sums[at * width + to + 1]!)
    }
  }
  const found: [number, number][] = []
  for (let at = 0, to = 0; at < left && to < right; ) {
    const sum = sums[at * width + to]!
    const alike = likes[at * right + to]!
    if (alike >= leastLike && sum === alike + sums[(at + 1) * width + to + 1]!) found.push([at++, to++])
    else if (sum === sums[(at + 1) * width + to]) at += 1
    else to += 1
  }
  return found
}

function inOrder(
  left: number,
  right: number,
  like: (left: number, right: number) => number,
): [number, number][] {
  const found: [number, number][] = []
  let at = 0
  while (at < left && at < right && like(at, at) === 1) {
    found.push([at, at])
    at += 1
  }
  const tail: [number, number][] = []
  for (
    let back = 1;
    left - back >= at && right - back >= at && like(left - back, right - back) === 1;
    back += 1
  )
    tail.push([left - back, right - back])
  return [...found, ...tail.reverse()]
}
