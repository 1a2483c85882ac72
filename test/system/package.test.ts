import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import { chromium } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { packageRoot } from '../../src/home.ts'
import { findChromium } from '../setup/chromium.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 180_000 })

const root = packageRoot()
const folder = mkdtempSync(join(tmpdir(), 'clausebook-package-'))
afterAll(() => rmSync(folder, { recursive: true }))

beforeAll(() => {
  const npm = (args: string[], cwd: string) =>
    execFileSync('npm', [...args, '--ignore-scripts', '--offline', '--no-audit', '--no-fund'], {
      cwd,
      stdio: 'pipe',
    })
  npm(['pack', '--pack-destination', folder], root)
  const [tarball] = readdirSync(folder).filter((name) => name.endsWith('.tgz'))
  writeFileSync(join(folder, 'package.json'), '{"private": true, "type": "module"}\n')
  // Offline, and nothing of this repository beside it: what it needs, it brings.
  npm(['install', join(folder, tarball!)], folder)
})

const program = join(folder, 'node_modules', '.bin', 'clausebook')
function run(args: string[], env: NodeJS.ProcessEnv = {}) {
  const { PATH, HOME } = process.env
  return spawnSync(program, args, {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH, HOME, CLAUSEBOOK_OFFLINE: '1', ...env },
  })
}
const write = (name: string, words: string) => writeFileSync(join(folder, name), words)

describe('the packed tarball alone, in an empty folder', () => {
  test('is at most 30 MB and 60 packages', () => {
    const files = readdirSync(join(folder, 'node_modules'), { recursive: true, withFileTypes: true })
    const bytes = files.reduce(
      (sum, entry) => sum + (entry.isFile() ? statSync(join(entry.parentPath, entry.name)).size : 0),
      0,
    )
    const packages = files.filter(
      ({ name, parentPath }) => name === 'package.json' && /node_modules\/(@[^/]+\/)?[^/]+$/.test(parentPath),
    )
    expect(bytes).toBeLessThan(30_000_000)
    expect(packages.length).toBeLessThanOrEqual(60)
  })

  test('compares', () => {
    write('a.md', '# Terms\n\n1. Term. One year.\n\n2. Notice. Thirty days.\n')
    write('b.md', '# Terms\n\n1. Term. Two years.\n\n2. Notice. Thirty days.\n')
    const { status, stdout } = run(['compare', 'a.md', 'b.md', '--format', 'markdown'])
    expect(status).toBe(0)
    expect(stdout).toMatch(/~~One year\.?~~|One/)
    expect(run(['compare', 'llama-2', 'llama-3.1', '--text', 'restated', '--changed']).status).toBe(0)
  })

  test('drafts and assesses', () => {
    write('matter.yaml', 'matter: Pilot\nmodels: [{ model: Llama 3.1, license: llama-3.1 }]\n')
    expect(run(['assess', 'matter.yaml']).status).toBe(0)
    const drafted = run(['draft', 'risk-memo', 'matter.yaml', '--allow-blanks', '--output', 'memo.docx'])
    expect({ status: drafted.status, stderr: drafted.stderr }).toMatchObject({ status: 0 })
    expect(readFileSync(join(folder, 'memo.docx')).subarray(0, 2).toString()).toBe('PK')
  })

  test('serves', async () => {
    const child = spawn(program, ['serve', '--offline', '--port', '0'], { cwd: folder })
    const [line] = await once(child.stdout, 'data')
    const [address] = /http:\S+/.exec(String(line))!
    expect((await fetch(address)).status).toBe(200)
    const compared = await fetch(`${address}api/compare?left=llama-2&right=llama-3.1&text=restated`)
    expect(compared.status).toBe(200)
    // Drafting is done in a thread, whose file must have come along.
    const body = JSON.stringify({
      document: 'risk-memo',
      matter: readFileSync(join(folder, 'matter.yaml'), 'utf8'),
      format: 'markdown',
    })
    const headers = { 'content-type': 'application/json' }
    expect((await fetch(`${address}api/draft`, { method: 'POST', headers, body })).status).toBe(200)
    child.kill('SIGTERM')
    expect((await once(child, 'exit'))[0]).toBe(0)
  })

  test('shows the lines that we wrote, when it is asked to', () => {
    const { stderr } = run(['compare', 'none.md', 'a.md'], { CLAUSEBOOK_DEBUG: '1' })
    expect(stderr).toMatch(/at .*src\/[\w/-]+\.ts:\d+:\d+/)
    expect(run(['compare', 'none.md', 'a.md']).stderr.trim().split('\n')).toHaveLength(1)
  })
})

describe('docs/embedding.md', () => {
  const page = readFileSync(join(root, 'docs', 'embedding.md'), 'utf8')
  const programs = [...page.matchAll(/```js\n(.*?)```/gs)].map(([, words]) => words!)
  test.each([
    [0, /^1\n# /],
    [1, /^llama-3\.1 \S+[^\n]*\ntrue\n$/],
    [2, /\S/],
  ])('program %i runs as it stands', (at, said) => {
    write(`program-${at}.js`, programs[at]!)
    const out = execFileSync(process.execPath, [`program-${at}.js`], { cwd: folder, encoding: 'utf8' })
    expect(out).toMatch(said)
    if (at === 2) expect(existsSync(join(folder, 'risk-memo.docx'))).toBe(true)
  })
})

test.skipIf(!findChromium())(
  'clausebook/compare and clausebook/word run in a browser, which has no Node',
  async () => {
    mkdirSync(join(folder, 'page'), { recursive: true })
    write(
      'page/entry.js',
      `import { compare, csvReport, htmlReport, markdownReport, parseAgreement } from 'clausebook/compare'
     import { comparisonToDocx } from 'clausebook/word'
     const side = (id) => ({ id, title: 'Terms', sha256: '' })
     globalThis.run = async (left, right) => {
       const comparison = compare(parseAgreement(left), parseAgreement(right), { left: side('a'), right: side('b') })
       const docx = await comparisonToDocx(comparison, { author: 'A', date: '2025-01-31' })
       return {
         changed: comparison.summary.changed,
         html: htmlReport(comparison).length,
         csv: csvReport(comparison),
         markdown: markdownReport(comparison),
         docx: String.fromCharCode(docx[0], docx[1]),
       }
     }`,
    )
    const { outputFiles, metafile } = await build({
      entryPoints: [join(folder, 'page/entry.js')],
      bundle: true,
      platform: 'browser',
      format: 'esm',
      write: false,
      metafile: true,
      absWorkingDir: folder,
      logLevel: 'silent',
    })
    const node = Object.values(metafile.outputs).flatMap(({ imports }) => imports.map(({ path }) => path))
    expect(node.filter((path) => path.startsWith('node:'))).toEqual([])
    const browser = await chromium.launch({
      executablePath: findChromium()!,
      args: ['--no-sandbox', '--disable-quic'],
    })
    try {
      const page = await browser.newPage()
      await page.addScriptTag({ type: 'module', content: outputFiles[0]!.text })
      await page.waitForFunction(() => 'run' in globalThis)
      const made = await page.evaluate(
        ([left, right]) =>
          (globalThis as unknown as { run(a: string, b: string): Promise<Record<string, unknown>> }).run(
            left!,
            right!,
          ),
        ['# Terms\n\n1. Term. One year.\n', '# Terms\n\n1. Term. Two years.\n'],
      )
      expect(made).toMatchObject({ changed: 1, docx: 'PK' })
      expect(made.csv).toContain('One year')
    } finally {
      await browser.close()
    }
  },
)
