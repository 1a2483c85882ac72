import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Comparison, compareTexts, type Pair } from '../../src/compare/index.ts'
import { mustBeTold } from '../../src/compare/report.ts'
import { loadLibrary } from '../../src/library/index.ts'
import { openTexts, openWhole } from '../../src/texts/index.ts'

const faults = join(import.meta.dirname, '..', '..', '..', 'shared', 'faults')
const missing = existsSync(faults) ? undefined : `${faults} is not here`
if (missing) console.log(`skipped: ${missing}`)
const library = await loadLibrary()
const store = openTexts(library.licenses)

async function compared(left: string, right: string, hidden = false): Promise<Comparison> {
  const files = [left, right].map((file) => join(faults, file))
  const options = { official: true, offline: true, view: 'accepted', hidden, say: () => {} } as const
  const [from, to] = await openWhole(store, files, options)
  return compareTexts(library, from!, to!).comparison
}

/** What a pair's line says: status, where it stands, and the words that differ. */
function lineOf({ status, moved, left, right, pieces }: Pair): string {
  const where = [...new Set([left?.section, right?.section])].map((section) => section ?? '–').join(' → ')
  const words = pieces.map(({ op, text }) =>
    op === 'equal' ? '' : op === 'delete' ? `[-${text}-]` : `{+${text}+}`,
  )
  return `${status}${moved ? ' moved' : ''} ${where}: ${words.join('')}`
}

const linesOf = ({ pairs }: Comparison) =>
  pairs.filter(({ status, moved }) => status !== 'identical' || moved).map(lineOf)

/** One file's clauses as they are cited, with their words. */
const clausesIn = async (file: string): Promise<string[]> =>
  (await compared(file, file)).pairs.map(({ left }) => `${left?.section}: ${left?.text}`)

