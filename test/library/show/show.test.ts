import { readFile } from 'node:fs/promises'
import { beforeAll, describe, expect, test } from 'vitest'
import { pageToTerminal } from '../../../src/cli/terminal/page.ts'
import { type Library, loadLibrary } from '../../../src/library/index.ts'
import { pageOf, pageToMarkdown } from '../../../src/library/page.ts'
import { findShown, kinds, listLibrary } from '../../../src/library/show.ts'
import { outcomeWords } from '../../../src/matter/index.ts'

let library: Library
beforeAll(async () => {
  library = await loadLibrary()
})
const pageFor = (id: string) => pageToMarkdown(pageOf(library, findShown(library, id)))

describe('a topic', () => {
  test('has its question, why and weight, and an answer of every license', () => {
    const page = pageFor('user-threshold')
    const topic = library.topics.get('user-threshold')!
    expect(page).toContain(topic.question)
    expect(page).toContain(topic.why)
    expect(page).toContain(`Weight ${topic.weight} of 5`)
    for (const { name } of library.licenses.values())
      expect(page).toMatch(new RegExp(`^- \\*\\*${name}`, 'm'))
  })

  test('says where an answer is the same as an earlier one, and what is new where it starts like it', () => {
    const page = pageFor('user-threshold')
    expect(page).toMatch(/\*\*Llama 3\.2\*\*.*the same as Llama 2/)
    expect(page).toMatch(/\*\*Llama 4\*\*.*as Llama 3\.3, but: .*version effective date/)
  })

  test('names the risks that refer to it, each by what show takes', () => {
    expect(pageFor('multimodal-european-union')).toContain('`risk:eu-multimodal`')
    expect(findShown(library, 'risk:eu-multimodal').kind).toBe('risk')
  })

  test('tells the claims that are corrected, with what proves it', () => {
    const entry = {
      id: 'made-up',
      at: { heading: 'Threshold', words: 'later growth' },
      claim: 'Growth counts.',
      verdict: 'contradicted' as const,
      decidedBy: [{ license: 'llama-2', document: 'agreement' as const, section: '2' }],
      quotes: [],
      topics: ['user-threshold'],
      statement: 'Later growth is not mentioned.',
    }
    const corrected = {
      ...library,
      advisory: [entry, { ...entry, verdict: 'supported' as const, statement: 'Right.' }],
    }
    const page = pageToMarkdown(pageOf(corrected, findShown(corrected, 'user-threshold')))
    expect(page).toContain(
      '“Growth counts.” **That is contradicted by the text.** Later growth is not mentioned. (Llama 2, Section 2)',
    )
    expect(page).not.toContain('Right.')
  })
})

describe('a term', () => {
  test('has restatement, quotes with sections, every fact with its meaning, impact and controls', () => {
    const page = pageFor('llama-3.1/user-threshold')
    const term = library.terms.get('llama-3.1/user-threshold')!
    if (term.absent) throw new Error('it is there')
    expect(page).toContain('Section 2 of the agreement of Llama 3.1 · a condition on the licensee')
    for (const { text } of term.quotes) expect(page).toContain(`“${text}” (Section 2)`)
    for (const [fact, { means }] of Object.entries(library.facts.get('user-threshold')!)) {
      expect(page).toContain(`\`${fact}\``)
      expect(page).toContain(means)
    }
    expect(page).toContain(term.impact.products)
    for (const control of term.controls) expect(page).toContain(control)
    expect(page).toContain('Inherited from Llama 2')
  })

  test('of a license that is silent says what follows', () => {
    expect(pageFor('llama-1/user-threshold')).toMatch(/is silent[\s\S]*No number of users matters/)
  })

  test('of a license without such a text says so', () => {
    expect(pageFor('llama-1/reporting')).toContain('LLaMA has no use policy')
  })
})

