import type { Nodes } from 'mdast'
import { visit } from 'unist-util-visit'
import { describe, expect, test } from 'vitest'
import { type DraftDocument, documents, draft } from '../../src/draft/index.ts'
import { assess, type Matter, readMatter } from '../../src/matter/index.ts'
import { amendedLicenses } from '../../src/redline/index.ts'
import { example, examples, library, templates } from './staff-documents.ts'
import { blocksOf, isCited, isInstruction, speaksOfLaw, statesLaw, uncitedSentences } from './statements.ts'
import { uncitedIn } from './uncited.ts'
import { kinds } from './vendor-matters.ts'

const all = [...examples, 'hospital-two-uses', 'car-maker', 'game-company', 'start-up', 'public-body']

/** Every document that the matter gives: there is no addendum without a vendor, and no letter or list without a position. */
function draftedOf(matter: Matter, negotiating = true): DraftDocument[] {
  const assessment = assess(matter, library)
  const redline = negotiating ? amendedLicenses(matter, library, { assessment, sources: new Map() }) : []
  const asks = redline.some(({ chosen }) => chosen.length > 0)
  return documents.flatMap(({ id, negotiates }) => {
    if (id.startsWith('vendor-a') && !vendorOf(matter)) return []
    if (negotiates && !asks) return []
    const input = {
      templates,
      library,
      matter: id === 'vendor-amendment' ? withAddendum(matter) : matter,
      assessment,
      options: { allowBlanks: true, allowConflicts: true },
    }
    return [draft(id, { ...input, ...(negotiates ? { redline } : {}) })]
  })
}

/** The matter with an addendum that was signed when the product ran on another model. */
function withAddendum({ agreement, ...matter }: Matter): Matter {
  const from = matter.vendor?.models?.some((model) => model.startsWith('Llama 2'))
    ? 'Llama 3.1 8B'
    : 'Llama 2 7B'
  return {
    ...matter,
    agreement: { ...agreement, addendum: { date: '2025-03-03', moves_by: '2027-03-31', models: [from] } },
  }
}

/** Whether there is a vendor across the table: a vendor's own client has one that sells on. */
function vendorOf({ vendor, vendors, role }: Matter): boolean {
  const kind = (vendor ?? vendors?.[0])?.kind
  if (kind === undefined) return false
  return (role === 'vendor') === (library.vendorKinds.get(kind)?.traits['sells-on'] === true)
}

const closing =
  /^Record: matter [0-9a-f]{64}; clause library [0-9a-f]{64};(?: texts, by their SHA-256: .* agreement [0-9a-f]{64}.*;)? (?:dated|not yet dated)/

function expectCited(matter: Matter, negotiating = true): void {
  for (const document of draftedOf(matter, negotiating)) {
    expect(uncitedIn(document, matter, library)).toEqual([])
    const last = blocksOf(document).at(-1)!.words
    expect(last).toMatch(closing)
    // The questionnaire goes to a vendor, and is of no license of the client's.
    if (document.id !== 'vendor-questionnaire') expect(last).toContain('texts, by their SHA-256: ')
  }
}

describe.each(all)('%s', (name) => {
  test('every sentence on a license carries its section, and the record closes each document', () => {
    expectCited(example(name))
  })
})

