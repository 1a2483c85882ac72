import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { parse } from 'yaml'
import { printedQuestionnaire } from '../../../src/draft/index.ts'
import { loadLibrary } from '../../../src/library/index.ts'
import { clausebook } from '../run.ts'

vi.setConfig({ testTimeout: 120_000 })

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'clausebook-answers-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const matter = `matter: Vendors
# what the client says of itself
client: { name: Harrow Insurance Company, contact: legal@harrow.example }
vendor: { name: Pike Ltd., product: Pike Desk, kind: saas }
document: { date: 2026-01-05 }
`

const { questions } = printedQuestionnaire(await loadLibrary())
const escaped = (words: string) => words.replaceAll('&', '&amp;').replaceAll('"', '&quot;')

/** A questionnaire as the vendor sends it back: the answers typed into its last column, as Word saves them. */
function answered(answers: Record<string, string>): string {
  const file = join(folder, 'questions.docx')
  writeFileSync(join(folder, 'matter.yaml'), matter)
  expect(
    clausebook([
      'draft',
      'vendor-questionnaire',
      join(folder, 'matter.yaml'),
      '--date',
      '2026-01-05',
      '--output',
      file,
    ]).status,
  ).toBe(0)
  const parts = unzipSync(readFileSync(file))
  const body = 'word/document.xml'
  const xml = strFromU8(parts[body]!).replace(/<w:tr>.*?<\/w:tr>/gs, (row) => {
    const words = row.replace(/<[^>]*>/g, '').replace(/^\d+/, '')
    const [fact] = [...questions].find(([, question]) => words.startsWith(escaped(question))) ?? []
    const answer = fact === undefined ? undefined : answers[fact]
    if (answer === undefined) return row
    const at = row.lastIndexOf('<w:p>')
    return `${row.slice(0, at)}${answer.split('\n').map(typed).join('')}</w:tc></w:tr>`
  })
  writeFileSync(file, zipSync({ ...parts, [body]: strToU8(xml) }))
  return file
}

/** A paragraph as Word leaves it: the words in several runs, marks of the spelling checker between them. */
function typed(words: string): string {
  const half = Math.ceil(words.length / 2)
  const run = (part: string) =>
    `<w:r><w:rPr><w:lang w:val="en-GB"/></w:rPr><w:t xml:space="preserve">${part.replaceAll('&', '&amp;')}</w:t></w:r>`
  return `<w:p><w:proofErr w:type="spellStart"/>${run(words.slice(0, half))}<w:proofErr w:type="spellEnd"/>${run(words.slice(half))}</w:p>`
}

describe('a questionnaire that comes back in Word', () => {
  test('is read as its tracked changes leave it: what is deleted or moved away was not said', () => {
    const file = answered({ 'vendor.moderation': 'MARK' })
    const parts = unzipSync(readFileSync(file))
    const body = 'word/document.xml'
    const by = 'w:id="9" w:author="Pike" w:date="2026-01-01T00:00:00Z"'
    const tracked =
      `<w:del ${by}><w:r><w:delText>yes</w:delText></w:r></w:del>` +
      `<w:ins ${by}><w:r><w:t>partly</w:t></w:r></w:ins>` +
      `<w:moveFrom ${by}><w:r><w:t>, no</w:t></w:r></w:moveFrom>`
    const xml = strFromU8(parts[body]!).replace(
      /<w:r>(?:(?!<w:r>).)*MA<\/w:t><\/w:r>.*?RK<\/w:t><\/w:r>/s,
      tracked,
    )
    expect(xml).toContain(tracked)
    writeFileSync(file, zipSync({ ...parts, [body]: strToU8(xml) }))
    const { stdout, status } = clausebook(['matter', 'import-answers', file])
    expect({ status, said: parse(stdout).vendor.moderation }).toEqual({ status: 0, said: 'partly' })
  })

  test('is read into the matter, whose comments and other facts stay', () => {
    const file = answered({
      'vendor.form': 'a partnership of Pike & Sons',
      'vendor.address': '7 Quay Street,\nBristol',
      'vendor.models': 'Llama 3.3\nLlama 3.2-Vision',
      'vendor.sees_prompts': 'Yes, since May',
      'vendor.retention_days': '30 days',
      'vendor.subcontractors': 'None',
      'vendor.principal_place_of_business': 'United Kingdom',
      'vendor.licensed': 'unknown',
    })
    const into = join(folder, 'matter.yaml')
    const { status, stdout } = clausebook(['matter', 'import-answers', file, '--into', into])
    expect({ status, stdout }).toEqual({
      status: 0,
      stdout: `10 of 27 questions answered, 10 read, 0 not read: ${into}\n`,
    })
    const source = readFileSync(into, 'utf8')
    expect(source).toContain('# what the client says of itself')
    expect(parse(source)).toMatchObject({
      client: { name: 'Harrow Insurance Company', contact: 'legal@harrow.example' },
      vendor: {
        name: 'Pike Ltd.',
        form: 'a partnership of Pike & Sons',
        models: ['Llama 3.3', 'Llama 3.2-Vision'],
        retention_days: 30,
        subcontractors: [],
        principal_place_of_business: 'GB',
      },
    })
    const addendum = [
      'draft',
      'vendor-addendum',
      into,
      '--format',
      'markdown',
      '--allow-blanks',
      '--output',
      '-',
    ]
    expect(clausebook(addendum).stdout).toContain('7 Quay Street, Bristol (the “**Vendor**”)')
  })

  test('names the answers that it cannot read, keeps the others, and ends with 1', () => {
    const file = answered({ 'vendor.moderation': 'a bank', 'vendor.indemnifies': 'no' })
    const into = join(folder, 'matter.yaml')
    const { status, stderr } = clausebook(['matter', 'import-answers', file, '--into', into])
    expect(status).toBe(1)
    expect(stderr).toMatch(
      /^clausebook: .*questions\.docx: vendor\.moderation \(.*\): not read: “a bank”: expected one of .*got "a bank"/,
    )
    expect(stderr.trim().split('\n')).toHaveLength(1)
    expect(readFileSync(into, 'utf8')).toMatch(/indemnifies: no/)
  })

  test('says nothing to the facts of the client, whatever it puts into the first column', () => {
    const file = answered({ 'vendor.form': 'Somebody else' })
    const parts = unzipSync(readFileSync(file))
    const xml = strFromU8(parts['word/document.xml']!).replace(
      escaped(questions.get('vendor.form')!),
      'client.name',
    )
    expect(xml).toContain('>client.name')
    writeFileSync(file, zipSync({ ...parts, 'word/document.xml': strToU8(xml) }))
    const into = join(folder, 'matter.yaml')
    clausebook(['matter', 'import-answers', file, '--into', into])
    expect(parse(readFileSync(into, 'utf8')).client).toEqual({
      name: 'Harrow Insurance Company',
      contact: 'legal@harrow.example',
    })
  })

  test('changes nothing that we have from elsewhere, and never what the vendor is, and says both', () => {
    const file = answered({
      'vendor.kind': 'Reseller',
      'vendor.sees_prompts': 'No',
      'vendor.licensed': 'Yes',
    })
    const into = join(folder, 'matter.yaml')
    writeFileSync(
      into,
      'matter: A\nvendor:\n  name: Pike Ltd.\n  kind: saas\n  sees_prompts: yes # seen in its log\n  licensed: unknown\n',
    )
    const first = clausebook([
      'matter',
      'import-answers',
      file,
      '--into',
      into,
      '--by',
      'A. Pike',
      '--date',
      '2026-02-03',
    ])
    expect(first.status).toBe(1)
    expect(first.stdout).toContain('2 not taken')
    expect(first.stderr).toMatch(
      /vendor\.sees_prompts .*not taken: “No”, where the matter has “yes”: .*--accept/,
    )
    expect(first.stderr).toMatch(/vendor\.kind .*not taken: “Reseller”, where the matter has “saas”/)
    const kept = readFileSync(into, 'utf8')
    expect(parse(kept).vendor).toMatchObject({ kind: 'saas', sees_prompts: 'yes', licensed: 'yes' })
    expect(kept).toContain(
      '# Answered: “Yes”, by A. Pike, on 2026-02-03, in questions.docx; before: unknown\n  licensed: yes',
    )
    clausebook(['matter', 'import-answers', file, '--into', into, '--accept'])
    const taken = readFileSync(into, 'utf8')
    expect(parse(taken).vendor).toMatchObject({ kind: 'saas', sees_prompts: 'no' })
    expect(taken).toMatch(
      /# Answered: “No”, on \d{4}-\d\d-\d\d, in questions\.docx; before: yes\n {2}sees_prompts: no # seen in its log/,
    )
  })

  test('comes back in a folder with others, each into its own vendor, and one that is broken stops none', () => {
    const answers = answered({ 'vendor.sees_prompts': 'Yes' })
    const all = join(folder, 'all')
    mkdirSync(all)
    copyFileSync(answers, join(all, 'pike.docx'))
    writeFileSync(join(all, 'ash.yaml'), 'vendor:\n  name: Ash AG\n  sees_prompts: no\n')
    writeFileSync(join(all, 'torn.docx'), 'torn')
    const into = join(folder, 'matter.yaml')
    writeFileSync(into, 'matter: A\nvendors:\n  - name: Ash AG\n  - name: Pike Ltd.\n')
    const { status, stderr } = clausebook(['matter', 'import-answers', all, '--into', into])
    expect({ status, stderr: stderr.trim().split('\n') }).toEqual({
      status: 1,
      stderr: [expect.stringContaining('torn.docx')],
    })
    expect(parse(readFileSync(into, 'utf8')).vendors).toMatchObject([
      { name: 'Ash AG', sees_prompts: 'no' },
      { name: 'Pike Ltd.', sees_prompts: 'yes', product: 'Pike Desk' },
    ])
  })

  test('is a form: numbers, lists, boxes and marks that say nothing, none of which is an answer', () => {
    const file = answered({})
    const xml = strFromU8(unzipSync(readFileSync(file))['word/document.xml']!)
    expect(xml.match(/<w:comboBox>/g)!.length).toBeGreaterThan(6)
    expect(xml.match(/<w14:checkbox>/g)!.length % 3).toBe(0)
    expect(
      new Set([...xml.matchAll(/<w:tag w:val="([^"]*)"/g)].map(([, tag]) => /^_cb[0-9a-f]+$/.test(tag!))),
    ).toEqual(new Set([true]))
    expect(xml).not.toMatch(/>vendor\.[a-z_]+</)
    for (const words of [
      'Please return it by January 19, 2026, to: legal@harrow.example.',
      'count June 2024, the calendar month before July 23, 2024',
      'For Llama 3.1',
    ])
      expect(xml.replace(/<[^>]*>/g, '')).toContain(words)
    const { stderr, status } = clausebook(['matter', 'import-answers', file])
    expect({ stderr, status }).toEqual({
      stderr: `clausebook: ${file}: 2 of 27 questions answered, 2 read, 0 not read\n`,
      status: 0,
    })
  })
})
