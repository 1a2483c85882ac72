export { type CompareOptions, compare } from './compare.ts'
export { type ComparedTexts, type ComparedWords, compareTexts, type TextToCompare } from './compare-texts.ts'
export { comparisonForOthers } from './for-others.ts'
export {
  addKnowledge,
  compareRestated,
  factChangeWords,
  restatedNote,
  selectTopics,
} from './knowledge.ts'
export { longestRising } from './longest-rising.ts'
export {
  clip,
  columnsOf,
  csvReport,
  escapeHtml,
  guardLines,
  htmlReport,
  isChange,
  isUnsure,
  jsonReport,
  markdownReport,
  mustBeTold,
  pad,
  type ReportOptions,
  type Run,
  reportStyle,
  soWhatOf,
  type TerminalOptions,
  type TopicRow,
  terminalReport,
  topicRows,
  typographyCount,
  verdictWords,
  wrap,
} from './report.ts'
export type * from './types.ts'
export { diffWords } from './word-diff.ts'
