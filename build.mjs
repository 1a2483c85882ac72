// Bundles the program and the library into dist/: one file to load at the start keeps `clausebook` quick to
// answer, and what a command does not need (Word, the server) stays in chunks that it does not load.
import { execFileSync } from 'node:child_process'
import { chmodSync, rmSync } from 'node:fs'
import { build } from 'esbuild'

rmSync('dist', { recursive: true, force: true })
await build({
  entryPoints: {
    clausebook: 'src/cli/main.ts',
    index: 'src/index.ts',
    'read-docx-worker': 'src/word/read-docx-worker.ts',
  },
  outdir: 'dist',
  bundle: true,
  splitting: true,
  platform: 'node',
  format: 'esm',
  target: 'node20.19',
  external: ['docxodus', 'docxodus/*'],
  banner: {
    // CommonJS packages inside an ESM bundle still call require for Node's own modules.
    js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
  },
  chunkNames: 'chunk-[hash]',
  legalComments: 'linked',
  logLevel: 'warning',
})
chmodSync('dist/clausebook.js', 0o755)
execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.types.json'], { stdio: 'inherit' })
