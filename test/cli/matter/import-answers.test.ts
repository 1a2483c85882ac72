import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { parse } from 'yaml'
import { clausebook } from '../run.ts'

vi.setConfig({ testTimeout: 120_000 })

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'clausebook-answers-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const matter = `matter: Vendors
# what the client says of itself
client: { name: Harrow Insurance Company }
vendor: { name: Pike Ltd., product: Pike Desk }
`

/** A questionnaire as the vendor sends it back: the answers typed into its last column, as Word saves them. */
function answered(answers: Record<string, string>): string {
  const file = join(folder, 'questions.docx')
  writeFileSync(join(folder, 'matter.yaml'), matter)
  expect(
    clausebook(['draft', 'vendor-questionnaire', join(folder, 'matter.yaml'), '--output', file]).status,
  ).toBe(0)
  const parts = unzipSync(readFileSync(file))
  const body = 'word/document.xml'
  const xml = strFromU8(parts[body]!).replace(/<w:tr>.*?<\/w:tr>/gs, (row) => {
    const [id] = row.match(/(?<=<w:t [^>]*>)[a-z_.]+(?=<)/) ?? []
    const answer = id === undefined ? undefined : answers[id]
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
    const file = answered({ 'vendor.kind': 'MARK' })
    const parts = unzipSync(readFileSync(file))
    const body = 'word/document.xml'
    const by = 'w:id="9" w:author="Pike" w:date="2026-01-01T00:00:00Z"'
    const tracked =
      `<w:del ${by}><w:r><w:delText>managed-api</w:delText></w:r></w:del>` +
      `<w:ins ${by}><w:r><w:t>integrator</w:t></w:r></w:ins>` +
      `<w:moveFrom ${by}><w:r><w:t>, reseller</w:t></w:r></w:moveFrom>`
    const xml = strFromU8(parts[body]!).replace(
      /<w:r>(?:(?!<w:r>).)*MA<\/w:t><\/w:r>.*?RK<\/w:t><\/w:r>/s,
      tracked,
    )
    expect(xml).toContain(tracked)
    writeFileSync(file, zipSync({ ...parts, [body]: strToU8(xml) }))
    const { stdout, status } = clausebook(['matter', 'import-answers', file])
    expect({ status, kind: parse(stdout).vendor.kind }).toEqual({ status: 0, kind: 'integrator' })
  })

  test('is read into the matter, whose comments and other facts stay', () => {
    const file = answered({
      'vendor.kind': 'SaaS',
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
      stdout: `11 of 25 questions answered, 11 read, 0 not read: ${into}\n`,
    })
    const source = readFileSync(into, 'utf8')
    expect(source).toContain('# what the client says of itself')
    expect(parse(source)).toMatchObject({
      client: { name: 'Harrow Insurance Company' },
      vendor: {
        name: 'Pike Ltd.',
        kind: 'saas',
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
    const file = answered({ 'vendor.kind': 'a bank', 'vendor.indemnifies': 'no' })
    const into = join(folder, 'matter.yaml')
    const { status, stderr } = clausebook(['matter', 'import-answers', file, '--into', into])
    expect(status).toBe(1)
    expect(stderr).toMatch(
      /^clausebook: .*questions\.docx: vendor\.kind \(.*\): not read: “a bank”: expected one of .*got "a bank"/,
    )
    expect(stderr.trim().split('\n')).toHaveLength(1)
    expect(readFileSync(into, 'utf8')).toMatch(/indemnifies: no/)
  })

  test('says nothing to the facts of the client, whatever it puts into the first column', () => {
    const file = answered({ 'vendor.kind': 'saas', 'vendor.form': 'Somebody else' })
    const parts = unzipSync(readFileSync(file))
    const xml = strFromU8(parts['word/document.xml']!).replace('>vendor.form<', '>client.name<')
    writeFileSync(file, zipSync({ ...parts, 'word/document.xml': strToU8(xml) }))
    const into = join(folder, 'matter.yaml')
    clausebook(['matter', 'import-answers', file, '--into', into])
    expect(parse(readFileSync(into, 'utf8')).client).toEqual({ name: 'Harrow Insurance Company' })
  })
})
