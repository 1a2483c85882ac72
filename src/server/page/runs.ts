/** Neighbours that are alike, together. @param keyOf what they are alike by */
export function runsOf<T>(list: readonly T[], keyOf: (one: T) => string): T[][] {
  const runs: { key: string; own: T[] }[] = []
  for (const one of list) {
    const key = keyOf(one)
    const last = runs.at(-1)
    if (last?.key === key) last.own.push(one)
    else runs.push({ key, own: [one] })
  }
  return runs.map(({ own }) => own)
}
