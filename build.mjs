// Bundles the program and the library into dist/: one file to load at the start keeps `clausebook` quick to
// answer, and what a command does not need (Word, the server) stays in chunks that it does not load. Every
// `*-worker.ts` is an entry of its own. `--no-types` leaves out the declarations, for quick runs.
import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  copyFileSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname } from 'node:path'
import { decode, encode } from '@jridgewell/sourcemap-codec'
import { build, transform } from 'esbuild'

const workers = readdirSync('src', { recursive: true })
  .filter((path) => path.endsWith('-worker.ts'))
  .sort()

/** Doors that are free of Node: a browser takes them as they are. */
const pure = ['compare.ts', 'word.ts']
const doors = readdirSync('src/doors').filter((name) => !pure.includes(name))
const entries = (names) =>
  Object.fromEntries(names.map((name) => [`doors/${basename(name, '.ts')}`, `src/doors/${name}`]))

/** Node's own modules do nothing when they are loaded: what is used of none of them is left out. */
const nodeModules = {
  name: 'node-modules',
  setup(building) {
    building.onResolve({ filter: /^node:/ }, ({ path }) => ({ path, external: true, sideEffects: false }))
  },
}

/** Maps tell where a failure was in the lines that we wrote; those of packages would be more than half of them. */
const unmapped = {
  name: 'unmapped-packages',
  setup(building) {
    // A map of one place, which is behind all that there is: without one, or with an empty one, esbuild makes its own.
    const map = { version: 3, sources: ['package'], mappings: `${';'.repeat(100_000)}AAAA` }
    const empty = Buffer.from(JSON.stringify(map)).toString('base64')
    building.onLoad({ filter: /[\\/]node_modules[\\/].*\.[cm]?js$/ }, ({ path }) => ({
      contents: `${readFileSync(path, 'utf8')}\n//# sourceMappingURL=data:application/json;base64,${empty}`,
      loader: 'js',
    }))
  },
}

/** The queue asks this one for times of day, by which nothing of ours is begun; it brings a calendar of 150 kB. */
const timetables = {
  name: 'timetables',
  setup(building) {
    building.onResolve({ filter: /^cron-parser$/ }, () => ({ path: 'cron-parser', namespace: 'left-out' }))
    building.onLoad({ filter: /.*/, namespace: 'left-out' }, () => ({ contents: 'module.exports = {}' }))
  },
}

/** For files of packages alone. */
const shortNames = { minifyIdentifiers: true, minifyWhitespace: true, target: 'node20.19' }

/** How the program is bundled, in one form and the other; a file is written once it is whole. */
const program = {
  outdir: 'dist',
  bundle: true,
  splitting: true,
  platform: 'node',
  format: 'esm',
  target: 'node20.19',
  external: ['tinypool'],
  plugins: [nodeModules, timetables, unmapped],
  write: false,
  // Where a failure was, in the lines that we wrote; the lines themselves are in the repository.
  sourcesContent: false,
  chunkNames: 'chunk-[hash]',
  minifyWhitespace: true,
  minifySyntax: true,
  logLevel: 'warning',
}

rmSync('dist', { recursive: true, force: true })
const { outputFiles: files } = await build({
  ...program,
  entryPoints: {
    clausebook: 'src/cli/main.ts',
    'compile-program': 'src/cli/compile.ts',
    index: 'src/index.ts',
    ...entries(doors),
    'pack-library': 'src/library/pack-library.ts',
    ...Object.fromEntries(workers.map((path) => [basename(path, '.ts'), `src/${path}`])),
  },
  sourcemap: 'linked',
  legalComments: 'linked',
})
await build({
  entryPoints: entries(pure),
  outdir: 'dist',
  bundle: true,
  splitting: true,
  // Of packages the variant without Node, but none that asks for a page: a worker has no document.
  platform: 'neutral',
  mainFields: ['module', 'main'],
  // What asks for colours looks for Node's `process`, and takes it that there may be none.
  define: { process: 'globalThis.process' },
  format: 'esm',
  target: ['es2023'],
  plugins: [nodeModules, unmapped],
  chunkNames: 'doors/chunk-[hash]',
  legalComments: 'linked',
  minifyWhitespace: true,
  minifySyntax: true,
  sourcemap: 'linked',
  sourcesContent: false,
  logLevel: 'warning',
})
// CommonJS packages inside an ESM bundle still call require for Node's own modules.
const requiring =
  "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);"
