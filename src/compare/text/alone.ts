/** What one side has and the other has not, or not so often, told by a key; in the order of the one. */
export function alone<T>(own: readonly T[], others: readonly T[], keyOf: (one: T) => string): T[] {
  const open = new Map<string, number>()
  for (const one of others) open.set(keyOf(one), (open.get(keyOf(one)) ?? 0) + 1)
  return own.filter((one) => {
    const left = open.get(keyOf(one)) ?? 0
    open.set(keyOf(one), left - 1)
    return left < 1
  })
}
