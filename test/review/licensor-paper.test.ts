import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { parseAgreement } from '../../src/agreement/index.ts'
import { draftToMarkdown } from '../../src/draft/index.ts'
import { packageRoot } from '../../src/home.ts'
import { readMatter } from '../../src/matter/index.ts'
import { readPositionDecisions } from '../../src/review/index.ts'
import { licensorReviewOf, licensorRiderOf, paperKindOf } from '../../src/review/licensor.ts'
import { openTexts } from '../../src/texts/index.ts'
import { draftToDocx } from '../../src/word/index.ts'
import { library } from './library.ts'

const facts = readFileSync(join(packageRoot(), 'examples', 'acme.yaml'), 'utf8')
const matter = readMatter(facts, 'acme.yaml')
const texts = openTexts(library.licenses)
const own = `# Model License

1. Grant. Licensor grants Licensee a license to use, reproduce, distribute and modify the Model and its Weights.

2. Law. This license is governed by the laws of Ruritania, and its courts alone decide.

3. Users. Licensee represents that it has no more than 700 million monthly active users.

4. Termination. Licensor may terminate this license at any time by notice.
`

const reviewed = (words: string, decisions = '', given = matter) =>
  licensorReviewOf({
    name: 'license.md',
    agreement: parseAgreement(words),
    matter: given,
    library,
    texts,
    decisions:
      decisions === '' ? [] : readPositionDecisions(decisions, 'd.yaml', new Set(library.positions.keys())),
  })

const word = (words: string) =>
  `version: 1\ndecisions:\n  - position: termination-cure\n    verdict: walk-away\n    reason: Agreed by letter.\n    by: M. Okafor\n    on: 2026-11-02\n${words}`

test('a license of models in its own words is told as a licensor’s paper, and one of a service as a vendor’s', () => {
  const kindOf = (words: string) => paperKindOf(parseAgreement(words), matter, library)
  expect(kindOf(readFileSync(join(packageRoot(), 'examples', 'agreements', 'lantern-1.md'), 'utf8'))).toBe(
    'licensor',
  )
  const shares =
    '1. You may use, modify and share copies of the models under this license. Whoever redistributes the weights hands on a copy of the license. '
  const service =
    '1. Vendor grants Customer a license to use and copy the Software. Customer must not share copies of the Software.'
  expect(kindOf(`${shares}\n\n2. Above ten million monthly users you take a separate license.`)).toBe(
    'licensor',
  )
  expect(kindOf(service)).toBe('vendor')
})

describe('a person’s word on a position', () => {
  test('stands above what was judged, and holds while the words are the same', async () => {
    const { rows } = await reviewed(own)
    const { digest, verdict } = rows.find(({ position }) => position === 'termination-cure')!
    const decided = await reviewed(own, word(`    words: "${digest}"\n`))
    const row = decided.rows.find(({ position }) => position === 'termination-cure')!
    expect(row).toMatchObject({ verdict: 'walk_away', decided: { by: 'M. Okafor', ours: verdict } })
    expect(row.decided).not.toHaveProperty('onAny')
    const changed = await reviewed(
      own.replace('at any time', 'on a day’s notice'),
      word(`    words: "${digest}"\n`),
    )
    expect(changed.rows.find(({ position }) => position === 'termination-cure')).toHaveProperty('lapsed')
  })

  test('that names no words is told to hold for any paper', async () => {
    const { rows } = await reviewed(own, word(''))
    expect(rows.find(({ position }) => position === 'termination-cure')?.decided?.onAny).toBe(true)
  })

  test('may have a digest of digits alone, and is refused in plain words otherwise', () => {
    const read = (text: string) => readPositionDecisions(text, 'd.yaml', new Set(['termination-cure']))
    expect(read(word('    words: 000000000000\n'))[0]?.words).toBe('000000000000')
    expect(() => read(word('').replace('walk-away', 'fine'))).toThrow(
      'verdict: is one of preferred, fallback, walk-away',
    )
    expect(() => read(word('').replace('termination-cure', 'termination-cares'))).toThrow(
      'did you mean termination-cure',
    )
    expect(() =>
      read(word('').replace('position: termination-cure', 'flow_down: incidents\n    position: a')),
    ).toThrow('name one of the two')
  })
})

test('a number of users that the facts deny is told first', async () => {
  const { contradictions } = await reviewed(own)
  expect(contradictions).toEqual([])
  const many = readMatter(facts.replaceAll(/(: )\d{3}000000(?=[,\s])/g, '$1910000000'), 'acme.yaml')
  const { contradictions: against } = await reviewed(own, '', many)
  expect(against.map(({ section }) => section)).toContain('3')
})

test('where no audit is asked for, nothing is asked', async () => {
  const asking = {
    ...matter,
    negotiation: {
      ...matter.negotiation,
      positions: { ...matter.negotiation?.positions, audit: 'preferred' as const },
    },
  }
  const { rows, nothingAsked } = await reviewed(own, '', asking)
  expect(rows.filter(({ position, verdict }) => position === 'audit' && verdict === 'missing')).toEqual([])
  expect(nothingAsked.map(({ title }) => title)).toContain(library.positions.get('audit')!.title)
})

test('a rider says what another licensor’s license is to say, and where', async () => {
  const review = await reviewed(own)
  const { document, proposals } = licensorRiderOf({
    review,
    matter,
    library,
    only: new Set(['termination-cure']),
  })
  const words = draftToMarkdown(document)
  expect(words).toContain(library.positions.get('termination-cure')!.title)
  expect(words).toContain('Section 4')
  expect([...proposals.keys()].map(({ position }) => position)).toEqual(['termination-cure'])
})

test('a rider to a Llama license has each amendment with the section that it changes', async () => {
  const license = library.licenses.get('llama-3.1')!
  const text = await texts.read('llama-3.1')
  const review = await reviewed(text!.source)
  const { document } = licensorRiderOf({ review, matter, library })
  const words = draftToMarkdown(document)
  expect(words).toContain(`Amendments to the ${license.title}`)
  expect(words).toMatch(/In Section \d/)
  // The name of a section goes over to the next page with what is asked of it.
  const xml = strFromU8(unzipSync(await draftToDocx(document))['word/document.xml']!)
  expect(xml).toMatch(/<w:pStyle w:val="LeadIn"\/>(?:(?!<\/w:p>).)*>Section \d[^<]*<\/w:t><\/w:r><\/w:p>/)
})
