import type { BatchProgress } from '../../batch/index.ts'

/**
 * Shows how far a batch is, on a terminal alone.
 *
 * @param count counts the rows, which only a terminal needs
 * @param doing what is done with them
 */
export async function progressOf(count: () => Promise<number>, doing = 'Drafting'): Promise<BatchProgress> {
  if (!process.stderr.isTTY) return { step: () => {}, stop: () => {} }
  const [{ SingleBar }, total] = await Promise.all([
    import('cli-progress').then((loaded) => loaded.default),
    count(),
  ])
  const bar = new SingleBar({
    format: `${doing} {bar} {value} of {total} · {rate} a second · {eta_formatted} left`,
    stream: process.stderr,
    hideCursor: true,
    clearOnComplete: true,
    etaBuffer: 100,
  })
  const started = performance.now()
  let done = 0
  bar.start(total, 0, { rate: '–' })
  return {
    step: () => {
      done += 1
      const rate = (done * 1000) / (performance.now() - started)
      bar.increment(1, { rate: rate < 10 ? rate.toFixed(1) : Math.round(rate) })
    },
    stop: () => bar.stop(),
  }
}
