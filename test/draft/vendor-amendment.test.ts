import type { Nodes } from 'mdast'
import { beforeAll, describe, expect, test } from 'vitest'
import { draft, draftToMarkdown, loadTemplates, type Templates } from '../../src/draft/index.ts'
import { nodesOf } from '../../src/draft/tree/nodes.ts'
import { type Library, loadLibrary } from '../../src/library/index.ts'
import { kinds, makerFor, matterOf, parties } from './vendor-matters.ts'

let library: Library
let templates: Templates
beforeAll(async () => {
  ;[library, templates] = await Promise.all([loadLibrary(), loadTemplates()])
})

interface Signed {
  kind?: string
  from?: string[]
  to?: string[]
  addendum?: object
  more?: object
}

const matterFor = ({
  kind = 'saas',
  from = ['Llama 3.3'],
  to = ['Llama 4 Scout'],
  addendum = {},
  more = {},
}: Signed) =>
  matterOf({
    ...parties,
    role: kind === 'own-reseller' ? 'vendor' : 'customer',
    negotiation: { relation: 'ours' },
    ...more,
    vendor: {
      ...parties.vendor,
      ...makerFor(kind),
      kind,
      models: to,
    },
    agreement: {
      ...parties.agreement,
      addendum: { date: '2025-03-03', moves_by: '2027-03-31', models: from, ...addendum },
    },
  })
const amendment = (signed: Signed = {}) =>
  draft('vendor-amendment', {
    templates,
    library,
    matter: matterFor(signed),
    options: { allowConflicts: true, date: '2026-11-30' },
  })

/** What is done to the addendum, by its numbers. */
const saysOf = (text: string) => [...text.matchAll(/^3\.\d+ (.*)$/gm)].map((found) => found[1])

/** The words of paragraphs and cells, with every number of a clause taken out. */
const wordsIn = (nodes: Nodes[]): string[] =>
  nodes.flatMap((node): string[] => {
    if (node.type === 'schedule' && node.id === 'models') return []
    if (node.type !== 'paragraph' && node.type !== 'tableRow')
      return 'children' in node ? wordsIn(node.children as Nodes[]) : []
    return [
      plain(node)
        .replace(/^(?:\d+[A-Z]?(?:\.\d+[A-Z]?)?|\([a-z]\)) /, '')
        .replace(/\d+[A-Z]?(?:\.\d+[A-Z]?)*(?:\([a-z]+\))*/g, '#'),
    ]
  })
const plain = (node: Nodes): string => {
  if (node.type === 'text') return node.value
  if (node.type === 'definedTerm') return node.term
  if (node.type === 'clauseReference') return `${node.prefix}${node.number}${node.suffix}`
  return 'children' in node ? (node.children as Nodes[]).map(plain).join('') : ''
}

describe('the amendment of an addendum that was signed', () => {
  test('says by the numbers that were signed what is replaced, comes and falls away', () => {
    const there = draftToMarkdown(amendment())
    expect(saysOf(there)).toEqual([
      'Section 1.2 is replaced by:',
      'After Section 6 comes a new Section 6A:',
      'Section 14.4 is replaced by:',
      'Section 25.1(c) is replaced by:',
      'After Section 4 of Schedule 3 comes a new Section 4A:',
    ])
    expect(there).toMatch(/untrue, in particular one in Section\s5 or Section\s6A/)
    expect(there).toContain('What Schedule 1 lists is replaced by this')
    expect(there).toContain('In all else the Addendum continues unchanged')
    expect(there).toMatch(
      /signs this Amendment, or from the day on which the Service moves where that is later, which the Vendor tells the Customer before, but at the latest from March 31, 2027\. Until then the Service runs on the Models that the Addendum lists/,
    )
    expect(there).toMatch(
      /Output that was made before stays under what the Addendum said of it, Sections that fall away or are replaced here included/,
    )
    const back = draftToMarkdown(amendment({ from: ['Llama 4 Scout'], to: ['Llama 3.3'] }))
    expect(saysOf(back)).toContain(
      'Section 7 (Multimodal Models and the European Union) falls away, and its number stays empty.',
    )
  })

  test.each(process.env.CLAUSEBOOK_LONG ? kinds : (['saas', 'own-reseller'] as const))(
    'has every word of the new addendum of %s that the signed one has not',
    (kind) => {
      for (const [from, to] of [
        [['Llama 2'], ['Llama 4 Scout']],
        [['Llama 4 Scout'], ['Llama 3.1', 'Llama 3.3']],
      ]) {
        const addendumOn = (models: string[]) => {
          const matter = matterFor({ kind, from: models, to: models })
          const options = { allowConflicts: true, date: '2026-11-30' }
          const { tree } = draft('vendor-addendum', { templates, library, matter, options })
          return wordsIn(tree.children.filter(({ type }) => type !== 'note').slice(0, -1))
        }
        const { tree, messages } = amendment({ kind, from: from!, to: to! })
        expect(messages).toEqual([])
        const known = new Set([...addendumOn(from!), ...wordsIn(nodesOf(tree, 'blockquote'))])
        expect(addendumOn(to!).filter((words) => !known.has(words))).toEqual([])
      }
    },
  )

  test('leaves a blank for the day by which the product has moved, where nobody said it', () => {
    const matter = matterFor({ addendum: { moves_by: 'unknown' } })
    const made = draft('vendor-amendment', {
      templates,
      library,
      matter,
      options: { allowBlanks: true, allowConflicts: true },
    })
    expect(draftToMarkdown(made)).toMatch(/but at the latest from \*\*\\?\[●: day\\?\]/)
  })

  test('prints a clause at the level and with the number that were signed', () => {
    const negotiation = {
      relation: 'ours',
      positions: { 'eu-multimodal': 'fallback' },
      figures: [{ figure: 'eu-multimodal.notice', is: 45 }],
    }
    const text = draftToMarkdown(amendment({ more: { negotiation } }))
    expect(text).toContain('tells the Customer at least 45 days before that changes')
    expect(text).not.toContain('6A.4')
  })

  test('leaves to a person what was signed in other words, and what rests on words that nobody has restated', () => {
    const other = amendment({
      from: ['Llama 2'],
      addendum: { other_words: ['output-training'] },
    })
    expect(draftToMarkdown(other)).toContain('which the parties signed in words of their own')
    expect(other.blanks).toContain(
      'what becomes of “No use of outputs to improve other models” with the new models',
    )
    const input = matterFor({
      to: ['Llama 3.3'],
      addendum: {
        read_again: ['change-notice', 'no-such-clause'],
        changed_text: 'Llama 3.3 use policy of 2026-11-01',
      },
    })
    const again = draft('vendor-amendment', {
      templates,
      library,
      matter: input,
      options: { allowBlanks: true },
    })
    const text = draftToMarkdown(again)
    expect(text).toContain('Meta has changed a text that it names: Llama 3.3 use policy of 2026-11-01')
    expect(text).toMatch(
      /\| Section \d+ +\| Change of model, license or (?:use )?policy +\| \*\*\\?\[●: as it is, or its new words/,
    )
    expect(text).not.toContain('moves where that is later')
    expect(text).not.toContain('is replaced by:')
  })

  test('is refused where there is nothing to amend, or the models of then are not said', () => {
    expect(() => amendment({ to: ['Llama 3.3'] })).toThrow('nothing to amend')
    expect(() => amendment({ from: [] })).toThrow('agreement.addendum.models')
  })
})
