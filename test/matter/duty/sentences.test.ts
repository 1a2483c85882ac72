import { beforeAll, expect, test } from 'vitest'
import { type Library, loadLibrary } from '../../../src/library/index.ts'
import { dutyUnder, situationOf, usesOf } from '../../../src/matter/index.ts'
import { matterOfSituation } from '../scenarios/matter-of-situation.ts'

let library: Library
beforeAll(async () => {
  library = await loadLibrary('clauses')
})

const staff = { audience: ['staff'], inside: 'own' }
const trains = (how: string) => ({
  output_training: {
    done: 'yes',
    models: [{ name: 'Rook', kind: 'other-model', base: 'other', how, distributed: 'yes' }],
  },
})

/** What is said of a duty that is not due, or open in the text: never that nothing is there where something is. */
test.each([
  ['agreement-copy', 'llama-3.1', staff, 'not-due', /^None of the materials reach anyone else/],
  [
    'agreement-copy',
    'llama-3',
    { audience: ['public'], inside: 'own' },
    'not-due',
    /^Those outside get answers/,
  ],
  [
    'agreement-copy',
    'llama-2',
    { audience: ['affiliates'], inside: 'own' },
    'not-due',
    /^Staff of affiliates/,
  ],
  [
    'agreement-copy',
    'llama-3.1',
    { ...staff, ...trains('training') },
    'not-due',
    /derivative work .* is not said/,
  ],
  ['model-naming', 'llama-3', staff, 'not-due', /with the materials is distributed/],
  ['model-naming', 'llama-3.1', staff, 'not-due', /with the materials or their outputs is distributed/],
  ['model-naming', 'llama-3', { ...staff, ...trains('training') }, 'unclear', /and not their outputs/],
  ['model-naming', 'llama-3.1', { ...staff, ...trains('selection') }, 'due', /choose what trains it/],
  ['model-naming', 'llama-3.1', { ...staff, ...trains('evaluation') }, 'unclear', /only measure/],
  ['notices-kept', 'llama-1', staff, 'due', /holds copies/],
  ['notices-kept', 'llama-3.1', staff, undefined, /^$/],
  ['high-risk-procedures', 'llama-1', { ...staff, domains: ['health'] }, 'unclear', /injure people/],
  ['high-risk-procedures', 'llama-1', staff, 'not-due', /Nothing that is told/],
] as const)('%s under %s: %o', (duty, license, use, status, because) => {
  const model = { 'llama-1': 'LLaMA 7B', 'llama-2': 'Llama 2 7B', 'llama-3': 'Llama 3 8B' }[license as string]
  const matter = matterOfSituation({
    name: 'one',
    use: { models: [model ?? 'Llama 3.1 8B'], research: 'yes', ...use },
    license,
    path: '',
    cites: '',
  })
  const [one] = usesOf(matter)
  const found = dutyUnder(library.duties.get(duty)!, situationOf(one!.matter, license, library), library)
  expect(found?.status).toBe(status)
  expect(found?.because.join(' ') ?? '').toMatch(because)
})
