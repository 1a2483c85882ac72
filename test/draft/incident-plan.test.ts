import { describe, expect, test } from 'vitest'
import { clausesTold } from '../../src/draft/document/clauses-told.ts'
import { documentOf } from '../../src/draft/document/index.ts'
import { draft, draftToMarkdown } from '../../src/draft/index.ts'
import { assess, type Matter } from '../../src/matter/index.ts'
import { toKeep } from './making.ts'
import { drafted, example, examples, forms, library, templates, under } from './staff-documents.ts'

function plan(matter: Matter, options = { allowBlanks: true }) {
  return draft('incident-plan', {
    templates,
    library,
    matter,
    assessment: assess(matter, library),
    options,
  })
}

const wordsOf = (matter: Matter) => draftToMarkdown(plan(matter)).replaceAll('\\', '')

/** The row of an incident in the plan of a client under one license. */
const rowOf = (license: string, title: string) =>
  wordsOf(under([license]))
    .split('\n')
    .find((line) => line.includes(title))

describe('kinds of incident', () => {
  const has = (licenses: string[], title: string, facts: object = {}) =>
    wordsOf(under(licenses, facts)).includes(title)

  test('of training on outputs is there under Llama 2 and 3, which forbid it, and no other', () => {
    const under = (license: string) => has([license], 'Outputs trained a model that they may not train')
    expect([...library.licenses.keys()].filter(under)).toEqual(['llama-2', 'llama-3'])
  })

  test('of leaked weights is there for whoever holds them, or may', () => {
    const leak = (deployment?: string[]) =>
      has(['llama-3.1'], 'Weights have leaked', deployment && { deployment })
    expect([leak(['on-premises']), leak(['third-party-service']), leak()]).toEqual([true, false, true])
  })

  test('of a license that ends by itself, and of claims to notify, are there under LLaMA 1 alone', () => {
    const having = (title: string) => [...library.licenses.keys()].filter((license) => has([license], title))
    expect(having('A license that ends by itself upon any breach is broken')).toEqual(['llama-1'])
    expect(having('under a license that wants Meta notified')).toEqual(['llama-1'])
    expect(rowOf('llama-1', 'wants Meta notified')).toMatch(/promptly and through Legal.*section 6/)
  })

  test('of a use that had no right is there under every license', () => {
    for (const license of library.licenses.keys())
      expect(has([license], 'A use is found to have had no right'), license).toBe(true)
  })

  test('of secrets cites what bars violating rights of others', () => {
    expect(rowOf('llama-1', 'Personal or secret data')).toContain('2.a(v)')
    expect(rowOf('llama-2', 'Personal or secret data')).toContain('1.6')
  })

  test('of a count above the threshold has a license requested, and nothing used meanwhile', () => {
    const row = rowOf('llama-3.1', 'The user threshold may have been crossed')
    expect(row).toMatch(/stop every use under the license until Meta has granted one/)
    expect(row).toMatch(/has to request a license from Meta/)
  })

  test('of vendors is left out where there are none', () => {
    const title = 'A vendor has an incident'
    expect([has(['llama-4'], title, { vendors: [] }), has(['llama-4'], title)]).toEqual([false, true])
  })
})

describe('what the licenses say', () => {
  test('Llama 1 ends by itself and gives no channel; the others may be ended, and ask for reports', () => {
    expect(wordsOf(under(['llama-1']))).toMatch(/terminates automatically upon any breach/)
    expect(wordsOf(under(['llama-1']))).toMatch(/No channel for reports is given/)
    for (const license of [...library.licenses.keys()].slice(1)) {
      const words = wordsOf(under([license]))
      expect(words).toMatch(/Meta may terminate the Agreement if the licensee is in breach/)
      expect(words).toMatch(/\| LlamaUseReport@meta\.com/)
      expect(words).toMatch(/must delete the Llama Materials and stop using them/)
    }
  })

  test('licenses that agree are told once, with the names of all', () => {
    const words = wordsOf(under(['llama-3.1', 'llama-3.2', 'llama-4']))
    expect(words.match(/Meta may terminate the Agreement/g)).toHaveLength(1)
    expect(words).toContain('(Llama 3.1, 3.2 and 4, section 6)')
    expect(words).toContain('Llama 3.1, 3.2 or 4 outputs or results')
  })
})

test('what a vendor does is what our addendum says, at the level of the matter', () => {
  const at = (level?: string) =>
    clausesTold(
      ['incidents', 'suspension'],
      under(
        ['llama-4'],
        level ? { negotiation: { positions: { incidents: level, suspension: level } } } : {},
      ),
      library,
    )
  expect(at('preferred')).toMatch(/within 24 hours after it learns .*keep the evidence.*; it lets .* the use/)
  expect(at('fallback')).toMatch(/within 72 hours after it has confirmed/)
  expect(at('fallback')).not.toMatch(/evidence|learns/)
  // A level without words of its own has those of the next stronger.
  expect([at('walk-away'), at('off')]).toEqual([at('fallback'), ''])
})

test('contacts are facts, and blanks where they are missing', () => {
  expect(plan(example('acme'), {} as { allowBlanks: boolean }).blanks).toEqual([])
  expect(plan(example('internal-pilot')).blanks).toEqual(
    expect.arrayContaining(['contact in Legal', 'contact for security', 'contact for incidents']),
  )
  expect(() => drafted('incident-plan', example('internal-pilot'), {})).toThrow(/--allow-blanks/)
})

test('the plan of the example reads as it should, and is marked', async () => {
  expect(documentOf('incident-plan').marking).toBe('Confidential')
  await expect(toKeep(plan(example('acme')))).toMatchFileSnapshot('golden/incident-plan.md')
})

for (const name of examples) {
  test(`${name}: checks clean, and is the same each time`, () => {
    expect(plan(example(name)).messages).toEqual([])
    expect(forms(plan(example(name)))).toEqual(forms(plan(example(name))))
  })
}

test('says which use runs under which license, and which a kind of incident can befall', () => {
  const words = draftToMarkdown(drafted('incident-plan', example('game-company'))).replaceAll(/ +/g, ' ')
  expect(words).toContain('- chat filter: Llama Guard 3 8B, under Llama 3.2.')
  expect(words).toMatch(
    /\*\*A user or customer breaks the use policy, or the restrictions of the license\*\* \(characters\)/,
  )
})
