export { compare } from './compare.ts'
export { type ComparedTexts, type ComparedWords, compareTexts, type TextToCompare } from './compare-texts.ts'
export {
  addKnowledge,
  compareRestated,
  factChangeWords,
  restatedNote,
  selectTopics,
} from './knowledge/index.ts'
export {
  csvReport,
  escapeHtml,
  htmlReport,
  isChange,
  jsonReport,
  markdownReport,
  type ReportOptions,
  reportStyle,
  type TerminalOptions,
  terminalReport,
} from './report/index.ts'
export type * from './types.ts'
export { diffWords } from './words/index.ts'
