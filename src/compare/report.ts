export { changedWords } from './report/changed-words.ts'
export { type HeadedPieces, headedPieces, headOf, type PairHead, wordCount } from './report/clause.ts'
export { csvReport } from './report/csv.ts'
export { guardLines, isUnsure } from './report/guard.ts'
export { escapeHtml } from './report/html/escape.ts'
export { htmlReport } from './report/html/report.ts'
export { reportStyle } from './report/html/style.ts'
export { dateLabel, reportTitle } from './report/identity.ts'
export { type JsonOptions, jsonReport } from './report/json.ts'
export {
  changeWord,
  followsWords,
  guessWords,
  otherRows,
  soWhatOf,
  type TopicRow,
  toldStatus,
  toldTopics,
  topicRows,
  topicsMean,
} from './report/knowledge.ts'
export { markdownReport } from './report/markdown.ts'
export { documentName, hasDocuments, type Part, partsOf } from './report/parts.ts'
export { type ForReader, forReader } from './report/reader.ts'
export { type Short, type ShortPoint, shortLines, shortOf } from './report/short.ts'
export { isChange, movedMeans, statuses, statusOrder, statusWords } from './report/status.ts'
export {
  type Block,
  blocksOf,
  changedPairs,
  chosenPairs,
  type PairTable,
  type PlacedCell,
  placed,
} from './report/tables.ts'
export { columnsOf } from './report/terminal/columns.ts'
export { type TerminalOptions, terminalReport } from './report/terminal/report.ts'
export { clip, pad, type Run, wrap } from './report/terminal/wrap.ts'
export type { ReportOptions } from './report/types.ts'
export {
  leftTypographyNote,
  typographyCount,
  typographyLine,
  typographyWords,
  withoutTypographicChanges,
  withoutTypography,
} from './report/typography.ts'
export { mustBeTold, verdictWords } from './report/verdict.ts'
