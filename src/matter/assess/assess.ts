import type { Library } from '../../library/index.ts'
import type { Situation } from '../condition/types.ts'
import { firstUse } from '../derived/first-use.ts'
import { licensesInUse, modelsOf, requireOwnLicenses } from '../derived/models.ts'
import { sizedName, whichModel } from '../derived/unknown-models.ts'
import { matterDigest } from '../digest.ts'
import { levelOf } from '../level.ts'
import type { Matter } from '../schema/index.ts'
import type { Answer, Assessment, Finding } from '../types.ts'
import { usesOf } from '../use/uses-of.ts'
import { answerFor, undecidedAnswer } from './answer.ts'
import { casesOf } from './cases.ts'
import { afterBreaches, type Judged } from './ended.ts'
import { byWeight, findingOf, type Standing, standingOf } from './finding.ts'
import { asOver, wasUsed } from './retired.ts'
import { situationOf } from './situation.ts'
import { licenseeOf } from './threshold.ts'

/** How a matter is assessed. */
export interface AssessOptions {
  /** Judge the matter under every license, as if its models were those of that license. */
  allLicenses?: boolean
  /** The same under these licenses, beside those in use. */
  also?: readonly string[]
}

/**
 * Assesses a matter: an answer for each use under each license, every risk of the library, and the threshold. The same
 * matter and library give the same assessment. A use of a model that the library does not know is not decided, and said
 * to be so.
 *
 * @throws Problem `matter-model` where a model is given a license that is not its own
 * @example
 * assess(readMatter(source, 'acme.yaml'), await loadLibrary()).answers
 */
export function assess(
  matter: Matter,
  library: Library,
  { allLicenses = false, also = [] }: AssessOptions = {},
): Assessment {
  requireModelsOfLicenses(matter, library)
  const uses = usesOf(matter)
  const views = uses.map((use) => use.matter)
  const findings: Finding[] = []
  const first: Answer[] = []
  const retiredOnce: Answer[] = []
  const judgedOnce: Judged[] = []
  const unknown: Assessment['unknownModels'] = []
  for (const use of uses) {
    const models = modelsOf(use.matter, library)
    const used = licensesInUse(use.matter, library)
    for (const license of allLicenses ? [...library.licenses.keys()] : [...new Set([...used, ...also])]) {
      const judged = used.includes(license) ? use.matter : asIfUnder(license, use.matter, library)
      const situation = situationOf(judged, license, library, firstUse(views, license, library))
      findings.push(...findingsIn(situation, library, use.name))
      const own = modelsOf(judged, library).filter(
        (one) => one.license === license && one.status !== 'retired',
      )
      const answer = answerFor(use.name, own, situation, library)
      first.push(answer)
      if (judged === use.matter) judgedOnce.push({ answer, models: own, situation })
    }
    for (const was of wasUsed(use.matter, library)) {
      const own = modelsOf(was.matter, library)
      const situation = situationOf(was.matter, was.license, library, firstUse(views, was.license, library))
      const answer = answerFor(use.name, own, situation, library)
      retiredOnce.push(answer)
      judgedOnce.push({ answer, models: own, situation })
    }
    for (const model of models) {
      if (model.unknown === undefined || model.name === undefined || model.status === 'retired') continue
      const name = sizedName(model.name, use.matter.models![model.index]!.size)
      const reason = whichModel(name, model.unknown)
      unknown.push({ use: use.name, name, reason })
      first.push(
        undecidedAnswer(use.name, name, reason, licenseeOf(use.matter), use.matter.models![model.index]!),
      )
    }
  }
  const ended = afterBreaches(judgedOnce, library)
  const answers = first.map((answer) => ended.get(answer) ?? answer)
  const retired = retiredOnce.map((answer) => asOver(ended.get(answer) ?? answer, library))
  const licenses = [...library.licenses.keys()].filter((id) => answers.some(({ license }) => license === id))
  return {
    matterDigest: matterDigest(matter),
    libraryDigest: library.digest,
    licenses,
    answers,
    retired,
    unknownModels: unknown,
    findings: findings.sort(byWeight),
    paths: answers.flatMap(({ use, license, path, reasons, unless }) =>
      license === undefined ? [] : [{ use, license, outcome: path, reasons, unless }],
    ),
    thresholds: thresholdsOf(answers),
    cases: [...new Set(uses.flatMap((use) => casesOf(use.matter)))],
    positions: proposals(matter, findings),
  }
}

/**
 * Whether the models of all uses are given the licenses that they come with.
 *
 * @throws Problem `matter-model` where one is given another
 */
export function requireModelsOfLicenses(matter: Matter, library: Library): void {
  for (const use of usesOf(matter)) requireOwnLicenses(use.matter, library, use.at)
}

/**
 * How each risk stands for each use and license, for who asks for no word of it.
 *
 * @throws Problem `matter-model` where a model is given a license that is not its own
 */
export function standingsOf(matter: Matter, library: Library): Standing[] {
  requireModelsOfLicenses(matter, library)
  const uses = usesOf(matter)
  const views = uses.map((use) => use.matter)
  return uses.flatMap((use) =>
    licensesInUse(use.matter, library).flatMap((license) => {
      const situation = situationOf(use.matter, license, library, firstUse(views, license, library))
      return [...library.risks.values()].map((risk) => standingOf(risk, situation))
    }),
  )
}

function findingsIn(situation: Situation, library: Library, use: string): Finding[] {
  return [...library.risks.values()].map((risk) => findingOf(risk, situation, library, use))
}

/**
 * The answers as if every use were under another license, with a model of it that takes in the same: what an upgrade
 * would gain and lose.
 *
 * @throws Problem `unknown-license`
 * @example
 * assessUpgrade(matter, 'llama-4', library).map(({ use, path }) => `${use}: ${path}`)
 */
export function assessUpgrade(matter: Matter, license: string, library: Library): Answer[] {
  return usesOf(matter).map((use) => {
    const judged = asIfUnder(license, use.matter, library)
    const situation = situationOf(judged, license, library)
    const own = modelsOf(judged, library).filter((one) => one.status !== 'retired')
    return answerFor(use.name, own, situation, library)
  })
}

/** Each count once; uses of other companies of the group have their own. */
function thresholdsOf(answers: Answer[]): Assessment['thresholds'] {
  const counts = answers.flatMap(({ threshold }) => (threshold ? [threshold] : []))
  return [...new Map(counts.map((one) => [`${one.license} ${one.company}`, one])).values()]
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
