/**
 * The clause library: licenses, topics, terms, positions, risks.
 *
 * @module
 */

export type { CheckContext, CheckResult, CheckRule, TextToCheck } from '../library/check/types.ts'
export { checkLibrary, libraryFolder, loadLibrary, topicOf } from '../library/index.ts'
export type * from '../library/types.ts'
export { Problem } from '../problem.ts'
