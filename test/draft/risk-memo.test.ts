import { readFileSync } from 'node:fs'
import type { Nodes } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import { visit } from 'unist-util-visit'
import { beforeAll, describe, expect, test } from 'vitest'
import {
  type DraftDocument,
  draft,
  draftToHtml,
  draftToMarkdown,
  loadTemplates,
  type Templates,
} from '../../src/draft/index.ts'
import { type Library, loadLibrary } from '../../src/library/index.ts'
import { assess, type Matter, readMatter, riskLevelOf } from '../../src/matter/index.ts'
import { draftToDocx } from '../../src/word/index.ts'
import { expectValid } from '../word/validity.ts'

let library: Library
let templates: Templates

beforeAll(async () => {
  library = await loadLibrary()
  templates = await loadTemplates()
})

const example = (name: string) => readMatter(readFileSync(`examples/${name}.yaml`, 'utf8'), name)

function memo(matter: Matter): DraftDocument {
  const assessment = assess(matter, library)
  return draft('risk-memo', { templates, matter, library, assessment, options: { allowBlanks: true } })
}

function wordsIn(document: DraftDocument): number {
  return textOf(document.tree).split(/\s+/).length
}

describe.each(['internal-pilot', 'acme', 'vendor-saas', 'whitelabel'])('the memo on %s', (name) => {
  test('passes its check', () => {
    expect(memo(example(name)).messages).toEqual([])
  })

  test('tells every risk that applies once, those of the uses with a quote and its section', () => {
    const matter = example(name)
    const document = memo(matter)
    const titles: string[] = []
    visit(document.tree, 'heading', (node: Nodes) => {
      titles.push(textOf(node))
    })
    const { findings } = assess(matter, library)
    const applying = new Set(findings.filter(({ status }) => status === 'applies').map(({ risk }) => risk))
    const markdown = draftToMarkdown(document)
    expect(applying.size).toBeGreaterThan(0)
    for (const id of applying) {
      const { title, generic, short } = library.risks.get(id)!
      const told = titles.filter((one) => one.endsWith(`. ${title}`))
      expect(told).toHaveLength(generic ? 0 : 1)
      expect(markdown).toContain(generic ? title : short)
    }
    expect(new Set(titles).size).toBe(titles.length)
  })

  test('gives every quote its license and section, each as that license has it there', () => {
    const register = draftToMarkdown(memo(example(name)))
      .replaceAll('\\', '')
      .split('## Annex A')[1]!
      .split('## Annex B')[0]!
    const quoted = [
      ...register.matchAll(
        /(“[^”]+”(?: … “[^”]+”)*) \(((?:LLaMA|Llama|Meta Llama)[^()]*(?:\([A-Z]\)[^()]*)*)\)(?=;|\n)/g,
      ),
    ]
    expect(quoted.length).toBeGreaterThan(0)
    const names = [...library.licenses.values()].sort((a, b) => b.name.length - a.name.length)
    for (const [, words = '', where = ''] of quoted)
      for (const [, text] of words.matchAll(/“([^”]+)”/g)) {
        const plain = (one: string) => one.replaceAll(/[“”‘’"']/g, '')
        const having = [...library.terms.values()].filter(
          (term) => !term.absent && term.quotes.some((one) => plain(one.text).includes(plain(text!))),
        )
        expect(having.length, text).toBeGreaterThan(0)
        // Of the licenses that the place names, the first has the words.
        const of = names.find((one) => where.startsWith(one.name))
        expect(
          having.map(({ license }) => license),
          `${text} (${where})`,
        ).toContain(of?.id)
      }
  })

  test('asks every open question', () => {
    const matter = example(name)
    const text = draftToMarkdown(memo(matter))
    const { findings } = assess(matter, library)
    const asked = new Set(
      findings
        .filter(({ status }) => status === 'open')
        .flatMap((one) => one.questions.map((each) => each.question)),
    )
    for (const question of asked) expect(text).toContain(question.split(/[\\*_[\]<>]/)[0]!.trim())
  })
})

test('a simple pilot gets a short memo, and a grave case a longer one', () => {
  const [short, long] = [wordsIn(memo(example('internal-pilot'))), wordsIn(memo(example('acme')))]
  expect(short).toBeLessThan(1600)
  expect(long).toBeGreaterThan(2 * short)
})

test('the heat map has each finding in the cell of its level, in every format', () => {
  const document = memo(example('acme'))
  const cells: string[][][] = []
  visit(document.tree, 'heatMap', (node: { cells: string[][][] }) => {
    cells.push(...node.cells)
  })
  const all = cells.flatMap((row) => row.flat())
  // What controls bring elsewhere is where an arrow is, and only that.
  for (const label of all.filter((one) => one.startsWith('→'))) expect(all).toContain(label.slice(1))
  const numbers = all.filter((one) => !one.startsWith('→')).sort((a, b) => Number(a) - Number(b))
  expect(numbers).toEqual(numbers.map((_, at) => String(at + 1)))
  const critical = cells.flatMap((row, impact) =>
    row.flatMap((labels, likelihood) =>
      riskLevelOf(likelihood + 1, impact + 1).level === 'critical' ? labels : [],
    ),
  )
  expect(critical.length).toBeGreaterThan(0)
  // Nobody needs to see the shade: every cell says its level.
  expect(draftToMarkdown(document)).toMatch(/critical: \d/)
  expect(draftToHtml(document)).toMatch(/<td class="heat critical">critical/)
})

test('a matter without a model is refused in one line', () => {
  expect(() => memo({ matter: 'Nothing yet' } as Matter)).toThrow(/names no model/)
})

test('is the same for the same matter, and valid Open XML', async () => {
  expect(draftToMarkdown(memo(example('acme')))).toBe(draftToMarkdown(memo(example('acme'))))
  await expectValid(await draftToDocx(memo(example('internal-pilot'))))
})

test('the agenda asks for what the matter takes, at its level, and cites the policy where the policy says it', () => {
  const matter = example('acme')
  const { positions } = library
  const agenda = (changed: Matter) =>
    draftToMarkdown(memo(changed)).split('## Annex E: negotiation agenda')[1]!
  const asks = agenda(matter)
  expect(asks).toContain(positions.get('ip-indemnity')!.positions.fallback!.ask)
  expect(asks).not.toContain(positions.get('ip-indemnity')!.positions.preferred!.ask)
  expect(asks).not.toContain(positions.get('entire-agreement')!.title)
  expect(asks).toMatch(/Notice of policy changes, and exit.*, use policy, recital “Meta is committed to/)
})

test('no id of the library shows', () => {
  for (const name of ['acme', 'whitelabel']) {
    const words = draftToMarkdown(memo(example(name))).replace(/[0-9a-f]{64}/g, '')
    expect(words).not.toMatch(/[a-z]+_[a-z]+|\b[a-z]+(?:-[a-z]+)+-\d|\bai model/)
  }
})

describe('a client with two uses', () => {
  const hospital = () =>
    readMatter(
      JSON.stringify({
        matter: 'Hospital',
        client: { name: 'Alder Hill', principal_place_of_business: 'US', affiliates: [] },
        uses: [
          {
            name: 'notes',
            models: ['Llama 3.1 70B'],
            audience: ['staff'],
            inside: 'own',
            deployment: ['on-premises'],
            weights_recipients: ['nobody'],
            fine_tuning: { done: 'yes' },
            output_training: { done: 'no' },
            domains: ['health'],
          },
          {
            name: 'chatbot',
            models: ['Llama 3.3 70B'],
            audience: ['public'],
            inside: 'own',
            deployment: ['own-cloud'],
            weights_recipients: ['nobody'],
            fine_tuning: { done: 'no' },
            output_training: { done: 'no' },
            domains: [],
          },
        ],
      }),
      'hospital.yaml',
    )

  test('is told of each duty and each risk for which use and under which license it is', () => {
    const words = draftToMarkdown(memo(hospital())).replaceAll(/ +/g, ' ')
    expect(words).toMatch(/- “Built with” display: not due for notes, under Llama 3\.1\./)
    expect(words).toMatch(/\| “Built with” display \| chatbot, under Llama 3\.3 \| \*\*Due, not known/)
    // The tuned model stays inside, and what is offered is not tuned: facts of one use say nothing of the other.
    expect(words).toMatch(/- Name of derived models: not due for notes, chatbot, under Llama 3\.1 and 3\.3\./)
    expect(words).toMatch(/## Exposure: notes/)
    expect(words.split('## Exposure: chatbot')[1]).toMatch(/\d Breach by users \| \w+ \(/)
    expect(words.split('## Exposure: notes')[1]!.split('## Exposure: chatbot')[0]).not.toMatch(
      /Breach by users/,
    )
  })

  test('reads the item that names its field, and the others do not', () => {
    const words = draftToMarkdown(memo(hospital())).replaceAll(/\s+/g, ' ')
    expect(words).toContain('legal, medical/health, or related professional practices')
    expect(draftToMarkdown(memo(example('whitelabel')))).not.toContain('medical/health')
  })

  test('has a notice that says for which use each duty is due', () => {
    const matter = hospital()
    const options = { allowBlanks: true }
    const notice = draft('notice', {
      templates,
      matter,
      library,
      assessment: assess(matter, library),
      options,
    })
    expect(draftToMarkdown(notice)).toMatch(/“Built with” display +\| chatbot: \*\*Due\.\*\*/)
  })
})

test('a matter of models that nobody knows is refused with their names and the nearest', () => {
  const matter = { matter: 'New', uses: [{ name: 'plans', models: [{ model: 'Llama 9' }] }] } as Matter
  expect(() => memo(matter)).toThrow(/no use has a model that the library knows: which model is “Llama 9”\?/)
})