const requires = new Set(
  files
    .filter(({ path, text }) => path.endsWith('.js') && /\b__require\b/.test(text))
    .map(({ path }) => path),
)
const maps = new Map(files.filter(({ path }) => path.endsWith('.map')).map(({ path, text }) => [path, text]))
const foreign = new Set(
  files.map(({ path }) => path).filter((path) => path.endsWith('.js') && isForeign(maps.get(`${path}.map`))),
)
for (const { path, text, contents } of files) {
  mkdirSync(dirname(path), { recursive: true })
  if (foreign.has(path.replace(/\.map$/, ''))) {
    if (path.endsWith('.map')) continue
    const { code } = await transform(text, { ...shortNames, format: 'esm' })
    writeFileSync(path, requires.has(path) ? `${requiring}\n${code}` : code)
  } else if (requires.has(path)) writeFileSync(path, text.replace(/^(#!.*\n)?/, `$1${requiring}\n`))
  // A line more in front, in the map as well.
  else if (requires.has(path.replace(/\.map$/, '')))
    writeFileSync(path, text.replace('"mappings": "', '"mappings": ";'))
  else writeFileSync(path, contents)
}
await buildCommands()
// What the pages load: a script a module that is not imported by another, and the style sheet.
await build({
  entryPoints: [
    ...readdirSync('web/modules')
      .filter((name) => name.endsWith('.ts'))
      .map((name) => `web/modules/${name}`),
    'web/style.css',
    'web/answer.css',
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
  // Their addresses change with their bytes, which the server alone knows (src/server/assets.ts).
  external: ['*.woff2'],
  logLevel: 'warning',
})
for (const font of ['source-serif-4', 'source-sans-3']) {
  const from = `node_modules/@fontsource-variable/${font}`
  copyFileSync(`${from}/files/${font}-latin-wght-normal.woff2`, `dist/web/${font}.woff2`)
  copyFileSync(`${from}/LICENSE`, `dist/web/${font}.LICENSE.txt`)
}
// The program reads them where a database gets its tables.
cpSync('src/store/postgres/migrations', 'dist/migrations', { recursive: true })
chmodSync('dist/clausebook.js', 0o755)
// Reading the library's YAML takes half a second that no command should take: it is read once, here.
const { packOwnLibrary, packVendorKinds } = await import('./dist/pack-library.js')
const packed = await packOwnLibrary()
if (packed !== undefined) {
  writeFileSync('dist/library.jsonl', packed)
  writeFileSync('dist/vendor-kinds.json', packVendorKinds())
}
// What people run most is kept compiled for this version of Node.
execFileSync(process.execPath, ['dist/compile-program.js'], {
  // A build asks no network and says nothing of licenses; texts that are here are read.
  env: { ...process.env, CLAUSEBOOK_OFFLINE: '1', CLAUSEBOOK_DEBUG: '' },
  stdio: 'ignore',
})
rmSync('dist/compile-program.js')
rmSync('dist/compile-program.js.map')
thinMaps('dist')
if (!process.argv.includes('--no-types')) {
  execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.types.json'], {
    stdio: 'inherit',
  })
}

/** Leaves in each map a place for each line of ours, which is what a failure tells; a place for each sign took a sixth of the package. */
function thinMaps(folder) {
  for (const path of readdirSync(folder, { recursive: true }).filter((name) => name.endsWith('.map'))) {
    const map = JSON.parse(readFileSync(`${folder}/${path}`, 'utf8'))
    const lines = decode(map.mappings).map((places) =>
      places.filter(
        ([, source, line], at) => at === 0 || source !== places[at - 1][1] || line !== places[at - 1][2],
      ),
    )
    writeFileSync(
      `${folder}/${path}`,
      `${JSON.stringify({ ...map, names: [], mappings: encode(lines.map(unnamed)) })}\n`,
    )
  }
}

function unnamed(places) {
  return places.map((place) => place.slice(0, 4))
}

/** Whether a file has packages alone, and no line of ours. */
function isForeign(map) {
  return map !== undefined && !JSON.parse(map).sources.some((source) => /(?:^|\/)src\//.test(source))
}

/**
 * The commands, split as a bundle of modules is, and each file then made a CommonJS one of ASCII: only scripts can be loaded
 * in the form that V8 compiled them to (see src/cli/compiled.ts).
 */
async function buildCommands() {
  const { outputFiles } = await build({
    ...program,
    entryPoints: { run: 'src/cli/run.ts' },
    outdir: 'dist/cli',
    outExtension: { '.js': '.cjs' },
    define: { 'import.meta.url': '__url' },
    sourcemap: 'inline',
    legalComments: 'none',
  })
  mkdirSync('dist/cli', { recursive: true })
  for (const { path, text } of outputFiles) {
    const name = basename(path)
    const asScript = {
      format: 'cjs',
      platform: 'node',
      target: 'node20.19',
      // Templates become strings, in which every sign can be escaped; the raw ones among them too.
      supported: { 'template-literal': false },
      minifyWhitespace: true,
      minifySyntax: true,
      sourcemap: 'external',
      sourcesContent: false,
      sourcefile: name,
    }
    const { code: named, map } = await transform(text, asScript)
    // A file of packages alone has no line of ours: its map would lead to itself, and nobody reads its names.
    const alone = JSON.parse(map).sources.every((source) => source === name)
    const { code } = alone ? await transform(text, { ...asScript, ...shortNames }) : { code: named }
    const url = code.includes('__url')
      ? "const __url=require('node:url').pathToFileURL(__filename).href;"
      : ''
    const plain = code
      .replace(/\bimport\("(\.\/[^"]+)"\)/g, 'Promise.resolve().then(()=>require("$1"))')
      .replace(/\bimport\("([^"]+)"\)/g, '__import("$1")')
      // What is left stands in regular expressions.
      .replace(/[^\0-\x7F]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)
    // Loaded in compiled form, a file is given what imports; loaded by Node, it imports itself.
    const open = plain.includes('__import(') ? 'var __import=__import||(name=>import(name));' : ''
    const whole = `${open}${url}${plain.trimEnd()}\n`
    if (alone) writeFileSync(path, whole)
    else {
      writeFileSync(path, `${whole}//# sourceMappingURL=${name}.map\n`)
      writeFileSync(`${path}.map`, map)
    }
  }
}
