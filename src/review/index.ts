export {
  type AnyDecision,
  decisionName,
  decisionOn,
  decisionSchema,
  decisionsSchema,
  decisionsYaml,
  isDecisionOn,
  type KeptDecision,
  type KeptPositionDecision,
  positionDecisionSchema,
  type ReviewedRow,
  readDecisions,
  readPositionDecisions,
  rowName,
  verdicts,
  verdictsToDecide,
} from './decisions.ts'
export { type IncomingPaper, readIncoming } from './incoming.ts'
export { type Judgement, judgeOf } from './judge/verdict.ts'
export { readPaper } from './read/paper.ts'
export { type Confidence, confidenceIn } from './report/confidence.ts'
export { reviewCsv, reviewJson } from './report/data.ts'
export { reviewDocument } from './report/document.ts'
export {
  countsOf,
  figureWords,
  foundWords,
  limitsOf,
  placeOf,
  verdictWords,
  wordsOnAny,
} from './report/words.ts'
export { decidedReview, isMet, type ReviewInput, reviewOf } from './review.ts'
export type * from './types.ts'
