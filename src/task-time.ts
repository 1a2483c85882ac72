/** How long a task may take, as a server is set up: from the first, and more with what it is handed. */
export interface TaskTime {
  /** Milliseconds for any task. */
  least: number
  /** Milliseconds more for each million bytes. */
  ofMegabyte: number
}

/** A million bytes of Markdown take seven seconds of a processor that others use too. */
export function taskTime(milliseconds: number): TaskTime {
  return { least: milliseconds, ofMegabyte: 2 * milliseconds }
}

/** The bytes of the files in what a task is handed, and the letters of its words. */
export function sizeOf(needs: unknown): number {
  let size = 0
  // What stands in several places is handed over once.
  const rest = new Set([needs])
  for (const one of rest) {
    if (typeof one === 'string') size += one.length
    else if (ArrayBuffer.isView(one)) size += one.byteLength
    else if (typeof one === 'object' && one !== null) for (const value of Object.values(one)) rest.add(value)
  }
  return size
}

/** What a form tells of it, in seconds. */
export function secondsView(milliseconds: number): { seconds: number; secondsOfMegabyte: number } {
  const { least, ofMegabyte } = taskTime(milliseconds)
  return { seconds: Math.round(least / 1000), secondsOfMegabyte: Math.round(ofMegabyte / 1000) }
}
