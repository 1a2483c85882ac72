/**
 * Milliseconds of processor time that something takes: what a limit on time is held to, since on a machine that is busy with
 * other things the clock says nothing.
 */
export function processorTime(doing: () => void): number {
  const before = process.cpuUsage()
  doing()
  return milliseconds(before)
}

/** Milliseconds of processor time since a reading of `process.cpuUsage()`. */
export function milliseconds(since: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since)
  return (user + system) / 1000
}
