export { changedWords } from './changed-words.ts'
export { type HeadedPieces, headedPieces, headOf, type PairHead, wordCount } from './clause.ts'
export { csvReport } from './csv.ts'
export { guardLines, isUnsure } from './guard.ts'
export { escapeHtml } from './html/escape.ts'
export { htmlReport } from './html/report.ts'
export { reportStyle } from './html/style.ts'
export { dateLabel, reportDate, reportTitle } from './identity.ts'
export { type JsonOptions, jsonReport } from './json.ts'
export {
  guessWords,
  soWhatOf,
  type TopicRow,
  toldStatus,
  toldTopics,
  topicRows,
  topicsMean,
} from './knowledge.ts'
export { markdownReport } from './markdown.ts'
export { documentName, hasDocuments, type Part, partsOf } from './parts.ts'
export { type ForReader, forReader } from './reader.ts'
export { isChange, movedMeans, statuses, statusOrder, statusWords } from './status.ts'
export {
  type Block,
  blocksOf,
  changedPairs,
  chosenPairs,
  type PairTable,
  type PlacedCell,
  placed,
} from './tables.ts'
export { columnsOf } from './terminal/columns.ts'
export { type TerminalOptions, terminalReport } from './terminal/report.ts'
export { clip, pad, type Run, wrap } from './terminal/wrap.ts'
export type { ReportOptions } from './types.ts'
export {
  leftTypographyNote,
  typographyCount,
  typographyLine,
  typographyWords,
  withoutTypographicChanges,
  withoutTypography,
} from './typography.ts'
export { mustBeTold, verdictWords } from './verdict.ts'
