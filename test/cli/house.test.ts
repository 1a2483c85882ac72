import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { clausebook } from './run.ts'

const house = ['--house', 'test/fixtures/house']
const folder = mkdtempSync(join(tmpdir(), 'clausebook-house-cli-'))
afterAll(() => rmSync(folder, { recursive: true }))

const saas = 'examples/vendor-saas.yaml'

describe('--house', () => {
  it.each([
    [['draft', 'vendor-addendum', saas, '--allow-blanks'], 'Model cards', 0],
    [['redline', 'llama-3.1', '--position', 'publicity'], 'Publicity', 0],
    [['library', 'show', 'position:publicity'], 'No publicity', 0],
    [['library', 'list', 'flow-downs'], 'model-cards', 0],
    [['compare', '--all', 'trademarks'], 'Llama', 0],
    [['assess', saas], 'Llama', 0],
    [['matter', 'check', saas], 'No problems', 0],
    [['coherence', 'llama-3.1'], 'nothing found', 0],
  ])('is taken by %j', (command, words, status) => {
    const { stdout, status: ended } = clausebook([...command, ...house])
    expect(stdout).toContain(words)
    expect(ended).toBe(status)
  })

  it('goes for every row of a batch', () => {
    writeFileSync(join(folder, 'rows.csv'), 'vendor.name,vendor.product,vendor.kind\nTide,Answers,saas\n')
    const { stdout, stderr } = clausebook([
      ...[
        'draft',
        'vendor-addendum',
        '--batch',
        join(folder, 'rows.csv'),
        '--matter',
        saas,
        '--allow-blanks',
      ],
      ...['--format', 'markdown', '--output', join(folder, 'out'), ...house],
    ])
    expect(stderr).not.toContain('house')
    expect(stdout).toContain('1 drafted')
  })

  it('is named by the environment, or by the matter below --houses, and never a path', () => {
    const env = { CLAUSEBOOK_HOUSE: 'test/fixtures/house' }
    expect(clausebook(['library', 'show', 'position:publicity'], { env }).status).toBe(0)
    const named = (name: string) => {
      writeFileSync(
        join(folder, 'named.yaml'),
        `matter: A\nhouse: ${name}\nmodels: [{ model: Llama 3.1 8B }]\n`,
      )
      return clausebook(['assess', join(folder, 'named.yaml'), '--houses', 'test/fixtures'])
    }
    expect(named('house').status).toBe(0)
    expect(named('../fixtures/house')).toMatchObject({ status: 2, stdout: '' })
    const { stderr } = clausebook(['assess', join(folder, 'named.yaml')])
    expect(stderr).toMatch(/^clausebook: the matter is of the house .*--houses FOLDER.*\n$/)
  })

  it('is told in one line where there is none', () => {
    const { status, stderr } = clausebook(['library', 'list', 'topics', '--house', folder])
    expect(status).toBe(2)
    expect(stderr).toMatch(/^clausebook: .*is no house: it has no house\.yaml.*\n$/)
  })
})
