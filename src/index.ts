/**
 * All of Clausebook: parse, compare, assess, redline, draft, read and write Word files, open texts, load the library.
 * Each of these has a door of its own, `clausebook/compare` and so on.
 *
 * @module
 */
export * from './doors/compare.ts'
export * from './doors/draft.ts'
export * from './doors/library.ts'
export * from './doors/matter.ts'
export * from './doors/texts.ts'
export * from './doors/word.ts'
