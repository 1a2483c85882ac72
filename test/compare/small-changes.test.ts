import { beforeAll, describe, expect, test } from 'vitest'
import { type Comparison, compareTexts } from '../../src/compare/index.ts'
import {
  csvReport,
  htmlReport,
  jsonReport,
  markdownReport,
  terminalReport,
} from '../../src/compare/report.ts'
import { type Library, loadLibrary } from '../../src/library/index.ts'
import { openFile } from '../../src/texts/index.ts'
import { comparisonToDocx } from '../../src/word/index.ts'
import { wordFile } from '../ooxml/word-file.ts'
import { readAgreement } from '../word/read-paragraphs.ts'

/** What may turn in a contract while hardly a letter does, and on which somebody relies: `from` and `to` in a sentence. */
const kinds: Record<string, [from: string, to: string][]> = {
  day: [
    ['on 1 June 2024', 'on 1 June 2034'],
    ['on June 1, 2024', 'on June 11, 2024'],
    ['on 2024-06-01', 'on 2024-01-06'],
    ['by the first day', 'by the last day'],
    ['within 30 days', 'within 30 business days'],
    ['within thirty days', 'within thirteen days'],
    ['at 17:00 CET', 'at 17:00 CEST'],
    ['in Q1 of a year', 'in Q4 of a year'],
  ],
  amount: [
    ['pays $500 for it', 'pays £500 for it'],
    ['pays USD 500 for it', 'pays AUD 500 for it'],
    ['pays 1,000 for it', 'pays 10,000 for it'],
    ['pays 1,5 for it', 'pays 15 for it'],
    ['pays 7.5 for it', 'pays 75 for it'],
    ['pays 5% of it', 'pays 5‰ of it'],
    ['pays 5 percent of it', 'pays 5 percentage points of it'],
    ['pays one half of it', 'pays one third of it'],
    ['pays ½ of it', 'pays ¼ of it'],
    ['pays five million of it', 'pays five billion of it'],
    ['pays 5 million of it', 'pays 5 thousand of it'],
    ['pays 10² of it', 'pays 10³ of it'],
    ['pays -5 of it', 'pays 5 of it'],
    ['pays +5 of it', 'pays 5 of it'],
    ['pays 3x of it', 'pays 3 of it'],
  ],
  unit: [
    ['weighs 5 kg at most', 'weighs 5 mg at most'],
    ['holds 5 GB at most', 'holds 5 Gb at most'],
    ['holds 5 MW at most', 'holds 5 mW at most'],
    ['lies 5 km off', 'lies 5 mi off'],
    ['is 5° warm', 'is 5 warm'],
    ['is 5 °C warm', 'is 5 °F warm'],
    ['spans 5 µm there', 'spans 5 mm there'],
  ],
  order: [
    ['the 1st of them', 'the 21st of them'],
    ['the second of them', 'the seventh of them'],
    ['under Section 2(a) of it', 'under Section 2(b) of it'],
    ['under Schedule IV of it', 'under Schedule VI of it'],
    ['under Annex A of it', 'under Annex B of it'],
    ['in version 2.1 of it', 'in version 2.10 of it'],
  ],
  negation: [
    ['may sell it', 'may not sell it'],
    ['must not sell it', 'must sell it'],
    ["can't sell it", 'can sell it'],
    ['is unlimited there', 'is limited there'],
    ['is non-exclusive there', 'is exclusive there'],
    ['with cause only', 'without cause only'],
    ['neither of them', 'either of them'],
    ['no less than that', 'no more than that'],
    ['is enforceable there', 'is unenforceable there'],
  ],
  duty: [
    ['shall tell us', 'may tell us'],
    ['will tell us', 'should tell us'],
    ['and us', 'or us'],
    ['and/or us', 'and us'],
    ['each of us', 'any of us'],
    ['before that', 'after that'],
    ['including that', 'excluding that'],
    ['jointly held', 'severally held'],
    ['at our cost', 'at your cost'],
    ['his heirs', 'her heirs'],
    ['inbound calls', 'outbound calls'],
  ],
  letter: [
    ['may re-sign it', 'may resign it'],
    ['may re-lease it', 'may release it'],
    ['goes to US firms', 'goes to us firms'],
    ['goes to IT staff', 'goes to it staff'],
    ['the Party pays', 'the party pays'],
    ['the Services end', 'the services end'],
    ['the licensor pays', 'the licensee pays'],
    ['the mortgagor pays', 'the mortgagee pays'],
    ["the licensee's fee", 'the licensees fee'],
    ['a principal sum', 'a principle sum'],
    ['waives a claim', 'waves a claim'],
    ['the Dutch party', 'the Danish party'],
    ['a résumé there', 'a resume there'],
    ['an Åland firm', 'an Aland firm'],
  ],
  place: [
    ['courts of Delaware', 'courts of Cayman'],
    ['at legal@quay.example', 'at notice@quay.example'],
    ['at quay.example/terms', 'at quay.example/term'],
    ['at https://quay.example/a', 'at https://quay.example/b'],
    ['at 12 Quay Street', 'at 21 Quay Street'],
    ['call +47 22 00 00 01', 'call +47 22 00 00 02'],
  ],
  homoglyph: [
    ['the Alpha fund', 'the Аlpha fund'],
    ['the code fee', 'the cоde fee'],
    ['the Beta fund', 'the Βeta fund'],
    ['the price O', 'the price 0'],
    ['the unit l', 'the unit 1'],
  ],
  sign: [
    ['ships A, B and C', 'ships A B and C'],
    ['ships "as is" goods', 'ships as is goods'],
    ['a fee (if any) there', 'a fee if any there'],
    ['up to A+ grade', 'up to A grade'],
    ['for x < y there', 'for x > y there'],
    ['for x ≤ y there', 'for x < y there'],
    ['for C# code', 'for C code'],
    ['the "®" mark', 'the "™" mark'],
    ['[●] years', '[5] years'],
  ],
}

