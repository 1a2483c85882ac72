import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Nodes, Parents } from 'mdast'
import { describe, expect, test } from 'vitest'
import { parseAgreement } from '../../src/agreement/index.ts'
import { draft, draftToMarkdown, loadTemplates } from '../../src/draft/index.ts'
import { markOf } from '../../src/draft/mark.ts'
import { packageRoot } from '../../src/home.ts'
import { readMatter } from '../../src/matter/index.ts'
import { reviewOf } from '../../src/review/index.ts'
import { library } from './library.ts'

const facts = readFileSync(join(packageRoot(), 'examples', 'vendor-saas.yaml'), 'utf8')
const templates = await loadTemplates()

/** Kinds of vendors that between them call for every clause, and the model of each. */
const kinds = [
  ['saas', 'Llama 3.3'],
  ['fine-tuning', 'Llama 4 Scout'],
  ['on-premises-delivery', 'Llama 3.3'],
  ['contractor', 'Llama 3.3'],
  ['reseller', 'Llama 3.3'],
  ['integrator', 'Llama 3.3'],
] as const

const papers = kinds.flatMap(([kind, model]) =>
  ['ours', 'balanced', 'theirs'].map((relation) => ({ kind, model, relation })),
)

describe.each(papers)(
  'our own addendum for $kind, where the relation is $relation',
  ({ kind, model, relation }) => {
    const matter = readMatter(
      facts
        .replaceAll('kind: saas', `kind: ${kind}`)
        .replace('relation: ours', `relation: ${relation}`)
        .replaceAll('Llama 3.3', model)
        .replace('license: llama-3.3', model === 'Llama 3.3' ? 'license: llama-3.3' : 'license: llama-4')
        .replace('    size: 70B\n', ''),
      'vendor.yaml',
    )
    const drafted = draft('vendor-addendum', {
      templates,
      matter,
      library,
      options: { allowConflicts: true, allowBlanks: true, forCounterparty: true },
    })
    const { rows, contradictions } = reviewOf({
      name: 'addendum.md',
      agreement: parseAgreement(draftToMarkdown(drafted)),
      matter,
      library,
    })
    const numbers = new Map(numbersIn(drafted.tree))

    test('is told to give each clause at the level at which it was drafted', () => {
      const otherwise = rows.filter(({ verdict, asked }) => verdict !== asked)
      expect(otherwise.map(({ flowDown, asked, verdict }) => ({ flowDown, asked, verdict }))).toEqual([])
    })

    test('is cited where the clause stands', () => {
      const elsewhere = rows.filter(
        ({ flowDown, sections: [first = ''] }) => /^\d+/.exec(first)?.[0] !== numbers.get(markOf(flowDown)),
      )
      expect(elsewhere.map(({ flowDown, sections }) => ({ flowDown, sections }))).toEqual([])
    })

    test('says nothing against the licenses or the facts', () => {
      expect(contradictions).toEqual([])
    })
  },
)

/** The number of each clause that is referred to, without its full stop, by its mark. */
function numbersIn(node: Nodes): [string, string][] {
  const own: [string, string][] =
    node.type === 'clauseBlock' && node.id !== '' ? [[node.id, (node.number ?? '').replace('.', '')]] : []
  return [...own, ...('children' in node ? ((node as Parents).children as Nodes[]).flatMap(numbersIn) : [])]
}
