/** Looks at what the process takes, since what a thread takes outside of its heap is no other number's. */
export interface MemoryWatch {
  /** @returns to call when the task has ended */
  watch(end: () => void): () => void
}

/** What one task on somebody's file may take: the garbage collector holds the words to it, and the process is measured for the rest. */
export const mostMegabytes = 300

/** How often it looks, in milliseconds. */
const every = 50

/**
 * Ends the task that has run longest where the process has grown by more than so much a task since they began.
 *
 * @param most bytes that one task may take
 * @param taken how much the process takes now
 */
export function watchMemory(most: number, taken: () => number = process.memoryUsage.rss): MemoryWatch {
  const running = new Set<{ end: () => void; before: number }>()
  let timer: NodeJS.Timeout | undefined
  const look = () => {
    const [first] = running
    if (!first || taken() - first.before <= most * running.size) return
    running.delete(first)
    first.end()
  }
  return {
    watch(end) {
      const one = { end, before: taken() }
      running.add(one)
      timer ??= setInterval(look, every).unref()
      return () => {
        running.delete(one)
        if (running.size > 0) return
        clearInterval(timer)
        timer = undefined
      }
    },
  }
}
