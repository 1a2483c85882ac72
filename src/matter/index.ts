export { type AskedIn, type Trial, trialOn } from './assess/answers-tried.ts'
export {
  type AssessOptions,
  assess,
  assessUpgrade,
  requireModelsOfLicenses,
  standingsOf,
} from './assess/assess.ts'
export { casesOf } from './assess/cases.ts'
export { type Change, changesBetween, withFacts } from './assess/change.ts'
export { citationsOf } from './assess/citations.ts'
export { citedWords, licenseNames, placeWords } from './assess/cited.ts'
export { explain } from './assess/explain.ts'
export { levelOf as riskLevelOf } from './assess/level.ts'
export { mergeFindings, openOnce } from './assess/merge.ts'
export { type OpenFacts, openFacts, type ToDecide } from './assess/open-facts.ts'
export { levelWords, outcomes, outcomeWords } from './assess/outcome-words.ts'
export { assessmentReads } from './assess/reads.ts'
export { fillPlainly } from './assess/reason.ts'
export { situationOf } from './assess/situation.ts'
export { countUsers } from './assess/threshold.ts'
export { type Upgrade, upgradesOf } from './assess/upgrade.ts'
export { usesUnder } from './assess/uses-under.ts'
export { conditionRule } from './check/conditions.ts'
export {
  type Assessed,
  factsOfAssessment,
  factsReadBy,
  type Judged,
  termFactsReadBy,
} from './check/read-facts.ts'
export { evaluate } from './condition/evaluate.ts'
export type * from './condition/types.ts'
export { derivedFacts } from './derived/definitions.ts'
export { licensesInUse, type MatterModel, modelsOf } from './derived/models.ts'
export { inEeaOrSwitzerland } from './derived/places.ts'
export { derivedReads } from './derived/reads.ts'
export { type UnknownModel, unknownModels, whichModel } from './derived/unknown-models.ts'
export { canonicalJson, canonicalMatter, matterDigest } from './digest.ts'
export { type DutyStanding, dutiesUnder } from './duty/duties-under.ts'
export { type DutyFinding, dutyUnder } from './duty/duty-under.ts'
export { type Field, fieldOf, matterFields } from './fields.ts'
export { matterJsonSchema } from './json-schema.ts'
export { type LawBehind, lawBehind, lawLine } from './law/law-behind.ts'
export { narrowCite } from './law/narrow-cite.ts'
export { type SaidAlike, saidAlike } from './law/said-alike.ts'
export { levelOf, levelOfClause } from './level.ts'
export { figureNamed, libraryOf, wrongOwnParts } from './library-of.ts'
export { type OwnClause, ownClauses, paragraphsOf } from './own-clauses.ts'
export { ownReads } from './own-reads.ts'
export { isPrivileged, markingFor } from './privilege.ts'
export { checkFacts, checkMatter, namedPath, readMatter, type WrongFact } from './read.ts'
export { readsOfAssessment } from './reads.ts'
export {
  type FactMeta,
  type Kind,
  type Matter,
  matterSchema,
} from './schema/index.ts'
export { matterSkeleton } from './skeleton.ts'
export { factsToYaml } from './to-yaml.ts'
export type * from './types.ts'
export { withCurrentKind } from './use/current-kind.ts'
export { upgradeInYaml } from './use/upgrade.ts'
export { type MatterUse, usesOf } from './use/uses-of.ts'
export { vendorChosen, vendorsOf } from './use/vendors-of.ts'
export { wholeOf } from './use/whole-of.ts'
