/**
 * Documents, redlines and comparisons as Word files, free of Node.
 *
 * @module
 */

export { Problem } from '../problem.ts'
export {
  type ComparisonFileOptions,
  type Cover,
  comparisonToDocx,
  draftToDocx,
  type Look,
  type Paper,
  type RedlineComment,
  type RedlineFileOptions,
  type RedlineMaking,
  type RevisionAuthor,
  redlineFileOptions,
  redlineToDocx,
  type Sheet,
} from '../word/index.ts'
