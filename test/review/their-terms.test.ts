import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type Clause, clausesOf, parseAgreement } from '../../src/agreement/index.ts'
import { loadTemplates } from '../../src/draft/index.ts'
import { packageRoot } from '../../src/home.ts'
import { readMatter } from '../../src/matter/index.ts'
import { reviewOf } from '../../src/review/index.ts'
import { planMarks } from '../../src/review/mark/plan.ts'
import { sitesIn } from '../../src/review/mark/sites.ts'
import { theirTerms } from '../../src/review/mark/their-terms.ts'
import { library } from './library.ts'

/** A public body's contract: its definitions stand in an annex that did not come along. */
const contract = `# Contract for Services

## 1. The Services

1.1 The Supplier shall provide the Services. The Authority shall accept the Services where they are complete.
1.2 Services like these that were supplied before (the “Preceding Services”) set the standard of the Services. Preceding Services are listed. Preceding Services end.
1.3 The Authority may ask for reports on the Services. The Authority will pay for the Services.

## 2. Secrecy

2.1 The Recipient keeps secret what it is told. The Recipient tells nobody. “Recipient” means the party that receives.
2.2 The Authority may publish this contract. The Supplier may not. The Supplier keeps records.
`

const marked = (only: string[], paper = contract) => {
  const matter = readMatter(
    readFileSync(join(packageRoot(), 'examples', 'vendor-saas.yaml'), 'utf8'),
    'matter.yaml',
  )
  const agreement = parseAgreement(paper)
  const review = reviewOf({ name: 'their.md', agreement, matter, library })
  return planMarks({ agreement, review, matter, library, templates, only: new Set(only) })
}
const templates = await loadTemplates()

test('a body that again and again shall, may or will is a party, also where nothing defines it', () => {
  const terms = theirTerms(parseAgreement(contract), library.evidence, { vendor: [], customer: [] }, false)
  expect([terms.customer, terms.vendor]).toEqual(['Authority', 'Supplier'])
})

test('a bank that is named beside a customer is no party', () => {
  const text =
    '# Terms\n\n1. The Customer pays through the Bank. The Customer may use the Bank. The Customer shall tell the Bank. The Bank may refuse.'
  expect(
    theirTerms(parseAgreement(text), library.evidence, { vendor: [], customer: [] }, false).customer,
  ).toBe('Customer')
})

test('a term for other services does not stand for those that the paper is about', () => {
  const terms = theirTerms(parseAgreement(contract), library.evidence, { vendor: [], customer: [] }, false)
  expect(terms.service).toBe('Services')
})

test('references in a list have the word for a section, and what has no number stands behind them as what it is about', () => {
  const { clauses } = marked(['survival', 'indemnity', 'liability'])
  const survival = clauses.find(({ flowDown }) => flowDown === 'survival')!
  const text = survival.paragraphs.map((one) => one.text).join(' ')
  expect(text).toMatch(
    /\. Sections\u00A0\d[\d.]* and \d[\d.]*, and the provisions on [^.]+, on [^.]+ survive/,
  )
  expect(text.replaceAll(/Sections\u00A0\d[\d.]* and \d[\d.]*/g, '')).not.toMatch(/\b\d+\.\d/)
})

test('a sentence of ours begins with a capital, also where it begins with what has no number', () => {
  const { clauses } = marked(['survival'])
  const text = clauses.flatMap(({ paragraphs }) => paragraphs.map((one) => one.text)).join(' ')
  expect(text).toContain('. The provisions on')
  expect(text).not.toMatch(/\. the provisions/)
})

test('a remark calls the parties what the paper calls them', () => {
  const { clauses } = marked(['no-training'])
  expect(clauses.flatMap(({ remark = [] }) => remark).join(' ')).not.toMatch(/\bclient\b/i)
})

test('a part that only holds sections gets no section under its letter', () => {
  const agreement = parseAgreement(
    '# Contract\n\n## Part E: Supply\n\n### 14. Staff\n\n14.1 The Supplier pays its staff.\n\n### 15. Chain\n\nVisibility\n\n15.1 The Supplier names its suppliers.\n\n15.2 It tells changes.\n',
  )
  const sites = sitesIn(agreement)
  const last = clausesOf(agreement).find(({ text }) => text.includes('tells changes'))!
  expect(sites.beside(last.path)?.citation).toMatch(/^15\.(?:3|2A)$/)
})

test('a clause of ours stands behind all that a clause of theirs lists, also what a note at the margin parts from it', () => {
  const agreement = parseAgreement(
    '# Contract\n\n1. Supply\n\n1.1 The Supplier shall:\n\n1.1.1 pay;\n\n1.1.2 tell.\n\n1.2 The Buyer may ask.\n\n2. Law\n\n2.1 The law of Oregon applies.\n',
  )
  const byCitation = new Map(clausesOf(agreement).map((clause) => [clause.citation, clause]))
  const [supply, shall, tell] = ['1', '1.1', '1.1.2'].map((citation) => byCitation.get(citation)!)
  // As a Word file has it where a note stands between: the last entry is no longer below its clause.
  const part: Clause = { ...supply!, label: 'Part A', citation: 'A', children: [] }
  part.children = [{ ...shall!, children: [] }, tell!, byCitation.get('1.2')!]
  const apart = { ...agreement, children: [part, byCitation.get('2')!] }
  expect(sitesIn(apart).beside(shall!.path)?.after.citation).toBe('1.1.2')
})