/** Every pair of inputs that came out wrong, with all that differs between the two. */
const expected: Record<string, string[]> = {
  '01-content-controls/a.docx': [
    'changed Section 1: [-4,000-]{+40,000+}',
    'changed Section 2: [-capped at fees paid-]{+not capped+}',
    'changed Section 3: [-One-]{+Nine+}',
    'changed Section 4: [-Ireland-]{+Texas+}',
    'changed Section 4, table, row 1, cell 2: [-1,000-]{+9,000+}',
    'changed Section 4, table, row 2, cell 1: [-Support-]{+No support+}',
  ],
  '01-content-controls/smart-tag-a.docx': ['changed Section 1: [-Galway-]{+Delaware+}'],
  '02-google-docs-wrappers/a.docx': [
    'changed Section 1: [-700 million-]{+7 million+}',
    'changed Section 2: [-Clause 1-]{+Nothing+}',
  ],
  '03-footnotes/a.docx': ['changed Footnote 1: [-death or injury-]{+nothing+}'],
  '04-text-boxes/a.docx': ['changed Text box 1: [-Legal-]{+Sales+}'],
  '05-angle-brackets/a.docx': ['changed Section 1: [-Supplier-]{+Customer+}'],
  '05-angle-brackets/a.md': [
    'changed Section 1: [-y and-]{+q or+}',
    'changed Section 2: [-Supplier-]{+Customer+}',
  ],
  '05-angle-brackets/a.txt': ['changed Section 2: [-Supplier-]{+Customer+}[-b and-]{+q or+}'],
  '06-symbols/a.docx': ['changed Section 1: [-☑ Gold ☐-]{+☐ Gold ☑+}', 'changed Section 2: [-≤-]{+≥+}'],
  '07-altchunk/a.docx': ['changed Section 2: [-One year-]{+Ninety-nine years+}'],
  '08-tables-in-cells/a.docx': ['changed Section 1, table, row 2, cell 2: [-2,000-]{+2,500+}'],
  '08-tables-in-cells/a.html': ['changed Section 2, table, row 3, cell 2: [-2,000-]{+2,500+}'],
  '09-wrong-section-cited/a.docx': ['changed Section 2.1: [-monthly-]{+yearly+}'],
  '09-wrong-section-cited/nested-a.docx': ['changed Section 1.2: [-30-]{+3+}'],
  '10-dates-cosmetic/a.txt': [
    'changed Section 1: [-31 December 2024-]{+31 December 2034+}',
    'changed Section 2: [-1 June 2024-]{+1 June 2034+}',
    'changed Section 3: [-1 June 2024-]{+1 June 2034+}',
    'changed Section 4: [-1 June 2024-]{+1 June 2034+}',
    'changed Section 5: [-1 June 2024-]{+1 June 2034+}',
    'changed Section 6: [-1 June 2024-]{+1 June 2034+}',
    'changed Section 7: [-1 June 2024-]{+1 June 2034+}',
    'changed Section 8: [-1 June 2024-]{+1 June 2034+}',
    'changed Section 9: [-1 June 2024-]{+1 June 2034+}',
    'changed Section 10: [-1 June 2024-]{+1 June 2034+}',
    'changed Section 11: [-1 June 2024-]{+1 June 2034+}',
    'changed Section 12: [-1 June 2024-]{+1 June 2034+}',
    'changed Section 13: [-1 June 2024-]{+1 June 2034+}',
    'changed Section 14: [-1 June 2024-]{+1 June 2034+}',
    'changed Section 15: [-1 June 2024-]{+1 June 2034+}',
    'changed Section 16: [-1 June 2024-]{+1 June 2034+}',
    'changed Section 17: [-2024-06-01-]{+2034-06-01+}',
    'changed Section 18: [-1 June 2024-]{+1 June 2034+}',
    'changed Section 19: [-legal@example.org-]{+sales@example.org+}',
    'changed Section 20: [-https://example.org/notices-]{+https://example.org/x+}',
    'changed Section 21: [-https://example.org/v1/policy-]{+https://example.org/v2/policy+}',
    'changed Section 22: [-pay.example.org/iban1-]{+pay.example.org/iban2+}',
    'changed Section 23: [-1 June 2024-]{+1 June 2034+}',
    'changed Section 24: [-1 June 2024-]{+1 June 2034+}',
    'changed Section 25: [-1 June 2024-]{+1 June 2034+}',
    'changed Section 26: [-1 June 2024-]{+1 June 2034+}',
  ],
  '10-dates-cosmetic/small-a.txt': [
    'changed Section 1: [-1 June 2024-]{+1 June 2034+}',
    'changed Section 2: [-https://pay.example.org/a-]{+https://pay.example.org/b+}',
    'changed Section 3: [-re-sign-]{+resign+}',
  ],
  '16-deleted-numbered/a.docx': [],
  '17-header-comment-silent/a.docx': ['changed Header: [-1 May 2024-]{+1 May 2025+}'],
  '18-hidden-text/a.docx': ['changed Section 1: [-30-]{+90+}'],
  '18-hidden-text/strike-a.docx': [],
  '20-section-2-a-ii/a.txt': [
    'removed Section 1.02 → –: [-Terms Generally. Words in the singular include the plural.-]',
    'changed Section 2.01: [-ten-]{+eleven+}',
    'changed Section 2.02(b)(ii): [-date-]{+day+}',
  ],
  '22-toc/a.docx': [],
  'unseen/bullets-first-a.txt': ['changed Section 1: [-one copy-]{+two copies+}'],
  'unseen/docx-bullets-then-definition-a.docx': [
    'changed Definition of “Liquidity Event”: {+ or a Listing+}',
  ],
  'unseen/docx-cover-page-a.docx': [
    'changed Recital “between Acme Ltd and Bolt Ltd” → Recital “between Acme Ltd and Crook Ltd”: [-Bolt-]{+Crook+}',
  ],
  'unseen/docx-nobreakhyphen-a.docx': ['changed Section 1: {+ of notice+}'],
  'unseen/docx-placeholders-a.docx': ['changed Section 1: [-Delaware-]{+Cayman+}'],
  'unseen/docx-table-cells-a.docx': [
    'changed table, row 1, cell 2: [-AnnA-]{+AnnB+}',
    'changed table, row 2, cell 2: [-100-]{+200+}',
  ],
  'unseen/docx-typed-labels-a.docx': ['changed Section 3(b): {+ and authority+}'],
  'unseen/double-dash-a.txt': ['changed Section 3.a: {+ always+}'],
  'unseen/false-agreement-title-a.txt': ['changed Section 3: {+and authority +}'],
  'unseen/html-tag-a.txt': ['changed Section 3: [-Ruritania-]{+Freedonia+}'],
  'unseen/license-heading-a.md': [
    'changed “Limitation of Liability”, “We are liable for nothing” → “Limitation of Liability”, “We are liable for 5 euros”: [-nothing-]{+5 euros+}',
  ],
  'unseen/narrow-wrap-a.txt': ['changed Section 2: [-SPECIAL-]{+DIRECT+}'],
  'unseen/numbering-caps-headings-a.txt': ['changed Section 6.1: [-Ruritania-]{+Freedonia+}'],
  'unseen/numbering-no-dot-a.txt': [
    'changed Section 2.2: [- to You-]',
    'changed Section 3.1: [-100-]{+500+}',
  ],
  'unseen/placeholders-a.md': [
    'changed Section 1: [-Delaware-]{+Cayman+}',
    'changed Section 2: [-in words-]{+to be fixed by Vendor alone+}',
    'changed Link: [-https://example.com/prices-2024-]{+https://example.com/prices-2031+}',
  ],
  'unseen/recitals-unnumbered-a.txt': ['changed “Governing Law”: [-Ruritania-]{+Freedonia+}'],
  'unseen/reorder-a.txt': ['changed Article 2: [-May-]{+June+}'],
  'unseen/scraped-terms-a.txt': ['changed Section 2.1: {+material +}'],
  'unseen/topic-unrecognised-a.md': [
    'changed Section 7: [-every-]{+one+}',
    'changed Section 8: [-Seoul-]{+Paris+}',
    'changed Section 9: {+not +}',
  ],
  'unseen/zero-section-a.txt': ['changed Section 2: [-if-]{+30 days after+}'],
}

