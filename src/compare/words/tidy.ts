import { fewestBetween, isIsland } from './island.ts'
import type { Match } from './match.ts'
import { slid } from './slide.ts'
import type { Change, Token } from './types.ts'

/** The changes between tokens that stay, as a reader wants them: without islands, each where a phrase starts. */
export function changesOf(
  left: readonly Token[],
  right: readonly Token[],
  matches: readonly Match[],
): Change[] {
  const changes: Change[] = []
  let [at, to] = [0, 0]
  for (const [one, other] of [...matches, [left.length, right.length] as const]) {
    if (one > at || other > to) {
      const change: Change = { left: [at, one], right: [to, other] }
      const last = changes.at(-1)
      if (last && isIsland(left, last.left[1], at, fewestBetween(left, right, last, change))) {
        last.left[1] = one
        last.right[1] = other
      } else changes.push(change)
    }
    at = one + 1
    to = other + 1
  }
  changes.forEach((change, place) => {
    closeBracket(left, right, change)
    takeCurrency(left, right, change, changes[place - 1])
  })
  changes.forEach((change, place) => {
    changes[place] = slid(left, right, change, changes[place - 1], changes[place + 1])
  })
  return changes
}

/** Of `thirty (30)` → `sixty (60)` the bracket that closes changes with the one that opens. */
function closeBracket(left: readonly Token[], right: readonly Token[], change: Change): void {
  const opens = (tokens: readonly Token[], [from, end]: Change['left']) => {
    let depth = 0
    for (let at = from; at < end; at += 1)
      depth += tokens[at]!.key === '(' ? 1 : tokens[at]!.key === ')' ? -1 : 0
    return depth > 0 && tokens[end]?.key === ')'
  }
  if (!opens(left, change.left) || !opens(right, change.right)) return
  change.left[1] += 1
  change.right[1] += 1
}

const CURRENCY = /^\p{L}{1,3}$/u

/** Of `US$1,000,000` → `US$500,000` the letters of the currency change with the sign that they are written to. */
function takeCurrency(
  left: readonly Token[],
  right: readonly Token[],
  change: Change,
  before: Change | undefined,
): void {
  const isWrittenTo = (tokens: readonly Token[], [from, end]: Change['left']) => {
    const [word, sum] = [tokens[from - 1], tokens[from]]
    return (
      word !== undefined &&
      sum !== undefined &&
      from < end &&
      word.end === sum.start &&
      CURRENCY.test(word.key) &&
      /^[$€£¥]\d/.test(sum.key)
    )
  }
  const isFree = change.left[0] > (before?.left[1] ?? 0) && change.right[0] > (before?.right[1] ?? 0)
  if (!isFree || !isWrittenTo(left, change.left) || !isWrittenTo(right, change.right)) return
  change.left[0] -= 1
  change.right[0] -= 1
}
