import type { BigIntStats } from 'node:fs'
import { stat } from 'node:fs/promises'
import { type Current, currentOf } from './current.ts'
import type { History } from './history.ts'

/** A matter as it was read, and by what it is seen whether it is the same now. */
interface Known {
  stamp: string
  current: Current | undefined
}

/** The clock of a file system may stand still so long (nanoseconds): what was changed later than that before it was read may change once more unseen. */
const standsStill = 100_000_000n

/** So many are remembered. */
const most = 20_000

/**
 * Reads matters as `currentOf` does, and those alone whose file or versions have changed since the last time: whoever shows a
 * list of thousands asks again and again.
 */
export function rememberedReading(): (
  name: string,
  file: string,
  history: History,
) => Promise<Current | undefined> {
  const known = new Map<string, Known>()
  return async (name, file, history) => {
    const before = await stampOf(file, history.folder)
    const seen = known.get(name)
    if (seen && seen.stamp === before.stamp) return seen.current
    const current = await currentOf(name, file, history)
    known.delete(name)
    if (before.isSettled && known.size < most) known.set(name, { stamp: before.stamp, current })
    return current
  }
}

async function stampOf(...places: string[]): Promise<{ stamp: string; isSettled: boolean }> {
  const now = BigInt(Date.now()) * 1_000_000n
  const found = await Promise.all(places.map((place) => stat(place, { bigint: true }).catch(() => undefined)))
  return {
    stamp: found.map((one) => (one ? wordOf(one) : '-')).join(' '),
    isSettled: found.every(
      (one) => !one || (one.ctimeNs < now - standsStill && one.mtimeNs < now - standsStill),
    ),
  }
}

function wordOf({ ino, size, mtimeNs, ctimeNs }: BigIntStats): string {
  return `${ino}.${size}.${mtimeNs}.${ctimeNs}`
}