/** Files that were read wrong, with their clauses as they are cited. */
const read: Record<string, string[]> = {
  '03-footnotes/foot-and-endnotes.docx': [
    'Title: Hosting Agreement',
    'Section 1: Cap. Liability is capped at fees paid. No other cap applies.',
    'Section 2: Rates. As in the schedule.',
    'Footnote 1: Except that the cap does not apply to death or injury.',
    'Endnote 1: Rates are reviewed each April.',
  ],
  '04-text-boxes/vml-and-drawingml.docx': [
    'Title: Hosting Agreement',
    'Section 1: Logs. See the box.',
    'Section 2: Notices. See the box.',
    'Section 3: Law. Irish law.',
    'Text box 1: VML box: the supplier shall keep logs for 90 days.',
    'Text box 2: Modern box: notices go to Legal at 5 Quay Street.',
  ],
  '08-tables-in-cells/nested.docx': [
    'Title: Hosting Agreement',
    'Section 1: Service levels.',
    'Section 1, table, row 1, cell 1: Level',
    'Section 1, table, row 1, cell 2: Response',
    'Section 1, table, row 2, cell 1: Named levels:',
    'Section 1, table, row 2, cell 2: see inside',
    'Section 1, table, row 2, cell 1, table, row 1, cell 1: Gold',
    'Section 1, table, row 2, cell 1, table, row 1, cell 2: 1 hour',
    'Section 1, table, row 2, cell 1, table, row 2, cell 1: Silver',
    'Section 1, table, row 2, cell 1, table, row 2, cell 2: 4 hours',
    'Section 1, table, row 2, cell 1, “end of inner”: end of inner',
    'Section 2: Fees.',
    'Section 2, table, row 1, cell 1: Fee table for year one',
    'Section 2, table, row 2, cell 1: Setup',
    'Section 2, table, row 2, cell 2: 1,000 EUR',
    'Section 2, table, row 3, cell 1: 2,000 EUR',
    'Section 2, table, row 4, cell 1: Support\nsecond paragraph in cell',
    'Section 2, table, row 4, cell 2: 3 | 4 EUR',
    'Section 3: Law. Irish law.',
  ],
  '13-strict-ooxml/strict.docx': [
    'Title: Hosting Agreement',
    'Section 1: Fee. Ten euros.',
    'Section 2: Term. One year.',
    'Section 3: Law. Irish law.',
  ],
  '14-document2/document2.docx': [
    'Title: Hosting Agreement',
    'Section 1: Fee. Ten euros.',
    'Section 2: Law. Irish law.',
  ],
  '15-other-prefix/ns0.docx': [
    'Title: Hosting Agreement',
    'Section 1: Fee. Ten euros.',
    'Section 2: Law. Irish law.',
  ],
  '16-deleted-numbered/tracked-row.docx': [
    'Title: Hosting Agreement',
    'Section 1: Fees.',
    'Section 1, table, row 1, cell 1: Setup',
    'Section 1, table, row 1, cell 2: 1,000',
    'Section 1, table, row 2, cell 1: Training',
    'Section 1, table, row 2, cell 2: 700',
    'Section 2: Law. Irish law.',
  ],
  '17-header-comment-silent/comment.docx': [
    'Title: Hosting Agreement',
    'Section 1: Cap. Liability is capped at fees paid.',
    'Section 2: Law. Irish law.',
    'Comment by Opp: We cannot accept this cap.',
  ],
  '19-pages-and-line-numbers/line-numbers.txt': [
    'Title: Hosting Agreement',
    'Section 1: Fee. The customer pays ten thousand euros a month, in advance, on the first working day of each month.',
    'Section 2: Term. This agreement runs for one year from the date on which the last party signs it.',
    'Section 3: Law. The law of Ireland governs this agreement.',
  ],
  '20-section-2-a-ii/bare-2-a-ii.txt': [
    'Title: Data Terms',
    'Section 1: Meaning of words',
    'Section 1.1: Data means the files listed.',
    'Section 2: Use',
    'Section 2(a): The recipient may use the data',
    'Section 2(a)(i): for research; and',
    'Section 2(a)(ii): for teaching.',
    'Section 2(b): The recipient may not sell the data.',
    'Section 3: Law',
    'Section 3.1: Irish law.',
  ],
  '20-section-2-a-ii/section-2-a-ii.txt': [
    'Title: Data Terms',
    'Section 1: Meaning of words.',
    'Section 2: Use.',
    'Section 2(a): The recipient may use the data',
    'Section 2(a)(i): for research; and',
    'Section 2(a)(ii): for teaching.',
    'Section 2(b): The recipient may not sell the data.',
    'Section 3: Law. Irish law.',
  ],
  '21-encodings/cp1250.txt': [
    'Title: Hosting Agreement',
    'Section 1: Fee. Płatne co miesiąc.',
    'Section 2: Law. Prawo polskie.',
  ],
  '21-encodings/macroman.txt': [
    'Title: Hosting Agreement',
    'Section 1: Fee. The customer’s fee is “ten” € – monthly…',
    'Section 2: Law. Irish law applies to Café Orán.',
  ],
  '23-nested-roman/h-i-j.txt': [
    'Title: Rules',
    'Section (h): Eight:',
    'Section (h)(i): first of eight;',
    'Section (h)(ii): second of eight.',
    'Section (i): Nine:',
    'Section (i)(i): first of nine;',
    'Section (i)(ii): second of nine.',
    'Section (j): Ten.',
  ],
  '23-nested-roman/running-numbers.txt': [
    'Title: HOSTING AGREEMENT',
    'Section 1: Fees. The customer pays the fees that the schedule sets out, in the manner and at the times that are described in Section 4 and in Clause 2. of the Order Form, and interest runs under Article 12. of the Late Payment Regulation at the rate of 8. 5 percent a year until payment in full has been received by it.',
    'Section 2: Term. This agreement begins on the date of the last signature and runs until 31 December 2026, or until it is ended under Sections 3(a), (b) or (c), whichever comes first, and in any case no later than 31 (c) days after notice.',
    'Section 3: End. Either party may end this agreement:',
    'Section 3(a): at any time on ninety days of notice to the other party in writing;',
    'Section 3(b): at once where the other party is in breach and does not cure it; or',
    'Section 3(c): where the other party is insolvent within the meaning of Part I. of the Act.',
    'Section 4: Law. The law of Ireland governs this agreement, see S.I. No. 12. of 2013, and the courts of Dublin decide.',
  ],
}

