/**
 * Official texts and files that a person names.
 *
 * @module
 */

export { Problem } from '../problem.ts'
export {
  type FetchOptions,
  type FetchResult,
  fetchTexts,
  type GivenText,
  givenFile,
  type Match,
  nameText,
  type OfficialText,
  type OpenFileOptions,
  openFile,
  openTexts,
  requireText,
  type TextName,
  type TextStatus,
  type TextStore,
  type Writing,
} from '../texts/index.ts'
export { type WordOptions, wordDocument } from '../texts/word.ts'
