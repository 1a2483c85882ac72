// Bundles the program and the library into dist/: one file to load at the start keeps `clausebook` quick to
// answer, and what a command does not need (Word, the server) stays in chunks that it does not load. Every
// `*-worker.ts` is an entry of its own. `--no-types` leaves out the declarations, for quick runs.
import { execFileSync } from 'node:child_process'
import { chmodSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { build } from 'esbuild'

const workers = readdirSync('src', { recursive: true })
  .filter((path) => path.endsWith('-worker.ts'))
  .sort()

rmSync('dist', { recursive: true, force: true })
await build({
  entryPoints: {
    clausebook: 'src/cli/main.ts',
    index: 'src/index.ts',
    'pack-library': 'src/library/pack-library.ts',
    ...Object.fromEntries(workers.map((path) => [basename(path, '.ts'), `src/${path}`])),
  },
  outdir: 'dist',
  bundle: true,
  splitting: true,
  platform: 'node',
  format: 'esm',
  target: 'node20.19',
  external: ['tinypool'],
  banner: {
    // CommonJS packages inside an ESM bundle still call require for Node's own modules.
    js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
  },
  chunkNames: 'chunk-[hash]',
  legalComments: 'linked',
  minifyWhitespace: true,
  minifySyntax: true,
  logLevel: 'warning',
})
// What the pages load: a script a module that is not imported by another, and the style sheet.
await build({
  entryPoints: [
    ...readdirSync('web/modules')
      .filter((name) => name.endsWith('.ts'))
      .map((name) => `web/modules/${name}`),
    'web/style.css',
    'web/icon.svg',
  ],
  outdir: 'dist/web',
  entryNames: '[name]',
  bundle: true,
  splitting: false,
  minify: true,
  format: 'esm',
  target: ['chrome111', 'firefox115', 'safari16.4'],
  loader: { '.svg': 'copy' },
  logLevel: 'warning',
})
chmodSync('dist/clausebook.js', 0o755)
// Reading the library's YAML takes half a second that no command should take: it is read once, here.
const { packOwnLibrary } = await import('./dist/pack-library.js')
const packed = await packOwnLibrary()
if (packed !== undefined) writeFileSync('dist/library.json', packed)
if (!process.argv.includes('--no-types')) {
  execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.types.json'], {
    stdio: 'inherit',
  })
}
