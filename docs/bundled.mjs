// What the scripts of this folder take of the program and its tests, which are TypeScript.
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'

export const root = fileURLToPath(new URL('..', import.meta.url))

let count = 0

/**
 * Loads TypeScript, built for this once; packages are those of the repository.
 *
 * @param contents a module, whose paths begin at the root: `export { pageOf } from './src/library/page.ts'`
 * @param options of esbuild
 */
export async function bundled(contents, options = {}) {
  count += 1
  const outfile = join(root, 'dist', `bundled-${process.pid}-${count}.mjs`)
  await build({
    absWorkingDir: root,
    stdin: { contents, resolveDir: root, loader: 'ts' },
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'warning',
    ...options,
  })
  try {
    return await import(pathToFileURL(outfile).href)
  } finally {
    rmSync(outfile)
  }
}
