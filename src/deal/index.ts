export { type Answer, answerReturn, type PointAnswer } from './answer.ts'
export { digestOf } from './digest.ts'
export { markOf } from './mark.ts'
export { type Opened, openDeal } from './open.ts'
export {
  type DealRecord,
  dealJsonSchema,
  dealSchema,
  marksJson,
  pointsJson,
  readDeal,
  readMarks,
  readPoints,
  type TurnFile,
} from './record.ts'
export { type AnswerWords, answerWords, lastReturn } from './report/answer-words.ts'
export { dealCsv, dealJson } from './report/data.ts'
export { dealDocument, historyDocument } from './report/document.ts'
export { type DealGlance, dealGlance } from './report/glance.ts'
export {
  askPlace,
  askStep,
  concededWords,
  handWords,
  levelSaid,
  mannerWords,
  outcomeWords,
  piecesWords,
  standingWords,
  stateWords,
  touchWords,
} from './report/words.ts'
export { type ReturnedFile, readReturned } from './returned.ts'
export {
  dealNameOf,
  isSent,
  keyOfMatter,
  readSentRecord,
  requireSameParties,
  type SentRecord,
  sentRecordJson,
  sentRecordJsonSchema,
  sentRecordOf,
} from './sent-record.ts'
export { authorOf, counterpartyOf, dealStatus, openAsks, ownerOf } from './status.ts'
export { type KeptDeal, type KeptRound, type ReadRound, readDealTurns, requireKey } from './turns.ts'
export type * from './types.ts'
export { shownWaiting, type WaitingConcession, waitingConcessions, waitingWord } from './waiting.ts'
