import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

let found: string | undefined

/**
 * The folder of the installed package, beside whose `dist/` the program finds `clauses/`, `templates/` and `web/`.
 *
 * @throws Error where no package.json named clausebook stands above this file: the installation is broken.
 */
export function packageRoot(): string {
  found ??= search(dirname(fileURLToPath(import.meta.url)))
  return found
}

/** The version in the package's package.json, for example `0.1.0`. */
export function packageVersion(): string {
  const { version } = JSON.parse(readFileSync(join(packageRoot(), 'package.json'), 'utf8')) as {
    version: string
  }
  return version
}

function search(folder: string): string {
  const file = join(folder, 'package.json')
  if (
    existsSync(file) &&
    (JSON.parse(readFileSync(file, 'utf8')) as { name?: string }).name === 'clausebook'
  ) {
    return folder
  }
  const above = dirname(folder)
  if (above === folder)
    throw new Error('clausebook is not installed as a package: its package.json is missing')
  return search(above)
}
