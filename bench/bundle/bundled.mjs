import { join } from 'node:path'

const bench = join(import.meta.dirname, '..')
const dist = join(bench, '..', 'dist')

/**
 * Bundles a script of the bench beside the program, whose sources it shares.
 *
 * @param name of the script, without its ending
 * @param entry its source below `bench/`
 * @returns path of the script
 */
export async function bundled(name, entry) {
  const { build } = await import('esbuild')
  await build({
    entryPoints: { [name]: join(bench, entry) },
    outdir: dist,
    bundle: true,
    platform: 'node',
    format: 'esm',
    external: ['docxodus', 'docxodus/*'],
    banner: {
      js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
    },
    logLevel: 'error',
  })
  return join(dist, `${name}.js`)
}
