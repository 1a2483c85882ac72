/**
 * Agreements as trees and their comparison, free of Node: it runs in a browser as it is.
 *
 * @module
 */
export {
  type Agreement,
  type Clause,
  clausesOf,
  type ParseOptions,
  type PlainText,
  parseAgreement,
  parseStory,
  withoutPages,
} from '../agreement/index.ts'
export type * from '../agreement/source.ts'
export type * from '../agreement/types.ts'
export type { CompareOptions, Places } from '../compare/compare.ts'
export type { OwnLinesOfBoth } from '../compare/difference.ts'
export {
  addKnowledge,
  type ComparedTexts,
  type ComparedWords,
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
} from '../compare/index.ts'
export type { JsonOptions } from '../compare/report.ts'
export type * from '../compare/types.ts'
export type { OwnLines, Token, Tokenizer, TokenKind } from '../compare/word-diff.ts'
export { type Place, Problem } from '../problem.ts'
