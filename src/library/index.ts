export { checkLibrary } from './check/index.ts'
export type { CheckContext, CheckResult, CheckRule, TextToCheck } from './check/types.ts'
export { citedAs } from './cited-as.ts'
export {
  type Beginnings,
  beginningsOf,
  type Cue,
  type CueLists,
  type CuePlace,
  findCue,
  hasCue,
  keyLength,
  keysOf,
  mayHave,
  readCue,
} from './cue.ts'
export { type DutyTime, dutyTimes } from './duty-times.ts'
export { editsOf } from './edits.ts'
export type { Evidence, EvidencePoint, EvidenceWords, PositionEvidence } from './evidence.ts'
export { factWords, plainFact } from './fact-words.ts'
export { figureWords } from './figures.ts'
export { type FigureValue, figureNames, withPositionFigures } from './fill-figures.ts'
export { houseBelow, isHouseName } from './house/name.ts'
export { officialTerms } from './house/official-terms.ts'
export type * from './house/types.ts'
export { levelNamed, levelsDown, levelWords } from './levels.ts'
export { libraryFolder, loadLibrary, loadLicenses } from './load.ts'
export { type NamedModel, resolveModel } from './model/resolve.ts'
export { olderName } from './names/older.ts'
export { citationWords } from './page/citation.ts'
export { pluralOf } from './plural.ts'
export { isOwnLibrary } from './published-names.ts'
export { type FoundStatement, searchLibrary } from './search.ts'
export { citationList, citationPhrase, sectionWords } from './section-words.ts'
export { fillSlots } from './slots.ts'
export { nameOfText, namesOfTexts } from './text-name.ts'
export { topicOf } from './topic-of.ts'
export type * from './types.ts'
export { withParts } from './with-parts.ts'
export { withoutVersion } from './without-version.ts'
