import { spawn } from 'node:child_process'
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
import { parse } from 'csv-parse/sync'
import { strFromU8, unzipSync } from 'fflate'
import { fromHtml } from 'hast-util-from-html'
import { toText } from 'hast-util-to-text'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { clausebook, program } from '../run.ts'

// Each run of the program reads the library, which a busy machine makes wait.
vi.setConfig({ testTimeout: 120_000 })

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'clausebook-batch-'))
  write(
    'common.yaml',
    'matter: Vendors\nclient: { name: Harrow Insurance Company, form: a New York corporation, address: Albany }\nagreement: { title: Master Agreement, date: 2024-03-01 }\npersonal_data: yes\n',
  )
})
afterEach(() => rmSync(folder, { recursive: true }))

function write(name: string, content: string | Uint8Array): string {
  const file = join(folder, name)
  writeFileSync(file, content)
  return file
}

function batch(table: string, ...more: string[]) {
  const output = join(folder, 'out')
  const args = ['--batch', table, '--matter', join(folder, 'common.yaml'), '--output', output, '--jobs', '1']
  return clausebook(['draft', 'vendor-addendum', ...args, ...more])
}

const out = (name: string) => join(folder, 'out', name)
const head =
  'vendor.name,vendor.product,vendor.kind,vendor.form,vendor.address,vendor.models,vendor.sees_prompts'
const row = (name: string, product = 'Product', kind = 'saas', models = 'Llama 3.3') =>
  `"${name}","${product}",${kind},a company,"Quay 1, Bristol",${models},yes`

function summary(): Record<string, string>[] {
  return parse(readFileSync(out('summary.csv')), { bom: true, columns: true })
}

describe('a batch', () => {
  test('drafts each row, tells which fail with line and reason, and ends with 1', () => {
    const table = write(
      'vendors.csv',
      [
        head,
        row('Ash'),
        row('Birch', 'Two\nlines'),
        row('Cedar', 'P', 'sass'),
        row('Dogwood', 'P', 'saas', 'Lama 9'),
        row('Elm'),
      ].join('\n'),
    )
    const { status, stdout, stderr } = batch(table)
    expect({ status, stdout }).toEqual({
      status: 1,
      stdout: `3 drafted, 0 unchanged, 2 failed: ${join(folder, 'out')}\n`,
    })
    expect(stderr).toContain(`${table}:5: matter.vendor.kind: expected one of`)
    expect(stderr).toContain('did you mean saas?')
    expect(stderr).toContain(`${table}:6: matter.vendor.models[0]: the library has no model “Lama 9”`)
    expect(stderr.trim().split('\n')).toHaveLength(2)
    expect(readdirSync(join(folder, 'out')).sort()).toEqual(
      ['Ash.docx', 'Birch.docx', 'Elm.docx', 'manifest.jsonl', 'summary.csv', 'summary.html'].sort(),
    )
    expect(summary().map((one) => [one.vendor, one.state])).toEqual([
      ['Ash', 'drafted'],
      ['Birch', 'drafted'],
      ['Cedar', 'failed'],
      ['Dogwood', 'failed'],
      ['Elm', 'drafted'],
    ])
    const [first] = summary()
    expect(first?.risk).toMatch(/^(low|medium|high|critical|none)$/)
    expect(first?.['clauses in']).toContain('confidentiality; ')
    expect(first?.['clauses out']).toContain('output-training')
  })

  test('refuses a header that names no fact, before anything is written', () => {
    const table = write('vendors.csv', `${head.replace('vendor.name', 'vendor.nmae')}\n${row('Ash')}\n`)
    const { status, stderr } = batch(table)
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr: `clausebook: ${table}:1 there is no fact vendor.nmae: did you mean vendor.name? Rename it, or say --column "vendor.nmae=vendor.name" (= # keeps a remark, = - leaves it out)\n`,
    })
    expect(readdirSync(folder)).not.toContain('out')
  })

  test('takes a folder of matters', () => {
    mkdirSync(join(folder, 'matters'))
    for (const name of ['Ash', 'Birch']) {
      write(
        `matters/${name}.yaml`,
        `matter: ${name}\nvendor: { name: ${name}, product: P, kind: contractor, form: a company, address: Quay 1, models: [Llama 3.1] }\n`,
      )
    }
    write('matters/broken.yaml', 'matter: X\nvendor: { kind: 3 }\n')
    const { status, stdout, stderr } = batch(join(folder, 'matters'))
    expect(stdout).toMatch(/^2 drafted, 0 unchanged, 1 failed/)
    expect({ status, stderr }).toEqual({
      status: 1,
      stderr: expect.stringContaining('broken.yaml: matter.vendor.kind'),
    })
  })

  test('does not hand on what the common matter says of its own vendor', () => {
    const common = `${readFileSync(join(folder, 'common.yaml'), 'utf8')}vendor: { name: Other, contact: someone@other.example }\n`
    write('common.yaml', common)
    batch(write('vendors.csv', `${head}\n${row('Ash')}`), '--format', 'markdown')
    expect(readFileSync(out('Ash.md'), 'utf8')).not.toContain('other.example')
  })
})