/** What no party can rely on: the same words in other shapes. */
const shapes: [string, string][] = [
  ['the "open" quay', 'the “open” quay'],
  ["the quay's rent", 'the quay’s rent'],
  ['a re-signed form', 'a re‑signed form'],
  ['a co\u00adoperation of firms', 'a cooperation of firms'],
  ['the ofﬁce of ours', 'the office of ours'],
  ['the fee\u00a0there of ours', 'the fee there of ours'],
  ['a fee – of ours – there', 'a fee — of ours — there'],
  ['a cafe\u0301 of ours', 'a caf\u00e9 of ours'],
  ['at most 1000000 tons', 'at most 1,000,000 tons'],
]

/** One clause a change, each in words of its own, so that it answers its counterpart alone. */
const things =
  'barge crane derrick winch hawser bollard pontoon lighter tug dredger buoy beacon fender capstan gantry hopper jetty keel ladder mooring anchor pilot quay rudder slip tender wharf yard ballast cargo'.split(
    ' ',
  )
const sentence = (words: string, at: number) =>
  `For every ${things[at % things.length]} with mark ${String.fromCharCode(75 + Math.floor(at / things.length))}-${things[(at * 7 + 3) % things.length]} the customer ${words} as the ${things[(at * 11 + 5) % things.length]} requires.`