/** Matters that no one wrote: each license with each other kind of use, the same each time. */
function generated(): Matter[] {
  const models = [
    'LLaMA',
    'Llama 2 7B',
    'Meta Llama 3 8B',
    'Llama 3.1 8B',
    'Llama 3.2 11B Vision',
    'Llama 3.3 70B',
    'Llama 4 Scout',
  ]
  const turn = <T>(list: readonly T[], at: number): T => list[at % list.length]!
  return models.flatMap((model, at) =>
    [0, 1].map((round) => {
      const n = at * 2 + round
      return readMatter(
        JSON.stringify({
          matter: `Made ${n}`,
          client: {
            name: 'Corvane',
            principal_place_of_business: turn(['US', 'DE', 'CH', 'JP', 'NL'], n),
            affiliates: [],
          },
          reach: {
            monthly_active_users: { Corvane: turn([12_000, 650_000_000, 900_000_000], n) },
            affiliates_complete: 'yes',
            acquisitions: [],
          },
          // LLaMA 1 may be in no product, and no addendum cures that.
          ...(model === 'LLaMA'
            ? {}
            : { vendor: { name: 'Tarn Works', product: 'Tarn', kind: turn(kinds, n), models: [model] } }),
          ...(round === 0
            ? { litigation: { planned: 'no', suits: [], over_llama_ip: 'no', against_meta: 'no' } }
            : {}),
          uses: [
            {
              name: 'first',
              models: [model],
              status: turn(['in-use', 'planned', 'evaluated'], n),
              audience: [turn(['staff', 'customers', 'public', 'affiliates'], n)],
              inside: turn(['own', 'hosted-model', 'vendor-product'], n + round),
              deployment: [turn(['on-premises', 'own-cloud', 'third-party-service'], n + round)],
              weights_recipients: [turn(['nobody', 'customers', 'contractors'], n)],
              fine_tuning: { done: turn(['yes', 'no'], n) },
              output_training: turn(
                [
                  { done: 'no' },
                  {
                    done: 'yes',
                    models: [
                      {
                        name: 'Corvane One',
                        kind: 'large-language-model',
                        base: 'other',
                        distributed: 'yes',
                      },
                    ],
                  },
                ],
                at,
              ),
              domains: turn([['health'], [], ['credit', 'employment']], n),
              near_policy_uses: turn([[], ['military', 'drugs'], ['minors'], ['transportation']], n),
            },
            { name: 'second', models: [turn(models, at + 3)], audience: ['staff'], inside: 'own' },
          ].slice(0, 1 + round),
        }),
        `made-${n}.yaml`,
      )
    }),
  )
}

test('and so in matters that no one wrote', () => {
  // Letter and list are the longest, and hang least on the matter: of some they are enough.
  for (const [at, matter] of generated().entries()) expectCited(matter, at % 4 === 0)
})

/** The document with its citations taken out, as a template that forgot them would have it. */
function withoutSections(document: DraftDocument): DraftDocument {
  const tree = structuredClone(document.tree)
  visit(tree, (node: Nodes) => {
    if (node.type === 'text')
      node.value = node.value.replaceAll(
        /(?:Meta )?(?:LLaMA|Llama)[\d., and]*(?:Meta Llama 3)?[\d., and]*(?:sections?|use policy|definitions?|recitals?|titles?|no such clause)\b[^;)|]*/g,
        'as it is',
      )
  })
  return { ...document, tree }
}

test('a document whose sections are lost is found, whichever it is, and none is left out', () => {
  const matter = example('acme')
  const made = draftedOf(matter)
  expect(made.map(({ id }) => id).sort()).toEqual(documents.map(({ id }) => id).sort())
  for (const document of made) {
    // The letter names the sections that it changes, and each is in its clause's heading.
    if (document.id === 'side-letter') continue
    expect([document.id, uncitedIn(withoutSections(document), matter, library).length > 0]).toEqual([
      document.id,
      true,
    ])
  }
})

test('a statement that loses its section is found, and a fact of the matter or a measure is none', () => {
  const says = 'Meta may terminate the Agreement if the licensee is in breach of any term of it.'
  const block = (words: string, row = false) => ({ words, under: [], row, item: false })
  expect(speaksOfLaw(says, [])).toBe(true)
  expect(isCited(says)).toBe(false)
  expect(isCited(`${says} (Llama 3.1 and 3.3, section 6)`)).toBe(true)
  expect(isCited('It is so (Llama 3.1, use policy, “Prohibited Uses”).')).toBe(true)
  expect(isCited('It runs on Llama 3.1 in section B of the hall.')).toBe(false)
  expect(speaksOfLaw('The agreement of 2024 hangs in the hall.', ['The agreement of 2024'])).toBe(false)
  expect(speaksOfLaw('Write down the time.', [])).toBe(false)
  // What stands before a citation is covered by it, and what stands behind it is not.
  expect(uncitedSentences(block(`${says} It is so (Llama 3.1, section 6).`))).toEqual([])
  expect(uncitedSentences(block(`It is so (Llama 3.1, section 6). ${says}`))).toEqual([says])
  expect(uncitedSentences(block(`Llama 3.1, section 6. ${says}`))).toEqual([])
  expect(uncitedSentences(block(`${says} | Llama 3.1, section 6`, true))).toEqual([])
  expect(isInstruction('Ask Meta to confirm it.')).toBe(true)
  expect(isInstruction(says)).toBe(false)
  expect(statesLaw('Ask Meta to confirm it.', [])).toBe(false)
  expect(statesLaw('Stop, since the license ends with a breach.', [])).toBe(true)
})