describe('a batch that is run again', () => {
  test('drafts what has changed and leaves the rest, byte for byte', () => {
    const table = write('vendors.csv', [head, row('Ash'), row('Birch')].join('\n'))
    batch(table)
    const [ash, birch] = ['Ash.docx', 'Birch.docx'].map((name) => readFileSync(out(name)))
    const made = statSync(out('Ash.docx')).mtimeMs
    write('vendors.csv', [head, row('Ash'), row('Birch', 'Another product')].join('\n'))
    expect(batch(table).stdout).toMatch(/^1 drafted, 1 unchanged, 0 failed/)
    expect(statSync(out('Ash.docx')).mtimeMs).toBe(made)
    expect(readFileSync(out('Ash.docx')).equals(ash!)).toBe(true)
    expect(readFileSync(out('Birch.docx')).equals(birch!)).toBe(false)
    // The summary is whole all the same.
    expect(summary().map((one) => [one.state, one['clauses in'] !== ''])).toEqual([
      ['unchanged', true],
      ['drafted', true],
    ])
    expect(batch(table, '--final').stdout).toMatch(/^2 drafted, 0 unchanged/)
  })

  test('goes on after an end in the middle of a draft', () => {
    const table = write('vendors.csv', [head, row('Ash'), row('Birch')].join('\n'))
    batch(table, '--format', 'markdown')
    const [ash, birch] = readFileSync(out('manifest.jsonl'), 'utf8').split('\n')
    // As it is when the process is killed after a file is whole and before its line is.
    writeFileSync(out('manifest.jsonl'), `${ash}\n{"file":"Birch.md","begun":true}\n${birch!.slice(0, 40)}`)
    expect(batch(table, '--format', 'markdown').stdout).toMatch(/^1 drafted, 1 unchanged, 0 failed/)
  })

  test('never writes over a file that somebody has edited', () => {
    const table = write('vendors.csv', [head, row('Ash')].join('\n'))
    batch(table)
    writeFileSync(out('Ash.docx'), 'edited')
    const { status, stderr } = batch(table, '--final')
    expect({ status, stderr }).toEqual({ status: 1, stderr: expect.stringContaining('was changed by hand') })
    expect(readFileSync(out('Ash.docx'), 'utf8')).toBe('edited')
  })
})

test('values that look like formulas, Markdown, HTML, templates or directives stay plain text everywhere', () => {
  const payloads = [
    '=1+1',
    '+cmd|x',
    '@SUM(1)',
    '-2',
    '**b** _i_',
    '<script>alert(1)</script>',
    '{{matter.matter}} {{{x}}}',
    ':::clause{#x}',
    ':ref[audit]',
    '::page-break',
    '# Heading',
    '| a | b |',
  ]
  const rows = payloads.map((payload, at) => row(`V${at} ${payload.replaceAll('"', '""')}`, payload))
  const table = write('vendors.csv', [head, ...rows].join('\n'))
  expect(batch(table).stdout).toMatch(/^12 drafted/)
  const listed = summary()
  const page = readFileSync(out('summary.html'), 'utf8')
  expect(page).not.toContain('<script')
  expect(page).toContain('<div class="table" role="region"')
  const words = toText(fromHtml(page)).replace(/\s+/g, ' ')
  payloads.forEach((payload, at) => {
    expect(listed[at]!.product).toBe(/^[=+@-]/.test(payload) ? `'${payload}` : payload)
    expect(words).toContain(payload)
    const xml = strFromU8(unzipSync(readFileSync(out(listed[at]!.file!)))['word/document.xml']!)
    const text = toText(fromHtml(xml.replace(/<\/w:p>/g, '\n').replace(/<[^>]+>/g, ''), { fragment: true }))
    expect(text).toContain(`provides ${payload}, with its updates`)
  })
})

