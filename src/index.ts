export { type Agreement, type Clause, type ParseOptions, parseAgreement } from './agreement/index.ts'
export {
  addKnowledge,
  compare,
  compareRestated,
  csvReport,
  diffWords,
  htmlReport,
  jsonReport,
  markdownReport,
  type ReportOptions,
  restatedNote,
  selectTopics,
  type TerminalOptions,
  terminalReport,
} from './compare/index.ts'
export type * from './compare/types.ts'
export { type Library, loadLibrary } from './library/index.ts'
export { Problem } from './problem.ts'
