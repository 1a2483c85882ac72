import { expect, test } from 'vitest'
import { type Answer, type Asker, interview } from '../../../src/cli/matter/interview.ts'
import { answerOf } from '../../../src/cli/matter/terminal-asker.ts'
import { loadLibrary } from '../../../src/library/index.ts'

const library = await loadLibrary()

/** Answers by path, each list in turn; everything else is skipped. */
function scripted(answers: Record<string, Answer[]>): Asker & { told: string[]; asked: string[] } {
  const [told, asked]: [string[], string[]] = [[], []]
  return {
    told,
    asked,
    tell: (text) => told.push(text),
    ask: async ({ path }) => {
      asked.push(path)
      return answers[path]?.shift() ?? 'skip'
    },
  }
}

test('an interview gives the facts that were answered', async () => {
  const asker = scripted({
    role: [{ value: 'vendor' }],
    'client.name': [{ value: 'Quillon AI B.V.' }],
    deployment: [{ value: ['own-cloud'] }],
    'reach.planned_users': [{ value: '1,000,000' }],
  })
  expect(await interview('A', asker, library)).toEqual({
    matter: 'A',
    role: 'vendor',
    client: { name: 'Quillon AI B.V.' },
    deployment: ['own-cloud'],
    reach: { planned_users: 1_000_000 },
  })
})

test('a wrong answer is told and asked again', async () => {
  const asker = scripted({ 'client.principal_place_of_business': [{ value: 'Germany' }, { value: 'DE' }] })
  expect(await interview('A', asker, library)).toMatchObject({
    client: { principal_place_of_business: 'DE' },
  })
  expect(asker.told[0]).toContain('expected a country')
})

test('why is answered and the question comes again; back goes one back; stop keeps the answers', async () => {
  const asker = scripted({ role: [{ value: 'vendor' }, 'stop'], 'client.name': ['why', 'back'] })
  expect(await interview('A', asker, library)).toEqual({ matter: 'A', role: 'vendor' })
  expect(asker.asked).toEqual(['role', 'client.name', 'client.name', 'role'])
  expect(asker.told).toHaveLength(1)
})

test('whoever asks why hears the law with its section, from the library', async () => {
  const asker = scripted({ 'reach.planned_users': ['why', 'stop'] })
  await interview('A', asker, library, new Set(['reach', 'reach.planned_users']))
  expect(asker.told[0]).toMatch(/^Monthly-user threshold .*section 2\): .*700 million/)
})

test.each([
  ['', 'skip'],
  ['<', 'back'],
  ['?', 'why'],
  ['=', { value: '' }],
  ['=yes', { value: 'yes' }],
  [['=health', '=legal'], { value: ['health', 'legal'] }],
  [['='], { value: [] }],
  [['=health', 'back'], 'back'],
])('%j is understood', (given, answer) => {
  expect(answerOf(given)).toEqual(answer)
})
