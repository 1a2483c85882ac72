import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, describe, expect, test } from 'vitest'
import { loadLibrary } from '../../src/library/index.ts'
import { resolveWord } from '../../src/markup/index.ts'
import { matterDigest, readMatter } from '../../src/matter/index.ts'
import { clausebook } from '../cli/run.ts'
import { expectValid } from '../word/validity.ts'

const folder = mkdtempSync(join(tmpdir(), 'clausebook-outbound-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const library = await loadLibrary()

/** A matter of the examples under a name that stands nowhere else. */
function matterFile(example: string, change: (yaml: string) => string = (yaml) => yaml): string {
  const yaml = change(readFileSync(`examples/${example}.yaml`, 'utf8')).replace(
    /^matter: .*$/m,
    'matter: Project Zebraquill',
  )
  const file = join(folder, `${example}.yaml`)
  writeFileSync(file, yaml)
  return file
}

const acme = matterFile('acme')
const harrow = matterFile('vendor-saas')
const old = join(folder, 'zebraquill-old.md')
const renewed = join(folder, 'zebraquill-new.md')
writeFileSync(old, '# Harbour Agreement\n\n1. Fees. Pay at once.\n\n2. Term. One year.\n')
writeFileSync(
  renewed,
  '# Harbour Agreement\n\n1. Fees. Pay within 30 days.\n\n2. Term. One year.\n\n3. Law. Here.\n',
)

/** What is ours alone. */
const internal: string[] = [
  'Zebraquill',
  library.digest,
  ...[acme, harrow].map((file) => matterDigest(readMatter(readFileSync(file, 'utf8'), file))),
  ...[...library.licenses.values()].flatMap(({ texts }) => texts.map(({ pin }) => pin.sha256)),
  // An id of one word is a word of the language; as a name of a part of the file it is looked for below.
  ...[...library.positions.values(), ...library.flowDowns.values()]
    .map(({ id }) => id)
    .filter((id) => id.includes('-')),
  folder,
  process.cwd(),
  'templates/',
  'clauses/',
  'lausebook',
  'Draft for review',
  'legal advice',
  'walk-away',
  'walk_away',
  'Fallback',
  'They: ',
  'Record of',
  'drafting note',
  'vendor.kind',
  '1970',
  '2024-07-23T',
]
const names = [...library.positions.keys(), ...library.flowDowns.keys()]

/** Every part of a file as text, by its name. */
function partsOf(file: string): Record<string, string> {
  const bytes = new Uint8Array(readFileSync(file))
  if (!file.endsWith('.docx')) return { [file]: strFromU8(bytes) }
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]))
}

function leaksIn(file: string): string[] {
  return Object.entries(partsOf(file)).flatMap(([name, part]) => [
    ...internal.filter((words) => part.includes(words)).map((words) => `${name}: ${words}`),
    ...names
      .filter((id) =>
        new RegExp(`(?:name|anchor|id|tag|href)="#?(?:clause_)?${id.replaceAll('-', '[-_]')}"`).test(part),
      )
      .map((id) => `${name}: named ${id}`),
  ])
}

const files: [string, string[]][] = [
  ['redline', ['redline', 'llama-3.1', '--matter', acme]],
  ['side-letter', ['draft', 'side-letter', acme]],
  ['vendor-addendum', ['draft', 'vendor-addendum', harrow]],
  ['vendor-questionnaire', ['draft', 'vendor-questionnaire', harrow]],
  ['comparison', ['compare', 'llama-2', 'llama-3.1', '--author', 'R. Vale']],
  ['comparison-of-files', ['compare', old, renewed, '--author', 'R. Vale']],
]