/** Pairs that may not be said to be the same without a word: what was left out of both, and what their reader must know. */
const told: Record<string, { notes?: string[]; leftOut?: string[] }> = {
  '05-angle-brackets/a.md': { leftOut: ['draft: settle at 5m', 'draft: settle at 6m'] },
  '05-angle-brackets/a.txt': {
    notes: ['a.txt', 'b.txt'].map(
      (name) =>
        `${name}: It has marks of Markdown and was read as plain text, the marks as words: --as markdown reads them.`,
    ),
  },
  '08-tables-in-cells/a.html': { leftOut: ['3. Hidden clause.', '3. Hidden clause.'] },
  '16-deleted-numbered/a.docx': {
    notes: ['a.docx: It has tracked changes, and was read with all of them accepted.'],
  },
  '18-hidden-text/a.docx': {
    leftOut: ['Hidden note to self: settle for 60.', 'Hidden note to self: settle for 60.'],
  },
  '22-toc/a.docx': { leftOut: ['1. Fees\t3\n2. Term\t4', '1. Fees\t4\n2. Term\t5'] },
}

describe.skipIf(missing)('inputs that came out wrong, compared', () => {
  it('are all here', () => {
    const pairs = readdirSync(faults, { recursive: true, encoding: 'utf8' }).filter(
      (file) => /(?:^|[/-])a\.\w+$/.test(file) && existsSync(join(faults, rightOf(file))),
    )
    expect(pairs.filter((file) => !(file in expected)).sort()).toEqual([])
  })

  it.each(Object.entries(expected))('%s: differs in this and in nothing else', async (left, lines) => {
    const comparison = await compared(left, rightOf(left))
    expect(linesOf(comparison)).toEqual(lines)
    const { notes = [], leftOut = [] } = told[left] ?? {}
    expect(comparison.notes).toEqual(notes)
    expect(comparison.leftOut.map(({ text }) => text)).toEqual(leftOut)
    expect(comparison.unread).toEqual([])
    // Status 1 of --exit-code; page numbers of contents are no difference.
    expect(mustBeTold(comparison)).toBe(lines.length > 0)
  })

  it('11: a license and the file that it was read from differ in nothing, and on no topic', async () => {
    const texts = process.env.CLAUSEBOOK_TEXTS ?? join(faults, '..', 'license-texts')
    const options = { official: true, offline: true, say: () => {} }
    const own = openTexts(library.licenses, texts)
    const [from, to] = await openWhole(own, ['llama-3', join(texts, 'llama-3', 'license.txt')], options)
    const { pairs, notes, knowledge } = compareTexts(library, from!, to!).comparison
    expect([pairs.length > 50, pairs.filter(({ status }) => status !== 'identical'), notes]).toEqual([
      true,
      [],
      [],
    ])
    const statuses = new Set(knowledge?.topics.map(({ status }) => status))
    expect([...statuses].sort()).toEqual(['same', 'silent'])
  })

  it('hidden text is compared where it is asked for, and is else on no side', async () => {
    const [left, right] = ['18-hidden-text/a.docx', '18-hidden-text/b.docx']
    const texts = ({ pairs }: Comparison) => pairs.map(({ right }) => right?.text).join('\n')
    expect(texts(await compared(left, right))).not.toContain('settle for 60')
    expect(texts(await compared(left, right, true))).toContain('settle for 60')
  })
})

