import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type Agreement, type Clause, clausesOf, parseAgreement } from '../../src/agreement/index.ts'
import { draft, draftToMarkdown, loadTemplates } from '../../src/draft/index.ts'
import { packageRoot } from '../../src/home.ts'
import { readMatter } from '../../src/matter/index.ts'
import { isMet, reviewOf } from '../../src/review/index.ts'
import { judged, library, verdict } from './library.ts'

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

const indemnity =
  'The Provider shall indemnify the Customer against claims that arise from its breach of the License or the Use Policy.'
const subcontractors =
  'Subcontractors are named in Annex 2. The Provider gives thirty days’ notice of a new one, binds each to the same terms and is liable for each as for itself'
const training = 'The Provider shall not train, tune or improve any model with Customer Data.'

test.each([
  ['indemnity', indemnity, 'Its duty here is capped at USD 25,000.'],
  [
    'indemnity',
    indemnity,
    'The sum of what it pays for this goes no higher than, and is limited to, US$ 300,000.',
  ],
  ['indemnity', indemnity, 'This indemnity is owed to the parent of the Provider only.'],
  [
    'indemnity',
    indemnity,
    'It does so only if the claim is brought in a court of Nevada, in the Provider’s sole opinion.',
  ],
  ['no-training', training, '“Train” does not include alignment by the votes of users.'],
  ['subcontractors', `${subcontractors}.`, 'Subsidiaries of the Provider are not subcontractors.'],
])('%s: “%s” is not met with “%s” beside it', (flowDown, gives, takes) => {
  expect(isMet(verdict(flowDown, `1.1 ${gives}`))).toBe(true)
  expect(verdict(flowDown, `1.1 ${gives} ${takes}`)).toBe('unclear')
})

test.each([
  [
    'indemnity',
    'The Provider is under no obligation to indemnify the Customer against claims that arise from its breach of the License or the Use Policy.',
  ],
  [
    'indemnity',
    'The Provider is not bound to hold the Customer harmless from claims due to its breach of the License or the Use Policy.',
  ],
  ['subcontractors', `${subcontractors}, any such liability being hereby waived.`],
  ['subcontractors', `${subcontractors}, so far as it recovers from them.`],
  [
    'precedence',
    'In a conflict this Agreement prevails over order forms, click-through and online terms, whenever accepted, save for the House Rules, which prevail over this Agreement.',
  ],
  [
    'precedence',
    'This Agreement prevails over order forms and over online and click-through terms, until the Provider posts new ones.',
  ],
  [
    'survival',
    'Rights that have accrued, and Sections 2 and 5, survive until the last day of the termination month, that is the day of termination.',
  ],
  [
    'output-ownership',
    'The Customer owns all output. The Provider assigns to the Customer all rights in output when it is made and uses it only to provide the Service. The Customer licenses the output to the Provider for every purpose.',
  ],
])('%s is not met by a promise that is denied or yields: %s', (flowDown, words) => {
  expect(isMet(verdict(flowDown, `1.1 ${words}`))).toBe(false)
})

test('a limit that is as high as ours takes nothing back, and one is told with ours', () => {
  expect(isMet(verdict('indemnity', `1.1 ${indemnity} What it owes is limited to USD 20,000,000.`))).toBe(
    true,
  )
  expect(judged('indemnity', `1.1 ${indemnity} What it owes is limited to USD 20,000.`).because).toMatch(
    /USD 20,000 where our levels ask/,
  )
})

test('nor does a duty that ends for what the customer did', () => {
  const carved = `${indemnity} The Provider has no duty to indemnify for claims that the Customer’s own breach has caused.`
  expect(isMet(verdict('indemnity', `1.1 ${carved}`))).toBe(true)
})

test('a number of something else in the sentence is not read for the time of a deletion', () => {
  const within = (time: string) =>
    judged(
      'return-and-deletion',
      `1.1 At the end the Provider returns and then deletes all Customer Data and weights within ${time}, and an officer confirms this within 5 business days.`,
    ).points.find(({ id }) => id === 'delete-in-time')?.figure?.theirs
  expect(within('two hundred and ten days')).toBe('two hundred and ten days')
  expect(within('25 days')).toBe('25 days')
})

test('a sum whose words and figures differ is two sums', () => {
  const insured = (sum: string) =>
    verdict(
      'insurance',
      `1.1 The Provider carries professional, technology errors and cyber insurance of ${sum} for each claim, gives a certificate and tells thirty days before cover ends.`,
    )
  expect(isMet(insured('five million dollars (US$5,000,000)'))).toBe(true)
  expect(insured('fifty thousand dollars (US$5,000,000)')).toBe('unclear')
})

describe('an indemnity', () => {
  const promise =
    "5. Provider shall indemnify Customer against claims arising from Provider's breach of a model license or its acceptable use policy"

  test('that a cap on everything in the paper may limit is left to a person', () => {
    const cap = 'total liability under this Agreement, including any indemnity, shall not exceed US$100,000.'
    expect(verdict('indemnity', `${promise}.`)).toBe('walk_away')
    expect(verdict('indemnity', `${promise}.\n\n9. Provider's ${cap}`)).toBe('unclear')
    const fees =
      "9. Notwithstanding anything to the contrary, Provider's liability is limited to the fees of one year."
    expect(verdict('indemnity', `${promise}.\n\n${fees}`)).toBe('unclear')
  })

  test('is capped by what limits all liability, but for a cap that spares it, there or in the sentence behind', () => {
    const cap = (more = '.') =>
      verdict(
        'indemnity',
        `${promise}.\n\n9. In no event will the liability of Provider arising out of this Agreement exceed the fees paid in a year${more}`,
      )
    expect(cap()).toBe('unclear')
    expect(cap(', except for its obligations under Section 5.')).toBe('walk_away')
    expect(cap('. This limit does not apply to an indemnity.')).toBe('walk_away')
    expect(cap(', except for its obligations under Section 4.')).toBe('unclear')
  })

  test('that leaves out what concerns the model gives nothing, and what the client changes it may leave out', () => {
    expect(verdict('indemnity', `${promise}, except to the extent the claim relates to the model.`)).toBe(
      'contrary',
    )
    expect(
      verdict(
        'indemnity',
        `${promise}, except to the extent caused by Customer's modification of the model.`,
      ),
    ).toBe('walk_away')
  })
})
