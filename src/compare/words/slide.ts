import { fewestEqual, isIsland } from './island.ts'
import type { Change, Token } from './types.ts'

/**
 * What is only inserted or only deleted can often stand a little earlier or later and say the same: it goes where it
 * starts and ends with a sentence, or else with a comma.
 */
export function slid(
  left: readonly Token[],
  right: readonly Token[],
  change: Change,
  before: Change | undefined,
  after: Change | undefined,
): Change {
  const inserted = change.left[0] === change.left[1]
  if (!inserted && change.right[0] !== change.right[1]) return change
  const [tokens, [from, end]] = inserted ? [right, change.right] : [left, change.left]
  const [least, most] = [
    before?.[inserted ? 'right' : 'left'][1] ?? 0,
    after?.[inserted ? 'right' : 'left'][0] ?? tokens.length,
  ]
  const fits = (by: number) =>
    (!before || !isIsland(tokens, least, from + by, fewestEqual)) &&
    (!after || !isIsland(tokens, end + by, most, fewestEqual))
  let best = 0
  let height = breakBefore(tokens, from)
  const consider = (by: number) => {
    const here = breakBefore(tokens, from + by)
    if (here <= height || !fits(by)) return
    best = by
    height = here
  }
  for (let by = -1; from + by >= least && tokens[from + by]!.key === tokens[end + by]!.key; by -= 1)
    consider(by)
  for (let by = 1; end + by <= most && tokens[from + by - 1]!.key === tokens[end + by - 1]!.key; by += 1)
    consider(by)
  const moved = ([one, other]: Change['left']): Change['left'] => [one + best, other + best]
  return best === 0 ? change : { left: moved(change.left), right: moved(change.right) }
}

/** How much of a break stands before a token: a sentence's end, a comma, or none. */
function breakBefore(tokens: readonly Token[], at: number): number {
  const key = tokens[at - 1]?.key ?? '.'
  return key === '.' || key === ';' || key === ':' ? 2 : key === ',' ? 1 : 0
}
