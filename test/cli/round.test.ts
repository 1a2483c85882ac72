import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { clausebook } from './run.ts'

const folder = mkdtempSync(join(tmpdir(), 'clausebook-round-'))
afterAll(() => rmSync(folder, { recursive: true }))
const matter = 'examples/vendor-saas.yaml'
const paper = join(folder, 'addendum.docx')
const deal = join(folder, 'tidewater')
const key = '5c'.repeat(32)
const open = (at: string) =>
  clausebook(['round', 'open', at, paper, '--matter', matter, '--key', key, '--date', '2026-01-05'])

beforeAll(() => {
  const args = [
    'draft',
    'vendor-addendum',
    matter,
    '--for-counterparty',
    '--allow-blanks',
    '--date',
    '2026-01-05',
  ]
  expect(clausebook([...args, '--output', paper]).status).toBe(0)
  expect(open(deal)).toMatchObject({ status: 0, stdout: expect.stringContaining('24 points') })
})

describe('a deal', () => {
  it('is the same for the same input, and nobody else’s to read', () => {
    const again = join(folder, 'again', 'tidewater')
    cpSync(deal, join(folder, 'kept'), { recursive: true })
    expect(statSync(join(deal, 'deal.key')).mode & 0o777).toBe(0o600)
    expect(statSync(deal).mode & 0o777).toBe(0o700)
    expect(open(again).stderr).toContain('there is no folder')
    expect(open(deal).stderr).toContain('is there already')
  })

  it('tells what came back, keeps it, and answers it once', () => {
    const own = join(folder, 'answered')
    cpSync(deal, own, { recursive: true })
    const sent = join(own, '1-sent.docx')
    expect(clausebook(['round', 'answer', own, '--output', join(folder, 'x.docx')]).stderr).toContain(
      'has not come back',
    )
    const added = clausebook(['round', 'add', own, sent, '--by', 'Pat Lee', '--date', '2026-02-03'])
    expect(added).toMatchObject({ status: 0, stdout: expect.stringContaining('Of 24 points 24 are agreed') })
    expect(clausebook(['round', 'add', own, sent]).stderr).toContain('has come back already')
    expect(clausebook(['round', 'undo', own, '--by', 'Ada', '--date', '2026-02-04']).status).toBe(0)
    expect(existsSync(join(own, '1-returned.docx'))).toBe(false)
    expect(clausebook(['round', 'undo', own]).stderr).toContain('nothing has come back yet')
    expect(clausebook(['round', 'owner', own, 'Ada', '--point', 'audit']).stderr).toContain(
      'there is no point',
    )
    expect(clausebook(['round', 'owner', own, 'Ada', '--point', 'liability']).status).toBe(0)
    const back = clausebook([
      'round',
      'add',
      own,
      sent,
      '--by',
      'Pat Lee',
      '--date',
      '2026-02-05',
      '--format',
      'json',
    ])
    const { rounds, points } = JSON.parse(back.stdout)
    expect(rounds[0].undone).toEqual([{ name: '1-sent.docx', on: '2026-02-04', by: 'Ada' }])
    expect(
      new Set(
        points.map(({ point, owner }: { point: { id: string }; owner: string }) =>
          [point.id, owner].join(' '),
        ),
      ),
    ).toContain('liability Ada')
    const next = join(folder, 'ours-2.docx')
    expect(clausebook(['round', 'answer', own, '--output', next, '--date', '2026-02-10']).status).toBe(0)
    expect(readFileSync(next)).toEqual(readFileSync(join(own, '2-sent.docx')))
    expect(clausebook(['round', 'answer', own, '--approve', 'Ada']).stderr).toContain(
      'nothing in this deal waits',
    )
  })
})

