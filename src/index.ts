export type {
  Omission,
  SourceBlock,
  SourceCell,
  SourceDocument,
  SourceFormat,
  SourceParagraph,
  SourceRow,
  SourceStory,
  SourceTable,
  StoryKind,
} from './agreement/index.ts'
export { type Agreement, type Clause, type ParseOptions, parseAgreement } from './agreement/index.ts'
export {
  addKnowledge,
  type ComparedTexts,
  compare,
  compareRestated,
  compareTexts,
  csvReport,
  diffWords,
  htmlReport,
  jsonReport,
  markdownReport,
  type ReportOptions,
  restatedNote,
  selectTopics,
  type TerminalOptions,
  type TextToCompare,
  terminalReport,
} from './compare/index.ts'
export type * from './compare/types.ts'
export { type Library, loadLibrary } from './library/index.ts'
export { Problem } from './problem.ts'
export { type PlacedEdit, type PositionEdit, placeEdits, type Redline, redlineOf } from './redline/index.ts'
export { type WordOptions, wordDocument } from './texts/word.ts'
