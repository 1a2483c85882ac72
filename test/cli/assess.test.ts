import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import stringWidth from 'string-width'
import { afterAll, describe, expect, it } from 'vitest'
import { clausebook } from './run.ts'

const folder = mkdtempSync(join(tmpdir(), 'clausebook-assess-'))
afterAll(() => rmSync(folder, { recursive: true }))
const at = (name: string) => join(folder, name)
const file = (name: string, content: string) => {
  writeFileSync(at(name), content)
  return at(name)
}
const acme = 'examples/acme.yaml'
const pilot = 'examples/internal-pilot.yaml'
const run = (...args: string[]) => {
  const { status, stdout, stderr } = clausebook(['assess', ...args])
  expect(stderr).toBe('')
  expect(status).toBe(0)
  return stdout
}

describe('clausebook assess', () => {
  it.each([80, 120])('stays within %i columns, with the path, the count and the worst first', (columns) => {
    const { stdout } = clausebook(['assess', acme], { env: { COLUMNS: String(columns) } })
    for (const line of stdout.split('\n')) expect(stringWidth(line), line).toBeLessThanOrEqual(columns)
    expect(stdout).toMatch(/under Llama 2: go, with duties/)
    expect(stdout).toMatch(/Llama 3\.1 +2024-06 +570,000,000 +700,000,000 +130,000,000 +below/)
    expect(stdout).toContain('Meta reads')
    const levels = [...stdout.matchAll(/^\d+ .*? (critical|high|medium|low)\b/gm)].map(([, level]) => level)
    const order = ['critical', 'high', 'medium', 'low']
    expect(levels).toEqual([...levels].sort((a, b) => order.indexOf(a!) - order.indexOf(b!)))
    expect(new Set(levels)).toEqual(new Set(order))
  })

  it('tells once what licenses have in common, and cites each', () => {
    const text = run(acme, '--format', 'markdown')
    expect(text.match(/^### .*Users of the product break the use policy/gm)).toHaveLength(1)
    expect(text).toContain('(Llama 2, 3.1 and 3.2, section 1.b.iv)')
  })

  it('asks what is open, and says what was looked at and not found', () => {
    const text = run(acme, '--format', 'markdown')
    const [, open = ''] = text.split('## Open, with what to ask')
    expect(open).toContain(
      'Is a lawsuit against Meta, or a claim that a Llama model infringes rights, planned? `litigation.planned`',
    )
    const [, notFound = ''] = open.split('## Looked at, and not found')
    expect(notFound).toContain('A research-only license used in production')
  })

  it('gives the same bytes each time, as a file whose format its name says', () => {
    for (const name of ['a.html', 'a.md', 'a.json']) {
      run(acme, '--output', at(name))
      const first = readFileSync(at(name))
      run(acme, '--output', at(name))
      expect(readFileSync(at(name)).equals(first)).toBe(true)
    }
    expect(readFileSync(at('a.html'), 'utf8')).toMatch(/^<!doctype html>[\s\S]*<h1>Assessment: ACME/)
    expect(readFileSync(at('a.md'), 'utf8')).toMatch(/^# Assessment: ACME/)
    const { findings, paths, answers } = JSON.parse(readFileSync(at('a.json'), 'utf8'))
    expect(findings.length).toBeGreaterThan(200)
    expect(paths.map(({ license }: { license: string }) => license)).toEqual([
      'llama-2',
      'llama-3.1',
      'llama-3.2',
    ])
    expect(answers).toHaveLength(3)
  })

  it('keeps facts text, whatever is in them', () => {
    const matter = file(
      'mark.yaml',
      'matter: "<script>alert(1)</script> **x** {{license.id}}"\nmodels: [{ model: Llama 2, status: in-use }]\noutput_training: { done: yes, models: [{ name: "<b>x</b> {{cite grant}} |", kind: large-language-model, base: other }] }\n',
    )
    const html = run(matter, '--format', 'html')
    expect(html).not.toContain('<script>')
    expect(html).not.toContain('<b>')
    expect(html).toContain('**x** {{license.id}}')
    expect(html).toContain('{{cite grant}} |')
  })

  it('shows what a change of plan does', () => {
    const text = run(pilot, '--if', 'models[0].model=Llama 4', '--if', 'models[0].inputs=[text, image]')
    expect(text).toMatch(/Llama 4 +License path +not in use +not usable for/)
    expect(text).toMatch(/Llama 3\.1 +License path +go/)
    expect(run(pilot, '--if', 'eu_users=no')).toContain('No finding changes.')
  })

  it('compares the licenses for a matter', () => {
    const text = run(pilot, '--all-licenses', '--format', 'markdown')
    const side = [...text.matchAll(/^\| [^|]+\| ([^|]+?) +\| \*\*([^|]+?)\*\* +\|/gm)]
    expect(new Set(side.map(([, name, path]) => `${name}: ${path}`))).toEqual(
      new Set([
        'LLaMA: not decided',
        'Llama 2: go',
        'Meta Llama 3: go',
        'Llama 3.1: go',
        'Llama 3.2: go',
        'Llama 3.3: go',
        'Llama 4: not usable for this',
      ]),
    )
  })

  it('explains a finding with the facts filled in', () => {
    expect(run('examples/whitelabel.yaml', '--explain', 'eu-multimodal')).toBe(
      [
        'A multimodal model in a company of the European Union (Llama 3.1): does not apply',
        '  no    terms.multimodal-european-union.rights_withheld is section-1.a; it is not in the terms',
        '  no    derived.multimodal (a model under this license, not retired, takes in more than text) is yes; it is no',
        '  yes   derived.in_eu (the client has its principal place of business in the European Union) is yes; it is yes',
        '  yes   derived.end_user (the client only uses a vendor’s finished product, and offers it to nobody) is no; it is no',
        '',
        'A multimodal model in a company of the European Union (Llama 4): applies',
        '  yes   terms.multimodal-european-union.rights_withheld is section-1.a; it is section-1.a',
        '  yes   derived.multimodal (a model under this license, not retired, takes in more than text) is yes; it is yes',
        '  yes   derived.in_eu (the client has its principal place of business in the European Union) is yes; it is yes',
        '  yes   derived.end_user (the client only uses a vendor’s finished product, and offers it to nobody) is no; it is no',
        '',
      ].join('\n'),
    )
  })

  it('answers other uses where one names a model that nobody knows, and ends with 1', () => {
    const uses =
      'matter: A\nuses:\n  - { name: one, models: [Llama 3.1 71B] }\n  - { name: two, models: [Llama 3.1 8B] }\n'
    const { status, stdout } = clausebook(['assess', file('unknown.yaml', uses), '--format', 'markdown'])
    expect(status).toBe(1)
    expect(stdout).toContain('Which model is “Llama 3.1 71B”?')
    expect(stdout).toContain('did you mean Llama 3.1 70B')
    expect(stdout).toContain('### two, under Llama 3.1')
  })

  it('says so where no model is named', () => {
    const text = run(file('none.yaml', 'matter: A\n'))
    expect(text).toContain('The matter names no model, so that no license is assessed.')
  })
})

describe('clausebook assess, given something wrong', () => {
  it.each<[string, string[], string]>([
    ['no such file', ['none-there.yaml'], 'none-there.yaml is not there: give the path of a matter file'],
    ['a folder', ['examples'], 'examples cannot be read as a file'],
    [
      'a count in words',
      [file('120m.yaml', 'matter: A\nreach:\n  monthly_active_users:\n    ACME Search: 120M\n')],
      `${at('120m.yaml')}:4:18 matter.reach.monthly_active_users["ACME Search"]: expected a whole number, got "120M"`,
    ],
    ['not YAML', [file('broken.yaml', 'matter: [A\n')], `${at('broken.yaml')}:`],
    ['nothing', [file('empty.yaml', '')], 'expected the facts of a matter as keys and values'],
    ['bytes that are no text', [file('zip.yaml', 'PK\u0003\u0004\u0000')], `${at('zip.yaml')}`],
    [
      'a model under a license not its own',
      [file('own.yaml', 'matter: A\nmodels: [{ model: Llama 4, license: llama-3.1 }]\n')],
      'matter.models[0].license: Llama 4 is under llama-4, not llama-3.1: mend one of the two',
    ],
    [
      'no use with a known model',
      [file('llama5.yaml', 'matter: A\nmodels: [{ model: Llama 5 }]\n')],
      'which model is “Llama 5”? the library does not know it',
    ],
    [
      'a license that is none',
      [file('l5.yaml', 'matter: A\nmodels: [{ license: llama-5 }]\n')],
      'there is no license llama-5',
    ],
    [
      'a what-if without value',
      [pilot, '--if', 'exposure'],
      '--if exposure: write fact=value, such as exposure=product',
    ],
    [
      'a what-if of no fact',
      [pilot, '--if', 'exposur=product'],
      'there is no fact exposur: did you mean exposure?',
    ],
    ['a what-if of no value', [pilot, '--if', 'exposure=prod'], '--if'],
    [
      'a risk that is none',
      [pilot, '--explain', 'eu-multimdal'],
      'there is no risk eu-multimdal: did you mean eu-multimodal?',
    ],
    [
      'a path as older versions called it',
      [pilot, '--explain', 'community-license-is-enough'],
      'is the older name of the path go or go-with-duties',
    ],
    [
      'a risk as older versions called it',
      [pilot, '--explain', 'weapons-or-drugs'],
      'is the older name of the risk weapons or controlled-substances',
    ],
    ['a format that is none', [pilot, '--format', 'pdf'], "'pdf' is invalid"],
    ['a folder that is not there', [pilot, '--output', at('no/a.md')], `there is no folder ${at('no')}`],
  ])('%s: one line, status 2, nothing written', (_, args, message) => {
    const { status, stdout, stderr } = clausebook(['assess', ...args])
    expect(stderr).toContain(message)
    expect(stderr.trimEnd().split('\n')).toHaveLength(1)
    expect(stdout).toBe('')
    expect(status).toBe(2)
    expect(existsSync(at('no'))).toBe(false)
  })
})
