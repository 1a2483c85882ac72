import { existsSync } from 'node:fs'

/** Where Chromium is on this machine: `CHROMIUM`, or where Debian puts it; undefined where there is none. */
export function findChromium(): string | undefined {
  return [process.env.CHROMIUM, '/usr/bin/chromium'].find((path) => path && existsSync(path))
}
