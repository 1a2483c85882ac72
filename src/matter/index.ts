export { type AssessOptions, assess } from './assess/assess.ts'
export { type Change, changesBetween, withFacts } from './assess/change.ts'
export { citationsOf } from './assess/citations.ts'
export { citedWords, licenseNames, placeWords, sectionPhrase } from './assess/cited.ts'
export { explain } from './assess/explain.ts'
export { levelOf as riskLevelOf } from './assess/level.ts'
export { mergeFindings, openOnce } from './assess/merge.ts'
export { situationOf } from './assess/situation.ts'
export { countUsers } from './assess/threshold.ts'
export { levelWords, outcomeWords } from './assess/words.ts'
export { conditionRule } from './check/conditions.ts'
export { evaluate } from './condition/evaluate.ts'
export type * from './condition/types.ts'
export { derivedFacts } from './derived/definitions.ts'
export { licensesInUse, type MatterModel, modelsOf } from './derived/models.ts'
export { inEeaOrSwitzerland } from './derived/places.ts'
export { type UnknownModel, unknownModels, whichModel } from './derived/unknown-models.ts'
export { canonicalMatter, matterDigest } from './digest.ts'
export { type DutyFinding, dutyUnder } from './duty/duty-under.ts'
export { type Field, fieldOf, matterFields } from './fields.ts'
export { matterJsonSchema } from './json-schema.ts'
export { levelOf } from './level.ts'
export { checkFacts, checkMatter, namedPath, readMatter, type WrongFact } from './read.ts'
export {
  type DocumentId,
  documentIds,
  type FactMeta,
  type Kind,
  type Matter,
  matterSchema,
} from './schema/index.ts'
export { matterSkeleton } from './skeleton.ts'
export { factsToYaml } from './to-yaml.ts'
export type * from './types.ts'
export { answerOf } from './written/answer.ts'
export { answersIn, answersInRows, type WrittenAnswer } from './written/answers.ts'
export { answersInYaml } from './written/answers-in-yaml.ts'
export { type FactsFromAnswers, factsFromAnswers } from './written/facts-from-answers.ts'
export { nearestFact, withFact } from './written/path.ts'
