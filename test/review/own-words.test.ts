import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parseAgreement } from '../../src/agreement/index.ts'
import { draft, draftToMarkdown, loadTemplates } from '../../src/draft/index.ts'
import { packageRoot } from '../../src/home.ts'
import type { Level } from '../../src/library/index.ts'
import { readMatter } from '../../src/matter/index.ts'
import { isMet, reviewOf } from '../../src/review/index.ts'
import { library } from './library.ts'

const facts = readFileSync(join(packageRoot(), 'examples', 'vendor-saas.yaml'), 'utf8')
const templates = await loadTemplates()
const order: Level[] = ['walk_away', 'fallback', 'preferred']

describe.each(['ours', 'balanced', 'theirs'])('our own addendum, where the relation is %s', (relation) => {
  const matter = readMatter(facts.replace('relation: ours', `relation: ${relation}`), 'vendor-saas.yaml')
  const drafted = draft('vendor-addendum', {
    templates,
    matter,
    library,
    options: { allowConflicts: true, forCounterparty: true },
  })
  const { rows, contradictions } = reviewOf({
    name: 'addendum.md',
    agreement: parseAgreement(draftToMarkdown(drafted)),
    matter,
    library,
  })

  test('meets some level of nearly every clause, and none runs against us', () => {
    expect(rows.filter(({ verdict }) => verdict === 'contrary').map(({ flowDown }) => flowDown)).toEqual([])
    expect(rows.filter(({ verdict }) => verdict === 'missing').map(({ flowDown }) => flowDown)).toEqual([])
    expect(rows.filter(({ verdict }) => isMet(verdict)).length).toBeGreaterThanOrEqual(rows.length - 2)
  })

  test('says nothing against the licenses or the facts', () => {
    expect(contradictions).toEqual([])
  })

  test('is never told to give more than it does', () => {
    const more = rows.filter(
      ({ verdict, asked }) => isMet(verdict) && order.indexOf(verdict) > order.indexOf(asked),
    )
    expect(more.map(({ flowDown }) => flowDown)).toEqual([])
  })
})
