import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { clausebook } from './run.ts'

const folder = mkdtempSync(join(tmpdir(), 'clausebook-matter-'))
afterAll(() => rmSync(folder, { recursive: true }))
const at = (name: string) => join(folder, name)
const matter = (...args: string[]) => clausebook(['matter', ...args])

describe('clausebook matter new', () => {
  it('writes every question where nobody can be asked, ready to be checked and assessed', () => {
    expect(matter('new', at('new.yaml'))).toMatchObject({ status: 0, stderr: '' })
    expect(readFileSync(at('new.yaml'), 'utf8')).toContain('# In which country is the client')
    expect(matter('check', at('new.yaml'))).toMatchObject({ status: 0, stdout: 'No problems.\n' })
    expect(clausebook(['assess', at('new.yaml')]).status).toBe(0)
  })

  it('never writes over a file', () => {
    writeFileSync(at('mine.yaml'), 'matter: Mine\n')
    const { status, stderr } = matter('new', at('mine.yaml'))
    expect(stderr).toBe(`clausebook: ${at('mine.yaml')} is there already: name another file\n`)
    expect(status).toBe(2)
    expect(readFileSync(at('mine.yaml'), 'utf8')).toBe('matter: Mine\n')
  })

  it('says that a folder is missing', () => {
    const { status, stderr } = matter('new', at('no/a.yaml'))
    expect(stderr).toContain(`there is no folder ${at('no')}, make it first`)
    expect(status).toBe(2)
    expect(existsSync(at('no'))).toBe(false)
  })
})

describe('clausebook matter check', () => {
  it('tells of a position that is not there, or that no license of the matter gives occasion for, with its line', () => {
    const chosen = 'models: [{ model: Llama 2 }]\nnegotiation:\n  positions:\n'
    const source = `matter: M\n${chosen}    termination-cur: fallback\n    eu-multimodal: preferred\n    ip-indemnity: fallback\n`
    writeFileSync(at('positions.yaml'), source)
    const { status, stdout } = matter('check', at('positions.yaml'))
    const lines = stdout.trimEnd().split('\n')
    expect(status).toBe(1)
    expect(lines).toHaveLength(2)
    expect(lines[0]).toBe(
      `${at('positions.yaml')}:5:22 matter.negotiation.positions: there is no position “termination-cur”: did you mean termination-cure?`,
    )
    expect(lines[1]).toContain(
      ':6:20 matter.negotiation.positions: position eu-multimodal has no occasion under llama-2',
    )
  })

  it('tells of each clause and number of its own that could not be drafted, with its line', () => {
    const source = [
      'matter: M',
      'negotiation:',
      '  figures:',
      '    - { figure: incidents.notise, is: 24 }',
      'clauses:',
      '  - { id: security, title: Security, paper: addendum, text: It is safe. }',
      '  - { id: own, title: Own, paper: addendum, after: secrity, text: It is ours. }',
      '  - { id: own, title: Own, paper: letter, text: It is ours. }',
      '  - { id: origin, title: Origin, paper: license, text: It has one. }',
    ]
    writeFileSync(at('own.yaml'), `${source.join('\n')}\n`)
    const { status, stdout } = matter('check', at('own.yaml'))
    expect(status).toBe(1)
    expect(stdout.trimEnd().split('\n')).toEqual([
      expect.stringContaining(
        'own.yaml:4:17 matter.negotiation.figures[0].figure: no clause has the figure “incidents.notise”: did you mean incidents.notice?',
      ),
      expect.stringContaining('own.yaml:6:11 matter.clauses[0].id: the library has security already'),
      expect.stringContaining('own.yaml:7:52 matter.clauses[1].after: there is no clause secrity'),
      expect.stringContaining('own.yaml:8:11 matter.clauses[2].id: own is there twice'),
      expect.stringMatching(/own\.yaml:9:\d+ matter\.clauses\[3\]\.after: say behind which section/),
    ])
  })

  it('says once where the YAML breaks off', () => {
    writeFileSync(at('prose.yaml'), 'A title\n\nand prose\nwith: a colon\n')
    const { stdout } = matter('check', at('prose.yaml'))
    expect(stdout).toMatch(/^[^\n]*prose\.yaml:\d+:\d+ [^:\n]*[^:\n]\n$/)
    expect(stdout).not.toContain('at line')
  })

  it.each(['acme', 'internal-pilot', 'vendor-saas', 'whitelabel'])('finds %s right', (name) => {
    expect(matter('check', `examples/${name}.yaml`)).toMatchObject({ status: 0, stdout: 'No problems.\n' })
  })

  it('tells everything that is wrong, in the order of the lines, and fails', () => {
    writeFileSync(
      at('wrong.yaml'),
      [
        'matter: A',
        'exposure: prodct',
        'client: { principal_place_of_business: Germany }',
        'models:',
        '  - model: Llama 3.1',
        '    since: last year',
        'reach:',
        '  monthly_active_users:',
        '    ACME Search: 120M',
        'controls: { loging: yes }',
      ].join('\n'),
    )
    const { status, stdout } = matter('check', at('wrong.yaml'))
    expect(
      stdout
        .replaceAll(`${at('wrong.yaml')}:`, '')
        .trimEnd()
        .split('\n'),
    ).toEqual([
      '2:11 matter.exposure: expected one of internal, pilot, product, public, resale, unknown, got "prodct": did you mean product?',
      '3:40 matter.client.principal_place_of_business: expected a country as two capital letters, such as US or DE, got "Germany"',
      '6:12 matter.models[0].since: expected a date such as 2024-07-23, or a month such as 2024-07, got "last year"',
      '9:18 matter.reach.monthly_active_users["ACME Search"]: expected a whole number, got "120M"',
      '10:21 matter.controls: there is no fact loging: did you mean logging?',
    ])
    expect(status).toBe(1)
  })
})

describe('clausebook matter show', () => {
  it('shows the facts as they were understood, which read back as the same matter', () => {
    const { status, stdout } = matter('show', 'examples/acme.yaml')
    expect(status).toBe(0)
    expect(parse(stdout)).toMatchObject({
      client: { principal_place_of_business: 'US' },
      personal_data: true,
    })
    const digest = /# digest ([0-9a-f]{64})\n$/.exec(stdout)?.[1]
    writeFileSync(at('shown.yaml'), stdout)
    expect(matter('show', at('shown.yaml')).stdout).toContain(`# digest ${digest}`)
  })
})

describe('clausebook matter schema', () => {
  it('is the schema that the repository keeps for editors', () => {
    expect(matter('schema').stdout).toBe(readFileSync('docs/matter.schema.json', 'utf8'))
  })
})
