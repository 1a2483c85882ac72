import { Problem } from '../problem.ts'

/** Jobs that are begun again and again, such as a look at what changed at the licensor: each time by one worker alone. */
export interface Watches {
  /** @throws Problem where it is not said how often */
  add(asked: AskedWatch): Promise<Watch>
  /** In the order in which they are due. */
  list(): Promise<Watch[]>
  /** What it came to stays as jobs. @throws Problem where there is none */
  remove(id: string, by: string): Promise<void>
  /**
   * Begins a job for each that is due. Of those who do so at the same time one alone begins it, and what was missed while nobody
   * worked is done once.
   *
   * @returns the ids of the jobs
   */
  tick(): Promise<string[]>
}

/** A watch that is to be kept. */
export interface AskedWatch {
  /** What lists call it: `watch of all texts`. */
  title: string
  /** `12h`, `1d`, `1w` */
  every: string
  /** When it is due first, ISO 8601; left out: at once. */
  first?: string
  /** What whoever does it has to know. */
  task: Record<string, unknown>
  by: string
}

export interface Watch extends Omit<AskedWatch, 'first'> {
  /** `3f9a2c01` */
  id: string
  /** When it is due next, ISO 8601. */
  next: string
}

/** What jobs of watches are called in a store. */
export const watchJob = 'watch'

const hour = 60 * 60 * 1000
const units: Record<string, number> = { h: hour, d: 24 * hour, w: 7 * 24 * hour }

/**
 * A time between two watches, in milliseconds: from an hour to 52 weeks.
 *
 * @throws Problem where it is none
 * @example
 * everyOf('1d') // 86_400_000
 */
export function everyOf(every: string): number {
  const [, count = '', unit = ''] = /^([1-9]\d{0,3})([hdw])$/.exec(every) ?? []
  const time = Number(count) * (units[unit] ?? 0)
  if (time >= hour && time <= 52 * units.w!) return time
  throw new Problem('usage', `--every ${every} is no time: write 12h, 1d or 1w, up to 52 weeks`)
}

/**
 * When a watch is due after one that was due before, of which some may have been missed: the first time behind now.
 *
 * @param next when it was due, and `now`, in milliseconds
 */
export function dueAfter(next: number, now: number, every: number): number {
  return next + (Math.floor(Math.max(0, now - next) / every) + 1) * every
}
