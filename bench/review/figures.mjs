// The figures that a review is held to. `level` and `accept` are a lawyer's; `told` is the engine's.
const ranks = { preferred: 3, fallback: 2, walk_away: 1 }
const isMet = (verdict) => ranks[verdict] !== undefined

/** Each as how many are right of how many. */
export function figuresOf(rows) {
  const labels = ({ level, accept }) => [level, ...accept]
  const of = (list, isRight) => ({ right: list.filter(isRight).length, of: list.length })
  return {
    met: of(
      rows.filter(({ told }) => isMet(told)),
      (row) => labels(row).some((label) => (ranks[label] ?? 0) >= ranks[row.told]),
    ),
    missing: of(
      rows.filter(({ told }) => told === 'missing'),
      (row) => labels(row).includes('missing'),
    ),
    decided: of(rows, ({ told }) => told !== 'unclear'),
    bad: of(
      rows.filter(({ level }) => level === 'below' || level === 'missing'),
      ({ told }) => !isMet(told),
    ),
    below: of(
      rows.filter(({ told }) => told === 'below' || told === 'contrary'),
      (row) => labels(row).includes('below'),
    ),
  }
}
