import { ipKeyGenerator } from 'express-rate-limit'

/** Failed attempts to sign in, counted by address: whoever guesses is stopped, and nobody with him who is in already. */
export interface Guesses {
  /** Whether the address has failed so often in a minute that it must wait. */
  mustWait(address: string): boolean
  failed(address: string): void
}

const minute = 60_000
/** Addresses that are remembered; the oldest go first. */
const mostAddresses = 10_000

export function countGuesses(perMinute: number, now: () => number = Date.now): Guesses {
  const counts = new Map<string, { failures: number; until: number }>()
  const keyOf = (address: string) => ipKeyGenerator(address)
  const countOf = (address: string) => {
    const found = counts.get(keyOf(address))
    return found && found.until > now() ? found : undefined
  }
  return {
    mustWait: (address) => (countOf(address)?.failures ?? 0) >= perMinute,
    failed(address) {
      const count = countOf(address) ?? { failures: 0, until: now() + minute }
      count.failures += 1
      counts.delete(keyOf(address))
      counts.set(keyOf(address), count)
      const [oldest] = counts.keys()
      if (counts.size > mostAddresses && oldest !== undefined) counts.delete(oldest)
    },
  }
}
