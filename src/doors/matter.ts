/**
 * A client's facts and what follows from them.
 *
 * @module
 */
export {
  type AssessOptions,
  assess,
  checkMatter,
  type Matter,
  matterJsonSchema,
  matterSchema,
  readMatter,
} from '../matter/index.ts'
export type * from '../matter/types.ts'
export { Problem } from '../problem.ts'
