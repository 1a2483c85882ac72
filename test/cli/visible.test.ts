import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { clausebook, program } from './run.ts'

const folder = mkdtempSync(join(tmpdir(), 'clausebook-visible-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** Red from here on; the name of the window; up a line; a line begun anew; the order of words turned round. */
const harm = '\u001b[31m\u001b]0;x\u0007\u009b1A\r\u202e'
const control = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/

const terms = (years: string) => `# Terms\n\n1. Term. ${years} years.\n\n2. Notice. Thirty days.\n`
const named = join(folder, `a${harm}.md`)
writeFileSync(named, terms('Two'))
writeFileSync(
  join(folder, 'b.html'),
  `<h1>Terms</h1><p>1. Term. Three ${harm} years.</p><p>2. Notice. Thirty days.</p>`,
)
const quoted = JSON.stringify(harm).slice(1, -1)
const yaml = `matter: "Pilot ${quoted}"\nmodels: [{ license: llama-3.1 }]\nclient: { name: "Acme ${quoted}" }\n`
writeFileSync(join(folder, 'matter.yaml'), yaml)
writeFileSync(join(folder, 'key.yaml'), `${yaml}"key ${quoted}": 1\n`)
writeFileSync(join(folder, `${harm}.yaml`), '[')

describe('what could command a terminal is shown and not sent', () => {
  test.each([
    ['a file that is not there', ['compare', `no${harm}.md`, named]],
    ['a file that is compared', ['compare', named, 'b.html']],
    ['no text', ['compare', `${harm}.yaml`, named, '--as', 'markdown']],
    ['a key of a matter', ['matter', 'check', 'key.yaml']],
    ['a key of a matter that is assessed', ['assess', 'key.yaml']],
    ['a fact in an assessment', ['assess', 'matter.yaml']],
    ['a matter that is no YAML', ['matter', 'check', `${harm}.yaml`]],
    ['a document', ['draft', `x${harm}`, 'matter.yaml', '--output', '-']],
    ['a license', ['library', 'show', `x${harm}`]],
    ['a command', [`x${harm}`]],
    ['an option', ['compare', `--x${harm}`]],
    ['a folder of matters', ['serve', '--matters', `x${harm}`]],
  ])('in the name of %s', (_what, args) => {
    const { stdout, stderr } = clausebook(args, { cwd: folder })
    expect(stdout + stderr).not.toMatch(control)
    expect(stdout + stderr).not.toBe('')
  })

  test('in a draft and a report that are made for a file, and come to the terminal', () => {
    for (const args of [
      'draft side-letter matter.yaml --allow-blanks --output -',
      'assess matter.yaml --format json',
    ]) {
      const { stdout } = spawnSync(
        'script',
        ['-qec', `"${process.execPath}" "${program}" ${args}`, '/dev/null'],
        {
          cwd: folder,
          encoding: 'utf8',
          env: { ...process.env, CLAUSEBOOK_OFFLINE: '1', TERM: 'xterm' },
        },
      )
      expect(stdout).toMatch(/Acme|llama-3.1/)
      expect(stdout.replaceAll('\r\n', '\n')).not.toMatch(control)
    }
  })

  test('and a file has its bytes', () => {
    const { stdout } = clausebook(
      ['draft', 'side-letter', 'matter.yaml', '--allow-blanks', '--output', '-'],
      { cwd: folder },
    )
    expect(stdout).toContain('Acme')
  })
})
