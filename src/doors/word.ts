/**
 * Documents, redlines and comparisons as Word files, free of Node.
 *
 * @module
 */

export { Problem } from '../problem.ts'
export {
  type ComparisonFileOptions,
  comparisonToDocx,
  draftToDocx,
  type Paper,
  type RedlineComment,
  type RedlineFileOptions,
  type RedlineMaking,
  type RevisionAuthor,
  redlineFileOptions,
  redlineToDocx,
} from '../word/index.ts'
