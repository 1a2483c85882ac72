/**
 * The clause library: licenses, topics, terms, positions, risks.
 *
 * @module
 */

export {
  type CheckContext,
  type CheckResult,
  type CheckRule,
  checkLibrary,
  type DateStyle,
  type House,
  type HousePlace,
  libraryFolder,
  loadLibrary,
  type TextToCheck,
  topicOf,
} from '../library/index.ts'
export type * from '../library/types.ts'
export { Problem } from '../problem.ts'