describe('what is sent without a deal', () => {
  const out = join(folder, 'sent')
  const file = (name: string) => join(out, name)
  const made = (name: string, ...more: string[]) =>
    clausebook([
      ...['draft', 'vendor-addendum', matter, '--for-counterparty', '--allow-blanks', '--date', '2026-01-05'],
      ...['--record', ...more, '--output', file(name)],
    ])
  const opened = (at: string, ...more: string[]) =>
    clausebook(['round', 'open', join(out, at), file('a.docx'), '--matter', matter, ...more])

  it('is marked with a key of its matter, the same for the same, and has its record beside it', () => {
    mkdirSync(out)
    expect(made('a.docx')).toMatchObject({ status: 0 })
    expect(made('b.docx')).toMatchObject({ status: 0 })
    expect(readFileSync(file('a.docx'))).toEqual(readFileSync(file('b.docx')))
    const [one, other] = ['a', 'b'].map((name) => readFileSync(file(`${name}.docx.record.json`), 'utf8'))
    expect(one?.replace('"a.docx"', '"b.docx"')).toBe(other)
    expect(statSync(file('a.docx.record.json')).mode & 0o777).toBe(0o600)
    const record = JSON.parse(one ?? '')
    expect(record).toMatchObject({ document: 'vendor-addendum', deal: 'Tidewater Software, Inc.' })
    expect(record.points).toHaveLength(24)
    const sent = strFromU8(unzipSync(readFileSync(file('a.docx')))['word/document.xml']!)
    for (const { mark } of record.marks) expect(sent).toContain(`w:name="${mark}"`)
    expect(sent).not.toContain(record.key)
  })

  it('opens a deal by its record, to the byte, and by none that was changed', () => {
    const record = file('a.docx.record.json')
    expect(opened('deal', '--record', record)).toMatchObject({ status: 0, stderr: '' })
    expect(readFileSync(file('deal/1-sent.docx'))).toEqual(readFileSync(file('a.docx')))
    expect(clausebook(['round', 'add', file('deal'), file('a.docx')]).stdout).toContain(
      'Of 24 points 24 are agreed',
    )
    const alone = ['round', 'open', file('alone'), file('a.docx')]
    expect(clausebook(alone)).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('name the matter with --matter FILE'),
    })
    expect(clausebook([...alone, '--record', record, '--date', '2999-01-01'])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('has not come yet'),
    })
    expect(clausebook([...alone, '--record', record])).toMatchObject({ status: 0, stderr: '' })
    const status = () => clausebook(['round', 'status', file('alone'), '--format', 'json'])
    const { stdout, stderr } = status()
    const { points, vendor } = JSON.parse(stdout)
    expect([points.length, vendor]).toEqual([24, 'Tidewater Software, Inc.'])
    const [, line = '', written, from = ''] =
      /write “(matter: )PATH” into (\S+), PATH being that of the matter from (\S+),/.exec(stderr) ?? []
    expect(written).toBe(file('alone/deal.yaml'))
    appendFileSync(written!, `${line}${relative(from, matter)}\n`)
    expect(status()).toMatchObject({ status: 0, stderr: '' })
    expect(opened('twice', '--record', record, '--key', key).stderr).toContain('leave out --key')
    writeFileSync(
      file('false.json'),
      readFileSync(record, 'utf8').replace(/_cb[0-9a-f]{12}/, '_cb000000000000'),
    )
    expect(opened('false', '--record', file('false.json')).stderr).toContain('not made with this key')
    writeFileSync(file('false.json'), readFileSync(record, 'utf8').replace('24 hours', '240 hours'))
    expect(opened('false', '--record', file('false.json'))).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('was changed since it was made'),
    })
    const other = readFileSync(matter, 'utf8').replaceAll('Tidewater Software, Inc.', 'Wayfarer SA')
    writeFileSync(file('other.yaml'), other)
    const others = ['round', 'open', file('false'), file('a.docx'), '--matter', file('other.yaml')]
    expect(clausebook([...others, '--record', record]).stderr).toContain('was made for another vendor')
    expect(existsSync(file('false'))).toBe(false)
  })

  it('keeps the record that stands beside a file, and writes through no link', () => {
    const before = readFileSync(file('b.docx.record.json'), 'utf8')
    expect(made('b.docx', '--key', key)).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('may be the only key'),
    })
    expect(readFileSync(file('b.docx.record.json'), 'utf8')).toBe(before)
    symlinkSync(file('stolen'), file('c.docx.record.json'))
    expect(made('c.docx').stderr).toContain('is there already')
    expect(existsSync(file('stolen'))).toBe(false)
    expect(existsSync(file('c.docx'))).toBe(false)
  })

  it('says what has no points, and where there is no file to mark', () => {
    const memo = ['draft', 'risk-memo', matter, '--allow-blanks', '--record', '--output', file('m.docx')]
    expect(clausebook([...memo, '--key', key])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('has no points that are negotiated, and so no marks: leave out --key'),
    })
    // Its record is what it was made of, and opens no deal.
    expect(clausebook(memo).status).toBe(0)
    const opened = [
      'round',
      'open',
      file('deal-of-memo'),
      file('m.docx'),
      '--record',
      file('m.docx.record.json'),
    ]
    expect(clausebook(opened)).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/m\.docx\.record\.json.*is no record of a paper that was sent.*\n$/),
    })
    expect(made('x.md').stderr).toContain('--record marks a Word file')
    expect(clausebook(['draft', 'side-letter', matter, '--key', key]).stderr).toContain('give --record')
  })
})

