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

/** The questionnaire of that matter, drafted once. */
let sent: Uint8Array | undefined
function questionnaire(): Uint8Array {
  if (sent) return sent
  const [from, to] = [join(folder, 'matter.yaml'), join(folder, 'sent.docx')]
  const { status } = clausebook([
    'draft',
    'vendor-questionnaire',
    from,
    '--date',
    '2026-01-05',
    '--output',
    to,
  ])
  expect(status).toBe(0)
  sent = readFileSync(to)
  rmSync(to)
  return sent
}

/** A questionnaire as the vendor sends it back: the answers typed into its last column, as Word saves them. */
function answered(answers: Record<string, string>): string {
  const file = join(folder, 'questions.docx')
  writeFileSync(join(folder, 'matter.yaml'), matter)
  const parts = unzipSync(questionnaire())
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
      // Name and product stand as we printed them.
      stdout: `8 of 27 questions answered, 8 read, 0 not read: ${into}\n`,
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

  /** The form with other markup in place of the words of one answer, and other parts beside. */
  function marked(
    said: string,
    { more = {}, other = {} }: { more?: Record<string, string>; other?: Record<string, string> } = {},
  ): string {
    const file = answered({ 'vendor.licensed': 'MARK', 'vendor.sees_prompts': 'Yes', ...other })
    const parts = unzipSync(readFileSync(file))
    const body = 'word/document.xml'
    const xml = strFromU8(parts[body]!).replace(
      /<w:r>(?:(?!<w:r>).)*MA<\/w:t><\/w:r>.*?RK<\/w:t><\/w:r>/s,
      said,
    )
    expect(xml).toContain(said)
    const rels = 'word/_rels/document.xml.rels'
    const types = '[Content_Types].xml'
    const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
    const added = Object.entries(more).map(([kind, inner]) => ({
      kind,
      xml: `<w:${kind} xmlns:w="${main}">${inner}</w:${kind}>`,
    }))
    const edited = (path: string, end: string, what: (kind: string) => string) =>
      strToU8(strFromU8(parts[path]!).replace(end, `${added.map(({ kind }) => what(kind)).join('')}${end}`))
    writeFileSync(
      file,
      zipSync({
        ...parts,
        [body]: strToU8(xml),
        ...(added.length > 0 && {
          [rels]: edited(
            rels,
            '</Relationships>',
            (kind) =>
              `<Relationship Id="rId9${kind}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${kind}" Target="${kind}9.xml"/>`,
          ),
          [types]: edited(
            types,
            '</Types>',
            (kind) =>
              `<Override PartName="/word/${kind}9.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.${kind}+xml"/>`,
          ),
        }),
        ...Object.fromEntries(added.map(({ kind, xml }) => [`word/${kind}9.xml`, strToU8(xml)])),
      }),
    )
    return file
  }
  const run = (words: string, looks = '') =>
    `<w:r><w:rPr>${looks}</w:rPr><w:t xml:space="preserve">${words}</w:t></w:r>`

  test.each([
    [
      'a comment',
      '<w:commentRangeStart w:id="7"/><w:r><w:t>Yes</w:t></w:r><w:commentRangeEnd w:id="7"/><w:r><w:commentReference w:id="7"/></w:r>',
      {
        comments:
          '<w:comment w:id="7" w:author="A. Pike"><w:p><w:r><w:t>not for Llama 4</w:t></w:r></w:p></w:comment>',
      },
      'comment by A. Pike: “not for Llama 4”',
    ],
    [
      'a footnote',
      '<w:r><w:t>Yes</w:t></w:r><w:r><w:footnoteReference w:id="7"/></w:r>',
      { footnotes: '<w:footnote w:id="7"><w:p><w:r><w:t>save Llama 4</w:t></w:r></w:p></w:footnote>' },
      'footnote: “save Llama 4”',
    ],
    ['words that are struck', run('Yes', '<w:strike/>'), {}, 'struck out: “Yes”'],
    ['hidden words', `${run('Yes')}${run(' save Llama 4', '<w:vanish/>')}`, {}, 'hidden: “save Llama 4”'],
    [
      'white words',
      `${run('Yes')}${run(' save Llama 4', '<w:color w:val="FFFFFF"/>')}`,
      {},
      'in white: “save Llama 4”',
    ],
    ['words set high', `${run('Yes')}${run('1', '<w:vertAlign w:val="superscript"/>')}`, {}, 'Yes'],
  ])(
    'keeps an answer open that %s hangs on, and tells both with the question that was asked',
    (_, said, more, told) => {
      const { status, stderr, stdout } = clausebook(['matter', 'import-answers', marked(said, { more })])
      expect(status).toBe(1)
      expect(parse(stdout).vendor).toMatchObject({ sees_prompts: 'yes' })
      expect(parse(stdout).vendor.licensed).toBeUndefined()
      expect(stderr).toContain(
        'vendor.licensed (Has the vendor accepted the license of each model, and does it hold the rights under it?): not read: ',
      )
      expect(stderr).toContain(told)
    },
  )

  test('takes the words that are left beside struck ones', () => {
    const { stdout, status } = clausebook([
      'matter',
      'import-answers',
      marked(`${run('Yes', '<w:strike/>')}${run(' No')}`),
    ])
    expect({ status, said: parse(stdout).vendor.licensed }).toEqual({ status: 0, said: 'no' })
  })

  test('takes no day that is none, is to come, or is two by where it is written, and says so', () => {
    const file = marked(run('Yes'))
    const parts = unzipSync(readFileSync(file))
    const xml = strFromU8(parts['word/document.xml']!)
    for (const [words, on, reason] of [
      ['31 Feb 2026', undefined, 'no day that can be read in one way'],
      ['11/12/2026', undefined, 'no day that can be read in one way'],
      ['2099-01-01', undefined, 'still to come'],
      ['1970-01-01', undefined, 'before the first license'],
      ['March 3, 2026', '2026-03-03', undefined],
    ] as const) {
      writeFileSync(
        file,
        zipSync({ ...parts, 'word/document.xml': strToU8(xml.replace('Choose a day.', words)) }),
      )
      const { stdout, stderr, status } = clausebook([
        'matter',
        'import-answers',
        file,
        '--date',
        '2026-05-05',
      ])
      expect({ words, status }).toEqual({ words, status: reason === undefined ? 0 : 1 })
      expect(stdout).toContain(`, on ${on ?? '2026-05-05'}, in questions.docx`)
      if (reason !== undefined)
        expect(stderr).toContain(`the day of the answers is not read: “${words}” is ${reason}`)
    }
  })

  test('comes back twice from one vendor, and neither of two answers that differ is read', () => {
    const all = join(folder, 'all')
    mkdirSync(all)
    for (const [name, said] of [
      ['c.yaml', 'no'],
      ['d.yaml', 'yes'],
    ])
      writeFileSync(join(all, name!), `vendor:\n  name: Ash AG\n  licensed: ${said}\n  sees_prompts: no\n`)
    const into = join(folder, 'matter.yaml')
    writeFileSync(into, 'matter: A\nvendors:\n  - name: Ash AG\n  - name: Pike Ltd.\n')
    const { status, stderr } = clausebook(['matter', 'import-answers', all, '--into', into])
    expect(status).toBe(1)
    expect(stderr).toMatch(/c\.yaml: vendor\.licensed .*not read: “no”: d\.yaml answers it “yes”/)
    expect(stderr).toMatch(/d\.yaml: vendor\.licensed .*not read: “yes”: c\.yaml answers it “no”/)
    expect(parse(readFileSync(into, 'utf8')).vendors[0]).toEqual({ name: 'Ash AG', sees_prompts: 'no' })
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
      stderr: `clausebook: ${file}: 0 of 27 questions answered, 0 read, 0 not read\n`,
      status: 0,
    })
  })
})
