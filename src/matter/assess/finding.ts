import type { Library, Risk } from '../../library/index.ts'
import { evaluate } from '../condition/evaluate.ts'
import type { OpenQuestion, Situation } from '../condition/types.ts'
import { questionOf } from '../condition/unknowns.ts'
import type { Finding } from '../types.ts'
import { citationsUnder } from './citations.ts'
import { type Levels, levelsOf } from './level.ts'
import { fillCitations, fillFacts } from './reason.ts'

/** How one risk stands in a situation: whether it applies, what that hangs on, and its levels where it may. */
export interface Standing extends Pick<Finding, 'status' | 'questions'> {
  levels?: Levels
}

/** How one risk stands in a situation, without a word of it. */
export function standingOf(risk: Risk, situation: Situation): Standing {
  const { holds, questions } = evaluate(risk.when, situation)
  if (holds === false) return { status: 'does-not-apply', questions }
  const missing = holds === true ? missingNeeds(risk, situation) : []
  return {
    status: holds === 'open' || missing.length > 0 ? 'open' : 'applies',
    questions: [...questions, ...missing],
    levels: levelsOf(risk, situation),
  }
}

/** What one risk comes to in a situation. */
export function findingOf(risk: Risk, situation: Situation, library: Library, use: string): Finding {
  const { status, questions, levels } = standingOf(risk, situation)
  const license = situation.license.id
  const told = fillFacts(risk.reason.trim(), situation)
  return {
    risk: risk.id,
    title: risk.title,
    use,
    license,
    ...(situation.license.policyBeside === undefined ? {} : { policyBeside: situation.license.policyBeside }),
    status,
    questions,
    ...(levels ? { inherent: levels.inherent, residual: levels.residual } : {}),
    reason: fillCitations(told, (topic) => citationsUnder([{ topic }], situation, library), library.licenses),
    told,
    shifts: levels?.shifts ?? [],
    citations: citationsUnder(risk.cites, situation, library),
    mitigations: risk.mitigations,
    positions: risk.positions.filter((id) => library.positions.get(id)?.appliesTo.includes(license)),
    flowDowns: risk.flowDowns,
  }
}

function missingNeeds(risk: Risk, { matter }: Situation): OpenQuestion[] {
  return risk.needs
    .map((need) => need.replace(/^matter\./, ''))
    .filter((fact) => {
      const value = fact
        .split('.')
        .reduce<unknown>((at, key) => (at as Record<string, unknown>)?.[key], matter)
      return value === undefined || value === 'unknown'
    })
    .map(questionOf)
}

const statuses = ['applies', 'open', 'does-not-apply']

/** Worst first: by status, by level, then by name. */
export function byWeight(a: Finding, b: Finding): number {
  const score = ({ inherent }: Finding) => (inherent ? inherent.likelihood * inherent.impact : 0)
  return (
    statuses.indexOf(a.status) - statuses.indexOf(b.status) ||
    score(b) - score(a) ||
    (a.risk < b.risk ? -1 : a.risk > b.risk ? 1 : 0)
  )
}
