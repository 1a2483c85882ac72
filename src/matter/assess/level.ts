import type { Risk, RiskShift } from '../../library/index.ts'
import { evaluate } from '../condition/evaluate.ts'
import type { Situation } from '../condition/types.ts'
import type { RiskLevel } from '../types.ts'

type Axis = 'likelihood' | 'impact'

/** The level of a risk before and after the controls in place, and what moved it. */
export interface Levels {
  inherent: RiskLevel
  residual: RiskLevel
  shifts: string[]
}

/** Works out the levels of a risk. A shift whose condition is open is told and not counted. */
export function levelsOf(risk: Risk, situation: Situation): Levels {
  const shifts: string[] = []
  const axis = (name: Axis): number => {
    const { base, raise, lower } = risk[name]
    return clamp(base + sum(raise, 1, name) + sum(lower, -1, name))
  }
  const sum = (list: RiskShift[], sign: 1 | -1, name: Axis): number =>
    list.reduce((total, { when, by, because }) => {
      const { holds } = evaluate(when, situation)
      const word = sign > 0 ? 'raised' : 'lowered'
      if (holds === true) shifts.push(`${name} ${word} by ${by}: ${because}`)
      if (holds === 'open') shifts.push(`${name} may be ${word} by ${by}, not counted while open: ${because}`)
      return holds === true ? total + sign * by : total
    }, 0)

  const inherent = levelOf(axis('likelihood'), axis('impact'))
  const rest = { likelihood: inherent.likelihood, impact: inherent.impact }
  for (const { control, axis: name, by } of risk.residual) {
    const state = stateOf(control, situation)
    const steps = state === 'yes' ? by : state === 'partly' ? Math.floor(by / 2) : 0
    if (steps > 0)
      shifts.push(
        `residual ${name} lowered by ${steps}: ${nameOf(control).replaceAll('_', ' ')} is in place${state === 'partly' ? ' in part' : ''}`,
      )
    rest[name] = clamp(rest[name] - steps)
  }
  return { inherent, residual: levelOf(rest.likelihood, rest.impact), shifts }
}

/** The 5×5 matrix: the product of both axes, with the borders at 5, 10 and 16. */
export function levelOf(likelihood: number, impact: number): RiskLevel {
  const score = likelihood * impact
  const level = score >= 16 ? 'critical' : score >= 10 ? 'high' : score >= 5 ? 'medium' : 'low'
  return { likelihood, impact, level }
}

function stateOf(control: string, { matter }: Situation): unknown {
  const key = nameOf(control) as keyof NonNullable<typeof matter.controls>
  return matter.controls?.[key]
}

function nameOf(control: string): string {
  return control.slice(control.lastIndexOf('.') + 1)
}

function clamp(value: number): number {
  return Math.min(5, Math.max(1, value))
}
