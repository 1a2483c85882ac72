import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { documentOf, draft, draftInputs, draftToMarkdown, withTemplatesOf } from '../../src/draft/index.ts'
import { type House, type Library, loadLibrary, withParts } from '../../src/library/index.ts'
import { readMatter } from '../../src/matter/index.ts'
import { openTexts } from '../../src/texts/index.ts'
import { library, templates } from './loaded.ts'

const house = await loadLibrary(undefined, { folder: 'test/fixtures/house' })

const letter = `matter: A letter
client: { name: Acme, form: a corporation, address: 1 Road }
models: [{ model: Llama 3.1 8B }]
negotiation: { positions: { termination-cure: fallback, forum: preferred, publicity: preferred } }
document: { date: 2026-11-16, author: Kim }
`
const addendum = readFileSync('examples/vendor-saas.yaml', 'utf8')

async function drafted(kind: string, yaml: string, known: Library = library, own?: House['templates']) {
  const matter = readMatter(yaml, 'matter.yaml')
  const with_ = own ? withParts(known, { house: { ...house.house!, templates: own } }) : known
  const all = withTemplatesOf(templates, with_.house)
  const inputs = await draftInputs(documentOf(kind), matter, with_, openTexts(with_.licenses), all)
  const made = draft(kind, {
    templates: all,
    matter,
    library: with_,
    ...inputs,
    options: { allowBlanks: true },
  })
  return { made, words: draftToMarkdown(made) }
}

describe('a draft of a house', () => {
  it('has its positions, numbers and partials in the letter', async () => {
    const { words, made } = await drafted('side-letter', letter, house)
    expect(words).toContain('have not cured the breach within 45 days')
    expect(words).toContain('have tried for 60 days to settle it')
    expect(words).toContain('for which it shall ask at least 5 business days before')
    expect(words).toContain('Draft of Example LLP.')
    expect(words).toContain(`clause library ${house.digest}, with the house Example LLP; texts`)
    expect(made.messages).toEqual([])
    expect(made.paper).toBe('A4')
  })

  it('has its flow-downs, numbers and currency in the addendum', async () => {
    const { words, made } = await drafted('vendor-addendum', addendum, house)
    expect(words).toMatch(
      /## \d+\. Model cards\n\n.*within 10 days after it asks, as Section\s\d+ says of documents/,
    )
    expect(words).toContain('at most 14 days')
    expect(words).toContain('EUR 10,000,000')
    expect(words).not.toContain('USD')
    expect(made.messages).toEqual([])
  })
})

describe('numbers of a matter', () => {
  const set = (name: string, is: number) =>
    letter
      .replace('publicity: preferred } }', `forum: preferred }, figures: [{ figure: ${name}, is: ${is} }] }`)
      .replace('forum: preferred, forum', 'forum')

  it.each([
    ['termination-cure.cure', 7, 'within 7 days after'],
    ['termination-cure.cure.fallback', 8, 'within 8 days after'],
    ['termination-cure.cure.preferred', 9, 'within 30 days after'],
    ['forum.talks', 1, 'have tried for 1 day to settle it'],
  ])('go over those of the library: %s', async (name, is, words) => {
    expect((await drafted('side-letter', set(name, is))).words).toContain(words)
  })

  it('are those of the level where there are such, wherever they stand in the list', async () => {
    const both = set('termination-cure.cure.fallback, is: 8 }, { figure: termination-cure.cure', 7)
    expect((await drafted('side-letter', both)).words).toContain('within 8 days after')
  })

  it('are told where no clause has them', async () => {
    await expect(drafted('side-letter', set('termination-cure.cura', 3))).rejects.toThrow(
      'matter.negotiation.figures[0].figure: no clause has the figure “termination-cure.cura”: did you mean termination-cure.cure?',
    )
  })
})

