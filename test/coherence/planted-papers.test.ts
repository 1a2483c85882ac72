import { readFileSync } from 'node:fs'
import { beforeAll, expect, test } from 'vitest'
import { parseAgreement } from '../../src/agreement/index.ts'
import { type CoherencePaper, coherenceOf } from '../../src/coherence/index.ts'
import { paperOfTree } from '../../src/draft/coherence.ts'
import { documentOf, draft, draftInputs, loadTemplates } from '../../src/draft/index.ts'
import { loadLibrary } from '../../src/library/index.ts'
import { type Matter, readMatter } from '../../src/matter/index.ts'
import { editsFor, paperOfRedline, redlineOf, requestedPositions } from '../../src/redline/index.ts'
import { openTexts, requireText } from '../../src/texts/index.ts'
import { matterOf, parties } from '../draft/vendor-matters.ts'
import { carveOuts, faults, measures } from './faults/sentences.ts'

/**
 * Faults in many drafters' words are put into what Clausebook makes: four licenses as amended, two letters with the licenses
 * that they amend, two addenda. Each has to be told at its place. No word of the check is used here.
 */
const folder = process.env.CLAUSEBOOK_TEXTS
if (!folder)
  console.info('CLAUSEBOOK_TEXTS is not set: no fault is put into amended licenses, letters and addenda')

/** A paper to put faults into. */
interface Target {
  us: string
  them: string
  paper: string
  end: string
  /** A term that the paper defines. */
  term: string
  /** Where the fault is put, and where what it contradicts. */
  at: readonly [string, string]
  beside: readonly string[]
}

const license = (name: string, rest: Pick<Target, 'term' | 'at'>): Target => ({
  us: 'Licensee',
  them: 'Meta',
  paper: name,
  end: `termination of ${name}`,
  beside: [],
  ...rest,
})
const letter = (rest: Pick<Target, 'term' | 'at' | 'beside'>): Target => ({
  us: 'the Company',
  them: 'Meta',
  paper: 'this letter',
  end: 'the end of this letter',
  ...rest,
})
const addendum = (rest: Pick<Target, 'term' | 'at'>): Target => ({
  us: 'the Customer',
  them: 'the Vendor',
  paper: 'this Addendum',
  end: 'the end of this Addendum',
  beside: [],
  ...rest,
})

const targets: Record<string, Target> = {
  'llama-1': license('this License', { term: 'Software Products', at: ['Section 1.b', 'Section 5'] }),
  'llama-2': license('this Agreement', { term: 'Llama Materials', at: ['Section 1.b.ii', 'Section 2'] }),
  'llama-3.1': license('this Agreement', { term: 'Documentation', at: ['Section 1.b.iv', 'Section 3'] }),
  'llama-4': license('this Agreement', { term: 'Agreement', at: ['Section 1.a', 'Section 5.a'] }),
  letter: letter({
    term: 'Effective Date',
    at: ['the undertakings', 'the precedence'],
    beside: ['llama-2', 'llama-3.1'],
  }),
  'letter-with-affiliates': letter({
    term: 'Affiliate',
    at: ['the undertakings', 'the precedence'],
    beside: ['llama-4'],
  }),
  'hosted-addendum': addendum({ term: 'Output', at: ['the compliance', 'the law'] }),
  'delivery-addendum': addendum({ term: 'Incident', at: ['the compliance', 'the law'] }),
}

const papers = new Map<string, CoherencePaper>()

beforeAll(async () => {
  if (!folder) return
  const [library, templates] = await Promise.all([loadLibrary(), loadTemplates()])
  const store = openTexts(library.licenses)
  for (const id of ['llama-1', 'llama-2', 'llama-3.1', 'llama-4']) {
    const own = library.licenses.get(id)!
    const ids = ['indemnity-cap', 'termination-cure', 'wind-down', 'policy-change-notice']
    const requests = ids
      .filter((one) => library.positions.get(one)!.appliesTo.includes(id))
      .map((one) => ({ id: one, level: 'preferred' as const }))
    const edits = editsFor(requestedPositions(requests, own, library), own)
    papers.set(
      id,
      paperOfRedline(redlineOf(parseAgreement((await requireText(store, id)).source), id, edits), id),
    )
  }
  const acme = readMatter(readFileSync('examples/acme.yaml', 'utf8'), 'acme')

  const telling = (disclose: ('affiliates' | 'user-counts')[]): Matter => ({
    ...acme,
    negotiation: { ...acme.negotiation, disclose },
  })
  for (const [name, matter] of Object.entries<Matter>({
    letter: telling([]),
    'letter-with-affiliates': telling(['affiliates']),
  })) {
    const inputs = await draftInputs(documentOf('side-letter'), matter, library, store)
    const { tree } = draft('side-letter', {
      library,
      templates,
      matter,
      ...inputs,
      options: { allowBlanks: true },
    })
    papers.set(
      name,
      paperOfTree('side-letter', tree, {
        defined: ['Llama Materials', 'Licensee', 'Licensor', 'Re'],
        names: ['Meta Platforms'],
      }),
    )
  }
  for (const [name, kind, level] of [
    ['hosted-addendum', 'saas', 'preferred'],
    ['delivery-addendum', 'on-premises-delivery', 'fallback'],
  ] as const) {
    const flowDowns = [...library.flowDowns.values()].filter(({ levels }) => level in levels)
    const matter = matterOf({
      role: 'customer',
      ...parties,
      vendor: { ...parties.vendor, kind, models: ['Llama 3.1'], sees_prompts: true },
      negotiation: { positions: Object.fromEntries(flowDowns.map(({ id }) => [id, level])) },
      document: { governing_law: 'the State of New York' },
    })
    const { tree } = draft('vendor-addendum', { library, templates, matter, options: { allowBlanks: true } })
    papers.set(
      name,
      paperOfTree('vendor-addendum', tree, {
        clause: 'Section',
        counterparty: 'vendor',
        names: ['Tidewater Claims'],
        defined: ['Including', 'Llama', 'ISO', 'USD'],
      }),
    )
  }
})

