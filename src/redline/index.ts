export { amendedLicense, editsFor } from './amended-license.ts'
export { amendedLicenses } from './amended-licenses.ts'
export { amendmentsOf } from './amendments.ts'
export { type WrongPosition, wrongPositions } from './check-positions.ts'
export {
  choiceOf,
  choicesOf,
  chosenPositions,
  type PositionRequest,
  requestedChoice,
  requestedPositions,
} from './choose.ts'
export { commentsOf, type PositionComment } from './comments.ts'
export { conflictsIn } from './conflicts.ts'
export { levelWords } from './edit-words.ts'
export { redlineToJson } from './json.ts'
export { notesInBrief, notesOf } from './notes.ts'
export { paperOfRedline, papersOfDeal } from './paper.ts'
export { placeEdits } from './place.ts'
export { negotiationReads } from './reads.ts'
export { redlineOf, textAfter, textBefore } from './redline.ts'
export type * from './types.ts'
