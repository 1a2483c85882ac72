import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { documentOf, draft, draftInputs, draftToMarkdown, loadTemplates } from '../../src/draft/index.ts'
import { loadLibrary } from '../../src/library/index.ts'
import { assess, licensesInUse, readMatter } from '../../src/matter/index.ts'
import { choicesOf, notesOf } from '../../src/redline/index.ts'
import { openTexts } from '../../src/texts/index.ts'

const library = await loadLibrary()
const templates = await loadTemplates()
const short = readdirSync('examples')
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => ({
    name: name.replace('.yaml', ''),
    matter: readMatter(readFileSync(`examples/${name}`, 'utf8'), name),
  }))
  .filter(({ matter }) => matter.negotiation?.breadth !== 'full')

describe.each(short)('the letter of $name', ({ matter }) => {
  const licenses = licensesInUse(matter, library).map((id) => library.licenses.get(id)!)
  const assessment = assess(matter, library)
  const choose = (breadth: 'short' | 'full') => {
    const wish = { ...matter, negotiation: { ...matter.negotiation, breadth } }
    const choices = [...choicesOf(wish, licenses, library, assessment).values()]
    return {
      asked: new Set(choices.flatMap(({ chosen }) => chosen.map(({ position }) => position.id))),
      // What comes for another's sake has no occasion of its own.
      own: choices.flatMap(({ chosen }) =>
        chosen.filter(({ broughtBy }) => broughtBy === undefined).map(({ position }) => position.id),
      ),
      notes: choices.flatMap(({ notes }) => notes),
    }
  }

  test('has five to eight asks, and says of each other one why it is not raised', () => {
    const { asked, notes } = choose('short')
    expect(asked.size).toBeGreaterThanOrEqual(5)
    expect(asked.size).toBeLessThanOrEqual(8)
    const said = new Map(
      notes
        .filter(({ kind }) => kind === 'not-raised' || kind === 'drops')
        .map((one) => [one.position, one.says]),
    )
    for (const id of choose('full').own) {
      if (asked.has(id)) expect(said.has(id), id).toBe(false)
      else expect(said.get(id) ?? '', id).toMatch(/: .{20}/)
    }
  })

  test('raises no less than what it leaves out and what would still have found room', () => {
    // What stands aside for another position stands aside for one that is raised.
    const { asked, notes } = choose('short')
    for (const { kind, by = '' } of notes) if (kind === 'drops') expect(asked).toContain(by)
  })
})

test('where the licenses of a deal do not have the same, the record of the letter and the issues list say why', async () => {
  const { matter } = short.find(({ name }) => name === 'public-body')!
  const wish = { ...matter, negotiation: { ...matter.negotiation, breadth: 'full' as const } }
  const store = openTexts(library.licenses)
  const made = async (id: string) => {
    const inputs = await draftInputs(documentOf(id), wish, library, store)
    const options = { allowBlanks: true }
    return {
      inputs,
      words: draftToMarkdown(draft(id, { library, templates, matter: wish, ...inputs, options })),
    }
  }
  const letter = await made('side-letter')
  const apart = notesOf(letter.inputs.redline ?? []).filter(({ kind }) => kind === 'not-here')
  expect(apart.length).toBeGreaterThan(0)
  const list = await made('issues-list')
  for (const { says } of apart) {
    expect(says).toMatch(/is not taken on .+ \(.+\)$/)
    expect(list.words).toContain(says.split(' (')[0])
    expect(letter.words.split('Record:')[1]).toContain(says.split(' (')[0])
  }
})
