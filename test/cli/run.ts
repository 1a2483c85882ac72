import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { packageRoot } from '../../src/home.ts'

export const program = join(packageRoot(), 'dist', 'clausebook.js')

/** Runs the built program. */
export function clausebook(args: string[], options: { cwd?: string; env?: NodeJS.ProcessEnv } = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    encoding: 'utf8',
    cwd: options.cwd,
    env: { ...process.env, NO_COLOR: '1', CLAUSEBOOK_OFFLINE: '1', ...options.env },
    maxBuffer: 64 * 1024 * 1024,
  })
  return { status, stdout, stderr }
}
