import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** Where a program is on this machine, also where only the administrator has it in his path. */
export function findTool(name: string): string | undefined {
  return [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin']
    .map((folder) => join(folder, name))
    .find((path) => existsSync(path))
}