describe('what goes to the other side', () => {
  test.each(files)(
    '%s holds nothing of ours, in any format and any part',
    async (name, args) => {
      for (const format of ['docx', 'html', 'md']) {
        const file = join(folder, `${name}.${format}`)
        const { status, stderr } = clausebook([...args, '--for-counterparty', '--output', file])
        expect([stderr, status]).toEqual([stderr, 0])
        expect(leaksIn(file)).toEqual([])
        if (format === 'docx') await expectValid(new Uint8Array(readFileSync(file)))
      }
    },
    120_000,
  )

  test('the search finds what a file of our own holds', () => {
    const file = join(folder, 'ours.docx')
    clausebook(['draft', 'vendor-addendum', harrow, '--allow-blanks', '--output', file])
    const found = leaksIn(file).join('\n')
    for (const words of ['Zebraquill', library.digest, 'Draft for review', 'named incidents', 'Record of'])
      expect(found).toContain(words)
  })

  test('the header says the status of the document, and that it is subject to contract where it says none', () => {
    const said = matterFile('acme', (yaml) =>
      yaml.replace(/^document:$/m, 'document:\n  status: Second proposal'),
    )
    const file = join(folder, 'status.docx')
    clausebook(['draft', 'side-letter', said, '--for-counterparty', '--output', file])
    expect(partsOf(file)['word/header1.xml']).toContain('Second proposal')
    expect(partsOf(join(folder, 'vendor-addendum.docx'))['word/header1.xml']).toContain('Subject to contract')
  })

  test('is dated today where nobody says otherwise, and the same bytes of one day', () => {
    const file = join(folder, 'dated.docx')
    const draft = (...more: string[]) => {
      clausebook(['draft', 'vendor-addendum', harrow, '--for-counterparty', '--output', file, ...more])
      return readFileSync(file)
    }
    draft()
    const today = [Date.now() - 60_000, Date.now()].map((time) => new Date(time).toISOString().slice(0, 10))
    expect(today).toContain(/<dcterms:created[^>]*>([\d-]+)T/.exec(partsOf(file)['docProps/core.xml']!)![1])
    expect(draft('--date', '2026-02-03').equals(draft('--date', '2026-02-03'))).toBe(true)
    expect(partsOf(file)['docProps/core.xml']).toContain('2026-02-03T')
  })

  test('what is for our own side, or names us, is refused', () => {
    const refused = (args: string[]) => {
      const { status, stderr } = clausebook([
        ...args,
        '--for-counterparty',
        '--output',
        join(folder, 'no.docx'),
      ])
      return [status, stderr.trim().split('\n').at(-1)]
    }
    expect(refused(['draft', 'risk-memo', acme])).toEqual([2, expect.stringContaining('for our own side')])
    expect(refused(['redline', 'llama-3.1', '--matter', acme, '--internal'])).toEqual([
      2,
      expect.stringContaining('leave out one'),
    ])
    expect(refused(['redline', 'llama-3.1', '--matter', acme, '--format', 'json'])).toEqual([
      2,
      expect.stringContaining('names our positions'),
    ])
    expect(refused(['compare', 'llama-2', 'llama-3'])).toEqual([2, expect.stringContaining('--author')])
  })

  test('two Word files: nothing is left of what the right one says of us', async () => {
    const [left, right, file] = ['left', 'right', 'marked'].map((name) => join(folder, `${name}.docx`)) as [
      string,
      string,
      string,
    ]
    clausebook([
      'draft',
      'vendor-questionnaire',
      harrow,
      '--for-counterparty',
      '--date',
      '2026-01-01',
      '--output',
      left,
    ])
    clausebook([
      'draft',
      'vendor-questionnaire',
      harrow,
      '--allow-blanks',
      '--date',
      '2026-01-01',
      '--output',
      right,
    ])
    const { status, stderr } = clausebook([
      'compare',
      left,
      right,
      '--for-counterparty',
      '--author',
      'R. Vale',
      '--protect',
      '--output',
      file,
    ])
    expect([stderr, status]).toEqual([stderr, 0])
    const parts = partsOf(file)
    expect(parts['docProps/core.xml']).not.toContain('Zebraquill')
    expect(parts['docProps/custom.xml']).not.toContain(library.digest)
    expect(parts['word/settings.xml']).toMatch(
      /<w:trackRevisions\/><w:documentProtection w:edit="trackedChanges"/,
    )
    await expectValid(new Uint8Array(readFileSync(file)))
  })
})

describe('a redline as it leaves', () => {
  test('goes on tracking, and allows nothing else where that is asked for', async () => {
    const file = join(folder, 'redline.docx')
    expect(partsOf(file)['word/settings.xml']).toMatch(/<w:trackRevisions\/>(?!<w:documentProtection)/)
    clausebook(['redline', 'llama-3.1', '--matter', acme, '--protect', '--output', file])
    expect(partsOf(file)['word/settings.xml']).toMatch(
      /<w:trackRevisions\/><w:documentProtection w:edit="trackedChanges" w:enforcement="1"\/>/,
    )
    await expectValid(new Uint8Array(readFileSync(file)))
  })

  test('has no paragraph of ours behind the last clause that survives', () => {
    for (const name of ['redline', 'comparison']) {
      const bytes = new Uint8Array(readFileSync(join(folder, `${name}.docx`)))
      const xml = strFromU8(unzipSync(resolveWord(bytes, { as: 'accept' }))['word/document.xml']!)
      const last = [...xml.matchAll(/<w:p\b(?:(?!<\/w:p>).)*<\/w:p>/gs)].at(-1)![0]
      expect(last).toContain('<w:pStyle w:val="Agreement')
    }
  })
})
