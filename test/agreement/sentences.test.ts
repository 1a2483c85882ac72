import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { type Clause, clausesOf, parseAgreement } from '../../src/agreement/index.ts'
import { corpus, corpusMissing } from './corpus.ts'

/** Places (`name:line`) where a sentence stays in two clauses, each list below the reason. */
const cut = z
  .record(z.string(), z.array(z.string()))
  .parse(parse(readFileSync(join(import.meta.dirname, '..', 'fixtures', 'corpus-sentences.yaml'), 'utf8')))

const ENDS = /[.:;!?]["”’)\]]*$/
/** Words with which no sentence ends. */
const LEADS =
  /(?:\b(?:the|a|an|of|to|in|by|for|with|any|this|that|such|from|under|your|our|its|which|is|are|shall|be))$/

/** Whether a clause without a number goes on with the sentence of the one before it. */
const goesOn = (before: Clause, { label, text }: Clause): boolean =>
  label === '' && !ENDS.test(before.text) && (/^\p{Ll}/u.test(text) || LEADS.test(before.text))

describe.skipIf(corpusMissing !== undefined)('the sentences of public licenses', () => {
  test('stay whole, whatever width their lines have, but for those that the source itself breaks', () => {
    const found: string[] = []
    for (const { name, source } of corpus()) {
      const clauses = clausesOf(parseAgreement(source)).filter(({ text }) => text !== '')
      clauses.forEach((clause, at) => {
        const before = clauses[at - 1]
        if (before && goesOn(before, clause)) found.push(`${name}:${clause.position.start.line}`)
      })
    }
    expect(found.sort()).toEqual(Object.values(cut).flat().sort())
  })
})