describe('clauses of one deal', () => {
  const escrow = `${addendum}clauses:
  - id: escrow
    title: Escrow of adapters
    paper: addendum
    after: security
    text: |
      The Vendor deposits each “:term[Adapter]” with an agent, as :ref[security] says of data.

      1. An Adapter is {{matter.client.name}}, <b>not</b> [a link](http://x), :::clause and {{#each x}}.
`
  it('stand in their place in the addendum, numbered, referred to and checked', async () => {
    const { words, made } = await drafted('vendor-addendum', escrow)
    const [, security] = /## (\d+)\. Security/.exec(words)!
    expect(words).toContain(`## ${Number(security) + 1}. Escrow of adapters`)
    expect(words.replaceAll('\u00a0', ' ')).toContain(`with an agent, as Section ${security} says of data.`)
    expect(made.messages).toEqual([])
  })

  it('are plain words: no template, no markup', async () => {
    const { words, made } = await drafted('vendor-addendum', escrow)
    expect(words).toContain('{{matter.client.name}}, \\<b>not\\</b>')
    expect(words).toContain('{{#each x}}')
    expect(JSON.stringify(made.tree)).not.toMatch(/"type":"(?:html|link)"/)
  })

  it('are told where they refer to nothing, and use what is not defined', async () => {
    const { made } = await drafted(
      'vendor-addendum',
      escrow.replace(':ref[security]', ':ref[nowhere] of the Wombat Fund'),
    )
    expect(made.messages.map(({ reason }) => reason).join('\n')).toMatch(
      /nowhere[\s\S]*Wombat|Wombat[\s\S]*nowhere/,
    )
  })

  it('name places without a definition of them', async () => {
    const { made } = await drafted(
      'vendor-addendum',
      escrow.replace(':ref[security]', ':ref[security] in New York, Munich or Harbor Bay'),
    )
    const undefined_ = made.messages.filter(({ rule }) => rule === 'undefined-term')
    expect(undefined_.map(({ reason }) => reason)).toEqual([
      '“Harbor” is used and not defined',
      '“Bay” is used and not defined',
    ])
  })

  it('are a section of the license in the letter, and a paragraph of the letter itself', async () => {
    const { words } = await drafted(
      'side-letter',
      `${letter.replace(', publicity: preferred', '')}clauses:
  - { id: export, title: Export, paper: license, after: "5.c", text: Each party follows export law. }
  - { id: press, title: Press, paper: letter, text: "No press, save as :ref[notice] says." }
`,
    )
    expect(words).toContain(
      'A new Section 5.d is added after Section 5.c: “Export. Each party follows export law.”',
    )
    expect(words).toMatch(/## \d+\. Press\n\nNo press, save as paragraph\s\d+ says\./)
  })

  it.each([
    ['{ title: A, paper: letter, text: B }', 'matter.clauses[0].id: a clause has an id'],
    ['{ id: a, paper: letter, text: B }', 'matter.clauses[0].title: a clause has a title'],
    ['{ id: a, title: A, text: B }', 'matter.clauses[0].paper: say in which paper'],
    ['{ id: A b, title: A, paper: letter, text: B }', 'matter.clauses[0].id: expected small letters'],
    ['{ id: security, title: A, paper: addendum, text: B }', 'the library has security already'],
    ['{ id: a, title: A, paper: addendum, after: securety, text: B }', 'did you mean security?'],
    ['{ id: a, title: A, paper: license, text: B }', 'matter.clauses[0].after: say behind which section'],
    [
      '{ id: a, title: A, paper: license, after: "5.c", text: "As :ref[b] says." }',
      'matter.clauses[0].text: :ref[b] stands in a new section of the license',
    ],
    [
      '{ id: a, title: A, paper: license, after: "5.c", text: "Each “:term[Adapter]”." }',
      'matter.clauses[0].text: :term[Adapter] stands in a new section of the license',
    ],
  ])('are told where something is missing or wrong: %s', async (clause, message) => {
    await expect(drafted('vendor-addendum', `${addendum}clauses: [${clause}]\n`)).rejects.toThrow(message)
  })
})

describe('a template that means harm', () => {
  const partial = (source: string, more: [string, string][] = []) =>
    new Map(
      [['partials/review', source] as [string, string], ...more].map(([name, words]) => [
        name,
        { file: `house/templates/${name}.md.hbs`, source: words },
      ]),
    )
  const doubled = Array.from({ length: 60 }, (_, at): [string, string] => [
    `partials/p${at}`,
    at === 59 ? 'x' : `{{> p${at + 1}}}{{> p${at + 1}}}`,
  ])

  it.each([
    ['the constructor', '{{matter.constructor.name}}'],
    ['a prototype', '{{matter.__proto__.x}}'],
    ['the helper of Handlebars that looks up anything', '{{lookup matter "constructor"}}'],
    ['a log', '{{log "x"}}'],
    ['three braces', '{{{matter.client.name}}}'],
    ['itself', '{{> review}}'],
  ])('gets no %s', async (_, source) => {
    await expect(
      drafted('side-letter', letter.replace(', publicity: preferred', ''), library, partial(source)),
    ).rejects.toMatchObject({
      rule: 'template',
      place: { file: 'house/templates/partials/review.md.hbs' },
    })
  })

  it('is told what it called in words, with the line', async () => {
    await expect(
      drafted(
        'side-letter',
        letter.replace(', publicity: preferred', ''),
        library,
        partial('One.\n\n{{lookup matter "constructor"}}\n'),
      ),
    ).rejects.toMatchObject({
      message: 'calls “lookup”, which is no helper: docs/templates.md has those that there are',
      place: { line: 3 },
    })
  })

  it('ends where it doubles itself without end', async () => {
    await expect(
      drafted(
        'side-letter',
        letter.replace(', publicity: preferred', ''),
        library,
        partial('{{> p0}}', doubled),
      ),
    ).rejects.toThrow('cannot be filled in')
  })
})
