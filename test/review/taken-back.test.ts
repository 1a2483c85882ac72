import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type Agreement, type Clause, clausesOf, parseAgreement } from '../../src/agreement/index.ts'
import { draft, draftToMarkdown, loadTemplates } from '../../src/draft/index.ts'
import { packageRoot } from '../../src/home.ts'
import { readMatter } from '../../src/matter/index.ts'
import { isMet, reviewOf } from '../../src/review/index.ts'
import { library } from './library.ts'

const matter = readMatter(
  readFileSync(join(packageRoot(), 'examples', 'vendor-saas.yaml'), 'utf8'),
  'matter.yaml',
)
const drafted = draft('vendor-addendum', {
  templates: await loadTemplates(),
  matter,
  library,
  options: { allowConflicts: true, allowBlanks: true, forCounterparty: true },
})
const ours = parseAgreement(draftToMarkdown(drafted))
const reviewed = (agreement: Agreement) => reviewOf({ name: 'paper.md', agreement, matter, library }).rows
const met = reviewed(ours).filter(({ verdict }) => isMet(verdict))

test('our own addendum is met, so that there is something to take back', () => {
  expect(met.length).toBeGreaterThan(20)
})

/** Our own addendum with a sentence behind each clause that decides. */
function grownBy(sentence: string): Agreement {
  const deciding = new Set(
    met.flatMap(({ points }) => points.flatMap(({ section, found }) => (found === 'yes' ? [section] : []))),
  )
  const grown = (clauses: readonly Clause[]): Clause[] =>
    clauses.map((clause) => ({
      ...clause,
      text: deciding.has(clause.citation) ? `${clause.text} ${sentence}` : clause.text,
      children: grown(clause.children),
    }))
  return { ...ours, children: grown(ours.children) }
}

test.each([
  'Nothing in this Section binds the Vendor where that would be inconvenient.',
  'The Vendor does so if and to the extent that its insurance pays for it.',
  'This Section does not apply to what the Vendor holds in its ordinary archives.',
  'The Vendor makes no promise of this kind for any time after the first year.',
  'The Vendor is not held to any of this so far as it costs more than was planned.',
  'The words above describe what the Vendor usually does and are no promise.',
  'For Affiliates of the Vendor this is a guideline only.',
  'The Vendor has no liability where it does not do so.',
  'This holds only while the Vendor is the market leader.',
  'The Vendor may depart from this Section where it finds it practical.',
])('what is taken back where it is given is not told as met: %s', (sentence) => {
  const still = reviewed(grownBy(sentence)).filter(({ verdict }) => isMet(verdict))
  expect(still.map(({ flowDown, sections }) => `${flowDown} ${sections[0]}`)).toEqual([])
})

test.each(['Notwithstanding', 'Despite', 'Irrespective of'])('nor what words elsewhere undo: %s', (word) => {
  const sections = new Set(met.map(({ sections }) => /^\d+/.exec(sections[0]!)![0]))
  const undoing = [...sections].map(
    (number) => `${word} Section ${number}, the Vendor may act as its service description says.`,
  )
  const more = parseAgreement(undoing.join('\n\n')).children
  const agreement = { ...ours, children: [...ours.children, ...more] }
  const still = reviewed(agreement).filter(({ verdict }) => isMet(verdict))
  expect(still.map(({ flowDown }) => flowDown)).toEqual([])
})

test('a reference to a section alone undoes nothing', () => {
  const more = parseAgreement('The parties meet once a year to speak of Section 10 and Section 13.').children
  const rows = reviewed({ ...ours, children: [...ours.children, ...more] })
  expect(rows.filter(({ verdict }) => isMet(verdict)).length).toBe(met.length)
  expect(clausesOf(ours).length).toBeGreaterThan(100)
})
