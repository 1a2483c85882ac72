/** Keeps what was made last, up to a number of bytes; the one that was not asked for the longest goes first. */
export interface Cache<T> {
  get(key: string): T | undefined
  set(key: string, value: T, bytes: number): void
  delete(key: string): void
}

export function boundedCache<T>(mostBytes: number): Cache<T> {
  const kept = new Map<string, { value: T; bytes: number }>()
  let total = 0
  return {
    get(key) {
      const found = kept.get(key)
      if (!found) return undefined
      // A Map keeps the order of insertion: the last one asked for goes to its end.
      kept.delete(key)
      kept.set(key, found)
      return found.value
    },
    set(key, value, bytes) {
      total += bytes - (kept.get(key)?.bytes ?? 0)
      kept.delete(key)
      kept.set(key, { value, bytes })
      for (const [oldest, one] of kept) {
        if (total <= mostBytes) break
        kept.delete(oldest)
        total -= one.bytes
      }
    },
    delete(key) {
      total -= kept.get(key)?.bytes ?? 0
      kept.delete(key)
    },
  }
}
