export { type Agreement, type Clause, type ParseOptions, parseAgreement } from './agreement/index.ts'
export { compareRestated, restatedNote, selectTopics } from './compare/knowledge/index.ts'
export {
  csvReport,
  htmlReport,
  jsonReport,
  markdownReport,
  type ReportOptions,
  type TerminalOptions,
  terminalReport,
} from './compare/report/index.ts'
export type * from './compare/types.ts'
export { type Library, loadLibrary } from './library/index.ts'
export { Problem } from './problem.ts'
