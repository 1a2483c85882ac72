import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parseAgreement } from '../../src/agreement/index.ts'
import { packageRoot } from '../../src/home.ts'
import { readMatter } from '../../src/matter/index.ts'
import { readDecisions, reviewOf } from '../../src/review/index.ts'
import { library } from './library.ts'

const root = packageRoot()
const matter = readMatter(readFileSync(join(root, 'examples', 'vendor-saas.yaml'), 'utf8'), 'matter')
const source = readFileSync(join(root, 'examples', 'papers', 'tidewater-terms.md'), 'utf8')
const flowDowns = new Set(library.flowDowns.keys())

function rowOf(words: string, decisions = '') {
  const review = reviewOf({
    name: 'terms.md',
    agreement: parseAgreement(words),
    matter,
    library,
    decisions: decisions === '' ? [] : readDecisions(decisions, 'decisions.yaml', flowDowns),
  })
  return review.rows.find(({ flowDown }) => flowDown === 'incidents')!
}

const said = (digest: string) =>
  `version: 1\ndecisions:\n  - flow_down: incidents\n    verdict: fallback\n    reason: They agreed to 72 hours by letter.\n    by: M. Okafor\n    on: 2026-11-02\n    words: "${digest}"\n`

test('a person’s word stands above the engine’s, and is shown as theirs', () => {
  const own = rowOf(source)
  const row = rowOf(source, said(own.digest))
  expect(own.verdict).toBe('below')
  expect(row).toMatchObject({ verdict: 'fallback', decided: { by: 'M. Okafor', ours: 'below' } })
})

test('it holds while the words are the same, and no longer', () => {
  const { digest } = rowOf(source)
  const elsewhere = rowOf(source.replace('common format', 'usual format'), said(digest))
  expect(elsewhere.verdict).toBe('fallback')
  const changed = rowOf(source.replace('ninety-six (96)', 'ninety-nine (99)'), said(digest))
  expect(changed).toMatchObject({ verdict: 'below', lapsed: { by: 'M. Okafor' } })
  expect(changed.decided).toBeUndefined()
})

test('a clause that is not there is told with its line', () => {
  expect(() =>
    readDecisions(said('x').replace('incidents', 'incident'), 'decisions.yaml', flowDowns),
  ).toThrow('there is no flow-down incident')
})
