import { toString as textOf } from 'mdast-util-to-string'
import { visit } from 'unist-util-visit'
import { describe, expect, test } from 'vitest'
import { type DraftDocument, draft } from '../../src/draft/index.ts'
import { assess, type Matter, readMatter } from '../../src/matter/index.ts'
import { amendedLicenses } from '../../src/redline/index.ts'
import { example, examples, library, templates } from './staff-documents.ts'
import { blocksOf, factsIn, isCited, speaksOfLaw } from './statements.ts'

/** The documents that say what a license says; contracts and letters agree on it, and name the sections that they change. */
const documents = ['risk-memo', 'notice', 'use-policy', 'incident-plan', 'issues-list']

/**
 * Our own instructions and lines that lead in: each by its first words, and none of them says what a license says. No part of a
 * document is let pass as a whole.
 */
const lines = new RegExp(
  `^(?:${[
    // Heads and lines that lead into a table.
    'For who',
    'Date \\|',
    'Licenses: ',
    'Record: ',
    'Confidential\\. Prepared',
    'Privileged and confidential',
    'Draft for review',
    'Of the use policy, beside',
    'The same uses, assessed again',
    'What to ask of Meta',
    'No answer hangs on',
    'The sections are those',
    'What follows is for',
    'No notice, display or name',
    'No path, duty',
    'Answer: ',
    // What staff does in an incident.
    'Name the license\\.',
    'Legal \\|',
    'Owner of the models \\|',
    'Data protection \\|',
    'Whoever cannot be reached',
    'Delete nothing\\.',
    'Say nothing outside\\.',
    'Our addendum ',
    'The model’s version, digest',
    'To Meta\\. “',
    'To a vendor\\. “',
    // What staff is told of the rules.
    'Never use them',
    'Letters from Meta, lawyers',
  ].join('|')})`,
)

/** Entries below a paragraph that cites for all of them: measures against a risk, places of a text, addresses. */
const below = /^(?:\d+\. |The copy of the agreement$|Where to report and whom else to call$)/

/** Names that say nothing by themselves: of licenses, their texts, and risks. */
const names = [
  ...[...library.licenses.values()].flatMap(({ name, title, texts }) => [
    title,
    ...texts.map((one) => one.title),
    name,
  ]),
  ...[...library.risks.values()].map(({ short }) => short),
].sort((a, b) => b.length - a.length)

function uncited(document: DraftDocument, matter: Matter): string[] {
  const { id } = document
  const facts = [...factsIn(matter), ...names].sort((a, b) => b.length - a.length)
  const blocks = blocksOf(document)
  const sources = sourcesOf(document)
  const headed = new Map<string, boolean>()
  return blocks.flatMap((block) => {
    const heading = block.under.filter(Boolean).at(-1) ?? ''
    if (isCited(block.words)) {
      headed.set(heading, true)
      return []
    }
    const rule = id === 'use-policy' ? /^(\d+) \| /.exec(block.words)?.[1] : undefined
    if (
      lines.test(block.words) ||
      (below.test(heading) && headed.get(heading)) ||
      block.under.some((one) => one === 'What they will say') ||
      (id === 'issues-list' &&
        /\((?:(?:LLaMA|(?:Meta )?Llama)[^():]*: )?(?:Sections?|Use policy|Definitions?|Recital|No such clause)\b/.test(
          block.words,
        )) ||
      (rule !== undefined && sources.has(rule)) ||
      !speaksOfLaw(block.words, facts)
    )
      return []
    return [`${id}, ${heading}: ${block.words}`]
  })
}

/** The numbers of the rules that the last table of the use policy has a section for, under one license at least. */
function sourcesOf({ tree }: DraftDocument): Set<string> {
  const found = new Set<string>()
  visit(tree, 'table', ({ children }) => {
    const [head = [], ...rows] = children.map((row) => row.children.map((cell) => textOf(cell)))
    const starts = head.flatMap((words, at) => (words === 'Rule' ? [at] : []))
    for (const row of rows)
      for (const [at, start] of starts.entries()) {
        const sections = row.slice(start + 1, starts[at + 1] ?? head.length)
        if (sections.some((one) => one !== 'none' && one !== '')) found.add(row[start]!)
      }
  })
  return found
}

function drafted(id: string, matter: Matter): DraftDocument | undefined {
  const assessment = assess(matter, library)
  const redline =
    id === 'issues-list' ? amendedLicenses(matter, library, { assessment, sources: new Map() }) : undefined
  try {
    return draft(id, {
      templates,
      library,
      matter,
      assessment,
      ...(redline === undefined ? {} : { redline }),
      options: { allowBlanks: true },
    })
  } catch (error) {
    if (id === 'issues-list') return undefined
    throw error
  }
}

const all = [...examples, 'hospital-two-uses', 'car-maker', 'game-company', 'start-up', 'public-body']

describe.each(all)('%s', (name) => {
  test('every statement on a license carries its section, and the record closes each document', () => {
    const matter = example(name)
    for (const id of documents) {
      const document = drafted(id, matter)
      if (!document) continue
      expect(uncited(document, matter)).toEqual([])
      expect(blocksOf(document).at(-1)!.words).toMatch(
        /^Record: matter [0-9a-f]{64}; clause library [0-9a-f]{64}; texts, by their SHA-256: .* agreement [0-9a-f]{64}.*dated/,
      )
    }
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
  for (const matter of generated())
    for (const id of documents) {
      const document = drafted(id, matter)
      if (document) expect(uncited(document, matter)).toEqual([])
    }
}, 120_000)

test('a statement that loses its section is found, and a fact of the matter is none', () => {
  const says = 'Meta may terminate the Agreement if the licensee is in breach of any term of it.'
  expect(speaksOfLaw(says, [])).toBe(true)
  expect(isCited(says)).toBe(false)
  expect(isCited(`${says} (Llama 3.1 and 3.3, section 6)`)).toBe(true)
  expect(isCited('It is so (Llama 3.1, use policy, “Prohibited Uses”).')).toBe(true)
  expect(isCited('It runs on Llama 3.1 in section B of the hall.')).toBe(false)
  expect(speaksOfLaw('The agreement of 2024 hangs in the hall.', ['The agreement of 2024'])).toBe(false)
  expect(speaksOfLaw('Write down the time.', [])).toBe(false)
})
