import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { packageRoot } from '../../src/home.ts'

test('every name of the public API is documented', () => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [
      join(packageRoot(), 'node_modules/typedoc/bin/typedoc'),
      '--emit',
      'none',
      '--treatValidationWarningsAsErrors',
      // `npm run check` has told wrong types already.
      '--skipErrorChecking',
    ],
    { cwd: packageRoot(), encoding: 'utf8' },
  )
  expect({ status, told: `${stdout}${stderr}` }).toEqual({ status: 0, told: expect.any(String) })
})

test('the package holds the program, the library and nothing of the workshop', () => {
  const { stdout } = spawnSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    cwd: packageRoot(),
    encoding: 'utf8',
  })
  const [{ files }] = JSON.parse(stdout) as [{ files: { path: string }[] }]
  const paths = files.map(({ path }) => path)
  expect(paths).toContain('dist/clausebook.js')
  expect(paths).toContain('clauses/topics.yaml')
  // What a worker's pool loads by its own name comes with the package.
  const bundled = paths.filter((path) => path.startsWith('node_modules/'))
  expect(new Set(bundled.map((path) => path.split('/')[1]))).toEqual(new Set(['tinypool']))
  const rooms = new Set(paths.map((path) => path.split('/')[0]!))
  expect([...rooms].filter((name) => ['src', 'test', 'bench', '.ci'].includes(name))).toEqual([])
})