test('a table with a header alone is refused, and nothing is written', () => {
  const table = write('vendors.csv', `${head}\n`)
  const { status, stderr } = batch(table)
  expect(status).toBe(2)
  expect(stderr).toContain('vendors.csv has a header and no row')
  expect(readdirSync(folder).includes('out')).toBe(false)
})

test('a batch that a signal ends leaves no parts and holds its folder no more', async () => {
  const table = write(
    'vendors.csv',
    [head, ...Array.from({ length: 60 }, (_, at) => row(`Elm ${at}`))].join('\n'),
  )
  const output = join(folder, 'out')
  const args = [
    'draft',
    'vendor-addendum',
    '--batch',
    table,
    '--matter',
    join(folder, 'common.yaml'),
    '--output',
    output,
  ]
  const child = spawn(process.execPath, [program, ...args], { stdio: 'ignore' })
  const ended = new Promise((done) => child.once('exit', done))
  const drafts = () =>
    (existsSync(output) ? readdirSync(output) : []).filter((name) => name.endsWith('.docx'))
  while (drafts().length < 3 && child.exitCode === null) await new Promise((done) => setTimeout(done, 50))
  child.kill('SIGTERM')
  await ended
  expect(drafts().length).toBeLessThan(60)
  const left = readdirSync(output).filter((name) => name.startsWith('.clausebook-'))
  expect(
    left.filter((name) => name.endsWith('.part') || name.endsWith('-holder') || name.endsWith('-lock')),
  ).toEqual([])
})

describe.runIf(process.env.CLAUSEBOOK_TEXTS)('a batch of a matter that asks something of Meta', () => {
  const matter = (vendor: string) =>
    readFileSync('examples/acme.yaml', 'utf8')
      .replace(/^vendor:\n(?: .*\n)*/m, '')
      .replace(/^document:\n(?: .*\n)*/m, '')
      .replace(/^negotiation:\n(?: .*\n)*/m, '')
      .concat(
        `\ndocument: { governing_law: Germany }\nnegotiation: { positions: { governing-law: preferred } }\nvendor: { name: ${vendor}, product: Product, kind: saas, form: a company, address: "Quay 1, Bristol", models: [Llama 3.3], contract: { title: Master Agreement, date: 2024-03-01 } }\n`,
      )

  test('holds each addendum against its letter and licenses, as the single command does', async () => {
    mkdirSync(join(folder, 'matters'))
    for (const name of ['Birch', 'Cedar']) write(`matters/${name}.yaml`, matter(name))
    const args = ['--format', 'markdown', '--allow-blanks', '--allow-conflicts']
    const many = await clausebook([
      'draft',
      'vendor-addendum',
      '--batch',
      join(folder, 'matters'),
      '--output',
      join(folder, 'out'),
      ...args,
    ])
    for (const name of ['Birch', 'Cedar']) {
      const one = await clausebook([
        ...['draft', 'vendor-addendum', join(folder, 'matters', `${name}.yaml`), '--output', '-', ...args],
      ])
      const told = one.stderr.split('\n').filter((line) => line.includes('(law-and-courts)'))
      expect(told.length, one.stderr).toBeGreaterThan(0)
      for (const line of told)
        expect(many.stderr).toContain(`${name}.yaml: ${line.replace('clausebook: ', '')}`)
      expect(readFileSync(out(`${name}.md`), 'utf8')).toBe(one.stdout)
    }
  })
})
