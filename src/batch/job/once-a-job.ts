import type { TakenPart } from '../../store/index.ts'

/** So many jobs are under way at once at most, and what is known of one is not kept for long. */
const mostJobs = 20

/**
 * Reads what the parts of a job share once for all of them; anew for the next where it could not be read.
 *
 * @param read what a part's job shares
 */
export function onceAJob<T>(read: (part: TakenPart) => Promise<T>): (part: TakenPart) => Promise<T> {
  const known = new Map<string, Promise<T>>()
  return (part) => {
    const reading = known.get(part.job) ?? read(part)
    if (known.size > mostJobs) known.clear()
    known.set(part.job, reading)
    return reading.catch((error: unknown) => {
      known.delete(part.job)
      throw error
    })
  }
}
