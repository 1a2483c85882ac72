import { join } from 'node:path'
import type { Tinypool } from 'tinypool'
import { packageRoot } from './home.ts'
import { mostMegabytes } from './memory-watch.ts'

/**
 * Threads for what somebody's files take, of which each may be ended in the middle and has its heap held to what one task may take.
 * None is there before a task comes, nor for long after the last.
 *
 * @param script of a thread, in `dist`
 * @param threads how many there are at most
 */
export async function openThreadPool(script: string, threads: number): Promise<Tinypool> {
  // Only a process that works on others' files needs them.
  const { Tinypool } = await import('tinypool')
  return new Tinypool({
    filename: join(packageRoot(), 'dist', script),
    runtime: 'worker_threads',
    minThreads: 0,
    maxThreads: threads,
    idleTimeout: 60_000,
    resourceLimits: { maxOldGenerationSizeMb: mostMegabytes },
  })
}
