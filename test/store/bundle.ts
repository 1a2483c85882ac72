import { join } from 'node:path'
import { build } from 'esbuild'
import { packageRoot } from '../../src/home.ts'

/** A program of this folder that Node runs by itself, in a process of its own. */
export async function bundled(name: string, folder: string): Promise<string> {
  const outfile = join(folder, `${name}.mjs`)
  await build({
    entryPoints: [join(packageRoot(), 'test', 'store', `${name}.ts`)],
    bundle: true,
    platform: 'node',
    format: 'esm',
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
    outfile,
  })
  return outfile
}
