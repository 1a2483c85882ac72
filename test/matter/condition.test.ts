import sift from 'sift'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Library, loadLibrary } from '../../src/library/index.ts'
import { type Condition, evaluate, type Matter, situationOf } from '../../src/matter/index.ts'
import fc from '../setup/fast-check.ts'

let library: Library
beforeAll(async () => {
  library = await loadLibrary('clauses')
})

const holds = (condition: Condition, matter: Partial<Matter>) =>
  evaluate(condition, situationOf({ matter: 'A', ...matter }, 'llama-2', library))

describe('a condition', () => {
  it('asks for the fact that decides it, and no other', () => {
    const condition = { 'matter.exposure': 'public', 'matter.personal_data': true }
    expect(holds(condition, { exposure: 'internal' }).holds).toBe(false)
    const open = holds(condition, { exposure: 'public' })
    expect(open.holds).toBe('open')
    expect(open.questions.map(({ fact }) => fact)).toEqual(['personal_data'])
  })

  it('holds where it is true either way', () => {
    const either = { $or: [{ 'matter.exposure': 'public' }, { 'matter.exposure': { $ne: 'public' } }] }
    expect(holds(either, {}).holds).toBe(true)
  })

  it('takes not knowing for an answer where it names it', () => {
    expect(holds({ 'matter.controls.logging': { $in: ['no', 'unknown'] } }, {}).holds).toBe(true)
  })

  it('refuses operators that run code', () => {
    expect(() => holds({ 'matter.exposure': { $where: 'true' } }, {})).toThrow('$where')
  })

  it('is open exactly when some completion of the facts differs', () => {
    const exposures = ['internal', 'pilot', 'product', 'public', 'resale'] as const
    const leaf = fc.oneof(
      fc.subarray([...exposures]).map((list): Condition => ({ 'matter.exposure': { $in: list } })),
      fc.boolean().map((value): Condition => ({ 'matter.personal_data': value })),
      fc.boolean().map((value): Condition => ({ 'matter.eu_users': { $ne: value } })),
    )
    const condition = fc.letrec<{ any: Condition }>((tie) => ({
      any: fc.oneof(
        { maxDepth: 3 },
        leaf,
        fc
          .record({
            operator: fc.constantFrom('$and', '$or', '$nor'),
            list: fc.array(tie('any'), { minLength: 1, maxLength: 3 }),
          })
          .map(({ operator, list }): Condition => ({ [operator]: list })),
      ),
    })).any
    const facts = fc.record(
      { exposure: fc.constantFrom(...exposures), personal_data: fc.boolean(), eu_users: fc.boolean() },
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(condition, facts, (when, given) => {
        const test = sift.default(when) as (value: unknown) => boolean
        const answers = new Set<boolean>()
        for (const exposure of given.exposure ? [given.exposure] : exposures) {
          for (const personal_data of given.personal_data === undefined
            ? [true, false]
            : [given.personal_data]) {
            for (const eu_users of given.eu_users === undefined ? [true, false] : [given.eu_users]) {
              answers.add(test({ matter: { exposure, personal_data, eu_users } }))
            }
          }
        }
        expect(holds(when, given).holds).toBe(answers.size === 2 ? 'open' : [...answers][0])
      }),
      { numRuns: 200 },
    )
  })
})