describe('a deal that somebody tampered with is refused in one line', () => {
  const broken: [string, (own: string) => void, RegExp][] = [
    [
      'a link in place of a file',
      (own) => {
        rmSync(join(own, '1-sent.docx'))
        symlinkSync('/etc/passwd', join(own, '1-sent.docx'))
      },
      /is no file of the deal itself/,
    ],
    ['a file that was changed', (own) => writeFileSync(join(own, '1-sent.docx'), 'PK'), /was changed since/],
    [
      'our words at a level that were changed',
      (own) => {
        const file = join(own, 'points.json')
        writeFileSync(file, readFileSync(file, 'utf8').replace('24 hours', '240 hours'))
      },
      /points\.json.*was changed since/,
    ],
    [
      'a mark that was given to another level',
      (own) => {
        const file = join(own, '1-marks.json')
        writeFileSync(file, readFileSync(file, 'utf8').replace('preferred', 'walk_away'))
      },
      /1-marks\.json.*was changed since/,
    ],
    ['a file that is gone', (own) => rmSync(join(own, 'points.json')), /is missing/],
    ['a file elsewhere', (own) => replaceIn(own, '1-sent.docx', '../../etc/passwd'), /no plain name/],
    ['broken YAML', (own) => writeFileSync(join(own, 'deal.yaml'), 'version: [1\n'), /deal\.yaml:\d+/],
    ['YAML without end', (own) => writeFileSync(join(own, 'deal.yaml'), '['.repeat(50_000)), /nested deeper/],
    ['no deal', (own) => rmSync(join(own, 'deal.yaml')), /is no deal/],
    [
      'another key',
      (own) => writeFileSync(join(own, 'deal.key'), `${'00'.repeat(32)}\n`),
      /not made with this key/,
    ],
    ['no key', (own) => writeFileSync(join(own, 'deal.key'), 'secret'), /is no key/],
    ['another name', (own) => replaceIn(own, 'deal: tidewater', 'deal: northwind'), /not made with this key/],
    [
      'broken JSON',
      (own) => {
        asBefore(own)
        writeFileSync(join(own, '1-marks.json'), '{')
      },
      /is no JSON/,
    ],
    [
      'other JSON',
      (own) => {
        asBefore(own)
        writeFileSync(join(own, '1-marks.json'), '{"marks":[]}')
      },
      /is not as the deal keeps it/,
    ],
    ['a huge file', (own) => truncateSync(join(own, 'deal.yaml'), 2e9), /is too large/],
  ]

  it.each(broken)('%s', (name, spoil, told) => {
    const own = join(folder, name.replaceAll(' ', '-'))
    cpSync(deal, own, { recursive: true })
    spoil(own)
    const { status, stdout, stderr } = clausebook(['round', 'status', own])
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toMatch(told)
    expect(stderr.trim().split('\n')).toHaveLength(1)
  })

  it('what is no paper of the matter opens none, and what cannot be read is no return', () => {
    expect(clausebook(['round', 'status', join(folder, 'nowhere')]).stderr).toContain('is not there')
    const wrong = join(folder, 'wrong.docx')
    writeFileSync(wrong, 'no zip')
    expect(clausebook(['round', 'add', deal, wrong])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('wrong.docx'),
    })
    expect(clausebook(['round', 'open', join(folder, 'none'), wrong, '--matter', matter])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('wrong.docx'),
    })
  })
})

/** A deal of before tables had a digest, which is read all the same. */
function asBefore(own: string): void {
  const file = join(own, 'deal.yaml')
  writeFileSync(file, readFileSync(file, 'utf8').replaceAll(/^ *(?:points|marks): [0-9a-f]{64}\n/gm, ''))
}

function replaceIn(own: string, what: string, by: string): void {
  const file = join(own, 'deal.yaml')
  writeFileSync(file, readFileSync(file, 'utf8').replace(what, by))
}
