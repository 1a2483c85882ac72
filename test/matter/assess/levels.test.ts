import { describe, expect, test } from 'vitest'
import type { Risk } from '../../../src/library/index.ts'
import { levelsOf } from '../../../src/matter/assess/level.ts'
import type { Situation } from '../../../src/matter/condition/types.ts'

const situation: Situation = {
  matter: { matter: 'A', controls: { notice_file: 'yes', name_prefix: 'partly', user_count: 'no' } } as never,
  license: { id: 'llama-3.1', name: 'Llama 3.1', version: '3.1' },
  terms: {},
  derived: {},
}
const always = { 'license.id': 'llama-3.1' }
const never = { 'license.id': 'llama-2' }

type Axis = Partial<Risk['likelihood']>
function levels(likelihood: Axis, impact: Axis = {}, residual: Risk['residual'] = []) {
  const axis = (given: Axis) => ({ base: 3, raise: [], lower: [], ...given })
  return levelsOf(
    { likelihood: axis(likelihood), impact: axis(impact), residual } as unknown as Risk,
    situation,
  )
}
const shift = (when: object, by: number, because = 'the tide') => ({ when, by, because }) as never

describe('the level of a risk', () => {
  test('is raised and lowered where the conditions hold, and says by what', () => {
    expect(levels({ raise: [shift(always, 1)] }).inherent).toEqual({
      likelihood: 4,
      impact: 3,
      level: 'high',
    })
    expect(levels({}, { lower: [shift(always, 2)] }).inherent).toEqual({
      likelihood: 3,
      impact: 1,
      level: 'low',
    })
    expect(levels({ raise: [shift(always, 1)] }, { lower: [shift(always, 2, 'the moon')] }).shifts).toEqual([
      'likelihood raised by 1: the tide',
      'impact lowered by 2: the moon',
    ])
    expect(levels({ raise: [shift(never, 1)] })).toMatchObject({ inherent: { likelihood: 3 }, shifts: [] })
  })

  test('stays between 1 and 5', () => {
    expect(levels({ raise: [shift(always, 4)] }, { lower: [shift(always, 4)] }).inherent).toMatchObject({
      likelihood: 5,
      impact: 1,
    })
  })

  test('does not count what is open, and says so', () => {
    const open = levels({ raise: [shift({ 'matter.client.name': 'Ash' }, 2)] })
    expect(open.inherent.likelihood).toBe(3)
    expect(open.shifts).toEqual(['likelihood may be raised by 2, not counted while open: the tide'])
    const lower = levels({}, { lower: [shift({ 'matter.client.name': 'Ash' }, 2)] })
    expect(lower.shifts).toEqual(['impact may be lowered by 2, not counted while open: the tide'])
  })

  test('is less after what is in place, half of it where it is there in part, and no less where it is not', () => {
    const withControl = (control: string, by: number, axis: 'likelihood' | 'impact' = 'likelihood') =>
      levels({}, {}, [{ control: `controls.${control}`, axis, by }])
    expect(withControl('notice_file', 2)).toMatchObject({
      inherent: { likelihood: 3, impact: 3, level: 'medium' },
      residual: { likelihood: 1, impact: 3, level: 'low' },
      shifts: ['residual likelihood lowered by 2: notice file is in place'],
    })
    expect(withControl('name_prefix', 3, 'impact')).toMatchObject({
      residual: { likelihood: 3, impact: 2 },
      shifts: ['residual impact lowered by 1: name prefix is in place in part'],
    })
    expect(withControl('name_prefix', 1)).toMatchObject({ residual: { likelihood: 3 }, shifts: [] })
    expect(withControl('user_count', 2)).toMatchObject({ residual: { likelihood: 3 }, shifts: [] })
    expect(withControl('never_said', 2)).toMatchObject({ residual: { likelihood: 3 }, shifts: [] })
    expect(withControl('notice_file', 4).residual).toEqual({ likelihood: 1, impact: 3, level: 'low' })
  })

  test('does not ask for controls where a matter gives none', () => {
    const bare = { ...situation, matter: { matter: 'A' } as never }
    const risk = { likelihood: { base: 2, raise: [], lower: [] }, impact: { base: 2, raise: [], lower: [] } }
    const residual = [{ control: 'controls.notice_file', axis: 'impact', by: 1 }]
    expect(levelsOf({ ...risk, residual } as unknown as Risk, bare).residual.impact).toBe(2)
  })
})