/** Names of places that move with the numbers, by words that stand there. */
const landmarks: Record<string, RegExp> = {
  'the undertakings': /^The Company shall /,
  'the precedence': /^Order of precedence/,
  'the compliance': /^The Vendor complies with /,
  'the law': /^This Addendum is governed/,
}

function placeIn({ passages, name }: CoherencePaper, place: string): string {
  const landmark = landmarks[place]
  const found = passages.find((passage) => (landmark ? landmark.test(passage.text) : passage.place === place))
  if (!found) throw new Error(`${name} has no ${place}`)
  return found.place
}

function planted(paper: CoherencePaper, place: string, words: string): CoherencePaper {
  const at = placeIn(paper, place)
  const index = paper.passages.findIndex((passage) => passage.place === at)
  return {
    ...paper,
    passages: paper.passages.map((passage, each) =>
      each === index
        ? { ...passage, text: `${passage.text} ${words}`, ours: `${passage.ours}\n${words}`.trim() }
        : passage,
    ),
  }
}

function filled(sentence: string, target: Target, more: Record<string, string> = {}): string {
  const { us, them, paper, end, term } = target
  const values: Record<string, string> = { us, them, paper, end, term, ...more }
  const words = sentence.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '')
  return words[0]!.toUpperCase() + words.slice(1)
}

/** What is not told at the place where it was put in, of all that a rule should tell in a paper. */
function untold(
  rule: string,
  name: string,
  sentences: readonly string[],
  prepare: (paper: CoherencePaper) => CoherencePaper = (paper) => paper,
): string[] {
  const { at, beside } = targets[name]!
  const rest = beside.map((one) => papers.get(one)!)
  const paper = prepare(papers.get(name)!)
  const place = placeIn(paper, at[0])
  const isHere = (sentence: string) =>
    coherenceOf([...rest, planted(paper, at[0], sentence)]).some(
      (message) =>
        message.rule === rule &&
        ((message.paper === paper.name && message.place === place) || message.reason.includes(place)),
    )
  expect(coherenceOf([...rest, paper]).filter((message) => message.rule === rule)).toEqual([])
  return sentences.filter((sentence) => !isHere(sentence))
}

/** A clause on survival that leaves nothing to the nature of things. */
function closed(paper: CoherencePaper): CoherencePaper {
  const without = (words: string) => words.replace(', as does what by its nature is meant to', '')
  return {
    ...paper,
    passages: paper.passages.map((passage) => ({
      ...passage,
      text: without(passage.text),
      ours: without(passage.ours),
    })),
  }
}

for (const name of Object.keys(targets))
  test.runIf(folder)(`all faults put into ${name} are told, with the place`, () => {
    const target = targets[name]!
    const missed: Record<string, string[]> = {}
    for (const [rule, sentences] of Object.entries(faults)) {
      expect(sentences.length).toBeGreaterThanOrEqual(10)
      missed[rule] = untold(
        rule,
        name,
        sentences.map((sentence) => filled(sentence, target)),
        rule === 'survival'
          ? closed
          : rule === 'two-currencies'
            ? (paper) => planted(paper, target.at[1], 'A flat sum of US$100 is paid for copies.')
            : undefined,
      )
    }
    const days = ['5', '10', '12', '15', '20', '75', '60']
    const sums = ['US$2,000,000', 'US$500,000', '$3 million', 'US$250,000', 'US$50,000', 'US$10 million']
    const hours = ['12', '36', '48', '96', '120']
    const measured = [
      ...measures.cure!.map((words, at) => filled(words, target, { n: days[at]! })),
      ...(name === 'llama-1' || target.paper === 'this Addendum'
        ? []
        : measures.cap!.map((words, at) => filled(words, target, { amount: sums[at]! }))),
      ...(target.paper === 'this Addendum'
        ? measures.incident!.map((words, at) => filled(words, target, { n: hours[at]! }))
        : []),
    ]
    missed['two-measures'] = untold('two-measures', name, measured)
    missed['against-client'] = untold(
      'against-client',
      name,
      carveOuts.map((words) => filled(words, target)),
      (paper) =>
        planted(paper, target.at[0], 'The total liability of each party is limited to the fees of one year.'),
    )
    expect(missed).toEqual(Object.fromEntries(Object.keys(missed).map((rule) => [rule, []])))
  })
