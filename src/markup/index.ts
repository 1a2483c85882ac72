export { openPackage as openWord } from '../ooxml/index.ts'
export { type Cleaned, type CleanOptions, cleanWord } from './clean/clean.ts'
export { type CombineOptions, wishWords } from './combine/addition.ts'
export { combineWord } from './combine/combine.ts'
export type { Combined, CombineReport, Meeting, Reviewed, Reviewer, Wish } from './combine/types.ts'
export {
  breachWords,
  type CompareWordOptions,
  compareWord,
  looksWords,
  type Receipt,
  rowWords,
  verifyRedline,
  type WordRedline,
  type WordView,
} from './compare.ts'
export { canEdit } from './edit/can-edit.ts'
export { editWord } from './edit/edit.ts'
export { type EditableWord, openForEdits } from './edit/editable.ts'
export { paragraphsIn, wordsOfParagraph } from './edit/paragraphs.ts'
export { runInHeading } from './edit/run-in-heading.ts'
export type * from './edit/types.ts'
export { type Outgoing, outgoing } from './outgoing.ts'
export { type MarkedChange, markChanges, type PageMarked } from './page-marks.ts'
export type { Breach } from './proof/prove.ts'
export { type Counts, countChanges } from './resolve/count.ts'
export type { Resolution } from './resolve/decision.ts'
export { resolveWord } from './resolve/file.ts'
export { acceptWithin } from './resolve/within.ts'