const changes = Object.entries(kinds).flatMap(([kind, pairs]) => pairs.map((pair) => ({ kind, pair })))
const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** The same clauses as a file of each kind. */
const formats: Record<string, (clauses: string[]) => { name: string; bytes: Uint8Array }> = {
  text: (clauses) => ({
    name: 'quay.txt',
    bytes: Buffer.from(`QUAY TERMS\n\n${clauses.map((text, at) => `${at + 1}. ${text}`).join('\n\n')}\n`),
  }),
  Markdown: (clauses) => ({
    name: 'quay.md',
    bytes: Buffer.from(
      `# Quay terms\n\n${clauses.map((text, at) => `${at + 1}. ${text.replace(/[<>[\]#*_+]/g, '\\$&')}`).join('\n')}\n`,
    ),
  }),
  HTML: (clauses) => ({
    name: 'quay.html',
    bytes: Buffer.from(
      `<!doctype html><html><head><meta charset="utf-8"><title>Quay terms</title></head><body><h1>Quay terms</h1>${clauses
        .map((text, at) => `<p>${at + 1}. ${escaped(text)}</p>`)
        .join('')}</body></html>`,
    ),
  }),
  Word: (clauses) => ({
    name: 'quay.docx',
    bytes: wordFile({
      body: clauses
        .map(
          (text, at) => `<w:p><w:r><w:t xml:space="preserve">${at + 1}. ${escaped(text)}</w:t></w:r></w:p>`,
        )
        .join(''),
    }),
  }),
}

let library: Library
beforeAll(async () => {
  library = await loadLibrary()
})

async function comparedAs(format: string, pairs: [string, string][]): Promise<Comparison> {
  const [left, right] = await Promise.all(
    ([0, 1] as const).map(async (side) => {
      const { name, bytes } = formats[format]!(pairs.map((pair, at) => sentence(pair[side], at)))
      return { id: `./${side}-${name}`, known: false, document: await openFile(name, bytes) }
    }),
  )
  return compareTexts(library, left!, right!).comparison
}

const clausesIn = ({ pairs }: Comparison) =>
  pairs.filter(({ left, right }) => /customer/.test((left ?? right)!.text))

describe.each(Object.keys(formats))('in two %s files of which nothing is known', (format) => {
  let comparison: Comparison
  beforeAll(async () => {
    comparison = await comparedAs(
      format,
      changes.map(({ pair }) => pair),
    )
  })

  test('each small change on which a party could rely is one change in its own clause', () => {
    const own = clausesIn(comparison)
    const wrong = changes.flatMap(({ kind, pair: [from, to] }, at) => {
      const left = own.find((pair) => pair.left?.text.includes(sentence(from, at)))
      const said = left && `${left.status}${left.right?.text.includes(sentence(to, at)) ? '' : ', apart'}`
      return said === 'changed' ? [] : [`${kind}: ${from} → ${to}: ${said ?? 'not found'}`]
    })
    expect(wrong).toEqual([])
    expect(own).toHaveLength(changes.length)
  })

  test('no report hides one', async () => {
    const reports: [report: string, deleted: RegExp, inserted: RegExp][] = [
      [terminalReport(comparison, { width: 1000 }), /\[-/g, /\{\+/g],
      [markdownReport(comparison), /~~[^~]+~~/g, /\*\*[^*]+\*\*/g],
      [htmlReport(comparison), /<del\b/g, /<ins\b/g],
    ]
    const own = clausesIn(comparison)
    const having = (op: 'delete' | 'insert') =>
      own.filter(({ pieces }) => pieces.some((piece) => piece.op === op && piece.typography !== true)).length
    for (const [report, deleted, inserted] of reports) {
      expect(report).not.toMatch(/Nothing differs|No clause differs/)
      expect(report.match(deleted)?.length).toBeGreaterThanOrEqual(having('delete'))
      expect(report.match(inserted)?.length).toBeGreaterThanOrEqual(having('insert'))
    }
    expect(csvReport(comparison).match(/,changed,no,/g)).toHaveLength(changes.length)
    const json = JSON.parse(jsonReport(comparison)) as Pick<Comparison, 'pairs'>
    for (const { left, pieces } of json.pairs.filter(({ status }) => status === 'changed'))
      expect(
        pieces.some(({ op, typography }) => op !== 'equal' && !typography),
        left?.text,
      ).toBe(true)
    const bytes = await comparisonToDocx(comparison, { author: 'A. Counsel', date: '2025-01-31' })
    for (const [how, side] of [
      ['reject', 0],
      ['accept', 1],
    ] as const) {
      const words = readAgreement(bytes, how).join('\n')
      const missed = changes.filter(({ pair }, at) => !words.includes(sentence(pair[side], at)))
      expect(missed, how).toEqual([])
    }
  })
})

test.each(Object.keys(formats))(
  'in two %s files other shapes of the same words are no change',
  async (format) => {
    const comparison = await comparedAs(format, shapes)
    const told = clausesIn(comparison).map((pair, at) => `${shapes[at]![0]}: ${pair.status}`)
    expect(told.filter((words) => /changed|added|removed/.test(words))).toEqual([])
    expect(terminalReport(comparison)).toMatch(/No clause differs in more than typography|Nothing differs/)
  },
)
