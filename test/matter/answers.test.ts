import { existsSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Library, loadLibrary } from '../../src/library/index.ts'
import { type Answer, assess, assessUpgrade, readMatter } from '../../src/matter/index.ts'
import type { Compared } from './scenarios/compare.ts'
import { matterOfSituation } from './scenarios/matter-of-situation.ts'
import {
  clientsFile,
  furtherClientsFile,
  moreClientsFile,
  scenariosCompared,
  scenariosFile,
} from './scenarios/run.ts'
import { notSaidOpen, wronglySaid } from './scenarios/said.ts'
import { situations } from './scenarios/situations.ts'

let library: Library
beforeAll(async () => {
  library = await loadLibrary('clauses')
})

const here = existsSync(scenariosFile)

describe.skipIf(!here)(`the clients of ${scenariosFile}${here ? '' : ' (not here: left out)'}`, () => {
  let compared: Compared[]
  beforeAll(() => {
    compared = scenariosCompared(library)
  })

  it('get the path, duties, sections, threshold, past and open points that a lawyer gives from the texts', () => {
    const faults = compared.filter((one) => one.faults.length > 0)
    expect(faults).toEqual([])
    expect(compared.length).toBeGreaterThanOrEqual(50)
  })
})

describe('clients of our own, told in other words', () => {
  it('get what was judged from the texts before they were run', () => {
    const compared = scenariosCompared(library, clientsFile)
    expect(compared.filter((one) => one.faults.length > 0)).toEqual([])
    expect(compared.length).toBeGreaterThanOrEqual(43)
    const more = scenariosCompared(library, moreClientsFile)
    expect(more.filter((one) => one.faults.length > 0)).toEqual([])
    expect(more.length).toBeGreaterThanOrEqual(45)
  })

  it('are answered in trades and roles that the others have not', () => {
    const further = scenariosCompared(library, furtherClientsFile)
    expect(further.filter((one) => one.faults.length > 0)).toEqual([])
    expect(further.length).toBeGreaterThanOrEqual(87)
  })
})

describe('what must not be said, and what is open', () => {
  const saying = (says: string): Answer => ({
    use: 'one',
    models: [],
    company: 'A',
    path: 'go',
    reasons: [],
    questions: [],
    unless: [],
    withoutRight: false,
    duties: [],
    policy: [],
    open: [{ says, citations: [] }],
    pastUnlicensedUse: { is: 'none', what: [], ends: [], citations: [] },
    pastBreach: { is: 'none', what: [], ends: [], citations: [] },
    wayOut: [],
    deciding: [],
  })

  it('is found where an answer says it, and not where it denies it', () => {
    const wrong = ['Affiliates are named in the clause.']
    expect(wronglySaid(saying('In the clause affiliates are named.'), wrong)).toEqual(wrong)
    expect(wronglySaid(saying('Affiliates are not named in the clause.'), wrong)).toEqual([])
  })

  it('is missed where an answer does not speak of it', () => {
    const open = ['What a large language model is, is not defined.']
    expect(notSaidOpen(saying('A “large language model” is nowhere defined.'), open)).toEqual([])
    expect(notSaidOpen(saying('Affiliates are not defined.'), open)).toEqual(open)
  })
})

describe('a situation judged from the texts', () => {
  it.each(situations.map((one) => [one.name, one] as const))('%s', (_, situation) => {
    const { answers } = assess(matterOfSituation(situation), library)
    expect(answers).toHaveLength(1)
    const [answer] = answers
    expect(answer).toMatchObject({ license: situation.license, path: situation.path })
    const term = library.terms.get(`${situation.license}/${situation.cites}`)
    const sections = term && !term.absent ? term.sections : [situation.cites]
    const cited = answer!.deciding.map(({ section }) => section)
    expect(sections.some((path) => cited.some((one) => one === path || one.startsWith(`${path}.`)))).toBe(
      true,
    )
    for (const [duty, is] of Object.entries(situation.duties ?? {}))
      expect([duty, answer!.duties.find((one) => one.duty === duty)?.is]).toEqual([duty, is])
    if (situation.words) expect(answer!.duties.map(({ words }) => words)).toContain(situation.words)
    if (situation.past?.unlicensed) expect(answer!.pastUnlicensedUse.is).toBe(situation.past.unlicensed)
    if (situation.past?.breach) expect(answer!.pastBreach.is).toBe(situation.past.breach)
  })
})

describe('a model that nobody knows', () => {
  const matter = readMatter(
    JSON.stringify({
      matter: 'A',
      uses: [
        { name: 'one', models: ['Llama 3.1 71B'] },
        { name: 'two', models: ['Llama 3.1 8B'] },
      ],
    }),
    'a.yaml',
  )

  it('is asked for, while other uses are answered', () => {
    const { answers, unknownModels } = assess(matter, library)
    expect(answers.map(({ use, license, path }) => [use, license, path])).toEqual([
      ['one', undefined, 'not-decided'],
      ['two', 'llama-3.1', expect.any(String)],
    ])
    expect(unknownModels).toEqual([
      { use: 'one', name: 'Llama 3.1 71B', reason: expect.stringContaining('did you mean Llama 3.1 70B') },
    ])
  })
})

describe('an upgrade', () => {
  it('says what another license would answer: a Swedish client has none under Llama 4', () => {
    const situation = situations.find(({ name }) => name === 'an app on hosted Llama 3.1')!
    const swedish = matterOfSituation({
      ...situation,
      use: { ...situation.use, inside: 'own' },
      client: { principal_place_of_business: 'SE' },
    })
    expect(assessUpgrade(swedish, 'llama-3.3', library).map(({ path }) => path)).toEqual(['go-with-duties'])
    expect(assessUpgrade(swedish, 'llama-4', library).map(({ path }) => path)).toEqual(['not-usable'])
  })
})