describe('what a license asks for, what may go wrong, and what a vendor may be', () => {
  test('a duty says when it is due, what the text leaves open, and which licenses impose it', () => {
    const page = pageFor('duty:built-with-display')
    const duty = library.duties.get('built-with-display')!
    for (const { because } of duty.grounds) expect(page).toContain(because)
    expect(page).toContain(duty.otherwise)
    expect(page).toContain('`llama-3/built-with-display`')
    expect(page).not.toContain('`llama-2/built-with-display`')
  })

  test('the page of a license lists its duties, and those of no other', () => {
    const dutiesOf = (id: string) => pageFor(id).split('## Duties')[1]?.split('## ')[0] ?? ''
    expect(dutiesOf('llama-3.1')).toContain('`duty:built-with-display`')
    expect(dutiesOf('llama-2')).toContain('`duty:agreement-copy`')
    expect(dutiesOf('llama-2')).not.toContain('`duty:built-with-display`')
  })

  test('a topic names the duties on it and the incidents that cite it', () => {
    const page = pageFor('topic:agreement-copy')
    expect(page).toContain('`duty:agreement-copy`')
    expect(page).toContain('`incident:weights-leak`')
  })

  test('an incident says who decides; a kind of vendor which traits it has', () => {
    expect(pageFor('own-suit')).toContain(library.incidents.get('own-suit')!.decides)
    const kind = pageFor('kind:reseller')
    for (const [trait, has] of Object.entries(library.vendorKinds.get('reseller')!.traits))
      expect(kind).toContain(`|\`${trait}\`|${has ? 'yes' : 'no'}|`)
  })
})

test('everything that a list names can be shown, as Markdown without stray entities and at every width', async () => {
  const ids = kinds.flatMap((kind) =>
    listLibrary(library, kind).flatMap(({ items }) => items.map(({ show }) => show)),
  )
  expect(ids.length).toBeGreaterThan(100)
  for (const id of ids) {
    const page = pageOf(library, findShown(library, id))
    expect(pageToMarkdown(page), id).not.toContain('&#x')
    for (const width of [40, 80, 160]) {
      const lines = pageToTerminal(page, { width, colour: false }).split('\n')
      // A condition, a clause with its slots, stands as its file has it.
      const wide = lines.filter((line) => line.length > width && !line.startsWith('  '))
      expect(wide, `${id} at ${width}`).toEqual([])
    }
  }
})

describe('an id that the library does not have', () => {
  test.each([
    ['user-treshold', 'did you mean user-threshold?'],
    ['llama-3.1/user-thresold', 'did you mean llama-3.1/user-threshold?'],
    ['llama-31', 'did you mean llama-3.1?'],
    ['european-union', 'did you mean multimodal-european-union?'],
    ['xyzzy', 'clausebook library list shows what it has'],
  ])('%s: %s', (id, says) => {
    expect(() => findShown(library, id)).toThrow(says)
  })
})

test('what is shown as data says beside each place how its clause is cited', () => {
  const places = (shown: ReturnType<typeof findShown>) =>
    shown.kind === 'topic' ? shown.answers : shown.kind === 'term' ? [shown] : []
  const cited = [...library.topics.keys(), ...library.terms.keys()].flatMap((id) =>
    places(findShown(library, id)).flatMap(({ sections, citations }) => {
      expect(citations, id).toHaveLength(sections.length)
      return citations
    }),
  )
  expect(cited.filter((one) => /^\p{Ll}|recital\.\d/u.test(one))).toEqual([])
  expect(cited).toContainEqual(expect.stringContaining('“Prohibited Uses”, item “Violate the law'))
  const term = findShown(library, 'llama-3.1/user-threshold')
  expect(term.kind === 'term' && term.quotes.map(({ citation }) => citation)).toContain('2')
})

describe('the paths', () => {
  test('are those of the assessment, worst first, in the words that it uses', () => {
    expect(library.paths.map(({ id, title }) => [id, title])).toEqual(Object.entries(outcomeWords))
  })

  test('each has a page, by the id to which a message on an older name leads, and what leads to it', () => {
    for (const { id } of library.paths) {
      const shown = findShown(library, id)
      expect(shown.kind, id).toBe('path')
      if (shown.kind !== 'path') continue
      expect(shown.leads.length > 0, id).toBe(id !== 'not-decided')
      expect(shown.leads.map(({ says }) => says).join(), id).not.toMatch(/[{}]/)
    }
  })

  test('mean what docs/assessment.md says', async () => {
    const docs = (await readFile('docs/assessment.md', 'utf8')).replaceAll(/\s+/g, ' ')
    for (const { id, means } of library.paths) expect(docs).toContain(`\`${id}\` | ${means}`)
  })
})