function rightOf(left: string): string {
  return left.replace(/(^|[/-])a(\.\w+)$/, '$1b$2')
}

describe.skipIf(missing)('files that were read wrong', () => {
  it.each(Object.entries(read))('%s', async (file, clauses) => {
    expect(await clausesIn(file)).toEqual(clauses)
  })

  it('page heads and page numbers of an exported text are no clauses, and its sentences are whole', async () => {
    const comparison = await compared(
      '19-pages-and-line-numbers/pages.txt',
      '19-pages-and-line-numbers/clean.txt',
    )
    expect(linesOf(comparison)).toEqual([])
    expect(comparison.notes).toEqual([expect.stringMatching(/^pages\.txt: Heads, feet and numbers of pages/)])
  })

  it.each([
    ['cp1250.txt', 'windows-1250'],
    ['macroman.txt', 'macintosh'],
  ])('%s is read in the likeliest encoding, which is said', async (file, encoding) => {
    const { notes } = await compared(`21-encodings/${file}`, `21-encodings/${file}`)
    expect(notes.join(' ')).toContain(`was read as ${encoding} (--encoding NAME reads it as another)`)
  })

  it.each(['strict', 'ns0'])('tracked changes of %s.docx are said', async (name) => {
    const file = `${name === 'ns0' ? '15-other-prefix' : '13-strict-ooxml'}/${name}.docx`
    expect((await compared(file, file)).notes.join(' ')).toContain('with all of them accepted')
  })
})
