import type { ImpactCase, Library } from '../../library/index.ts'
import { licensesInUse, modelsOf, requireOwnLicenses } from '../derived/models.ts'
import { matterDigest } from '../digest.ts'
import { levelOf } from '../level.ts'
import type { Matter } from '../schema/index.ts'
import type { Assessment, Finding } from '../types.ts'
import { byWeight, findingOf } from './finding.ts'
import { pathOf } from './path.ts'
import { situationOf } from './situation.ts'
import { countUsers } from './threshold.ts'

/** How a matter is assessed. */
export interface AssessOptions {
  /** Judge the matter under every license, as if its models were those of that license. */
  allLicenses?: boolean
}

/**
 * Assesses a matter: every risk of the library under every license in use, the license path, and the threshold.
 * The same matter and library give the same assessment.
 *
 * @throws Problem `matter-model` where a model is given a license that is not its own
 * @example
 * assess(readMatter(source, 'acme.yaml'), await loadLibrary()).findings
 */
export function assess(
  matter: Matter,
  library: Library,
  { allLicenses = false }: AssessOptions = {},
): Assessment {
  requireOwnLicenses(matter, library)
  const used = licensesInUse(matter, library)
  const licenses = allLicenses ? [...library.licenses.keys()] : used
  const findings: Finding[] = []
  const paths: Assessment['paths'] = []
  const thresholds: Assessment['thresholds'] = []
  for (const license of licenses) {
    const judged = used.includes(license) ? matter : asIfUnder(license, matter, library)
    const situation = situationOf(judged, license, library)
    const own = [...library.risks.values()].map((risk) => findingOf(risk, situation, library)).sort(byWeight)
    findings.push(...own)
    paths.push(pathOf(license, own, library))
    thresholds.push(...[countUsers(matter, license, library)].filter((count) => count !== undefined))
  }
  return {
    matterDigest: matterDigest(matter),
    libraryDigest: library.digest,
    licenses,
    findings: findings.sort(byWeight),
    paths,
    thresholds,
    cases: casesOf(matter),
    positions: proposals(matter, findings),
  }
}

type Inputs = NonNullable<NonNullable<Matter['models']>[number]['inputs']>

/** The matter with its models replaced by those of another license that take in the same, where it has such. */
function asIfUnder(license: string, matter: Matter, library: Library): Matter {
  if (matter.models === undefined) return matter
  const resolved = modelsOf(matter, library)
  const models = matter.models.map((model, at) => {
    const wide = resolved[at]?.inputs?.some((input) => input !== 'text') ?? false
    const offered = library.models.filter((one) => one.license === license && one.family === 'llama')
    const match = offered.find((one) => one.inputs.length > 1 === wide) ?? offered[0]
    const { inputs: _, model: __, size: ___, ...rest } = model
    return { ...rest, license, ...(match ? { model: match.name, inputs: match.inputs as Inputs } : {}) }
  })
  return { ...matter, models }
}

function casesOf({ exposure, deployment = [], weights_recipients: recipients = [] }: Matter): ImpactCase[] {
  const where: Record<(typeof deployment)[number], ImpactCase> = {
    'on-premises': 'on_premises',
    'own-cloud': 'own_cloud',
    'third-party-service': 'third_party_service',
  }
  return [
    ...(exposure === 'internal' ? (['internal'] as const) : []),
    ...(exposure && !['internal', 'unknown'].includes(exposure) ? (['products'] as const) : []),
    ...(recipients.some((one) => one !== 'nobody') ? (['weights'] as const) : []),
    ...deployment.map((one) => where[one]),
  ]
}

/** Positions that answer findings, at the level that the matter chooses or its appetite for risk suggests. */
function proposals(matter: Matter, findings: Finding[]): Assessment['positions'] {
  const because = new Map<string, string>()
  for (const { status, positions, title } of findings) {
    if (status === 'does-not-apply') continue
    for (const id of positions) if (!because.has(id)) because.set(id, title)
  }
  return [...because].flatMap(([position, proposedBecause]) => {
    const level = levelOf(matter, position)
    if (level === 'off') return []
    return [{ position, level, proposedBecause }]
  })
}
