export { compare } from './compare.ts'
export type * from './types.ts'
export { diffWords } from './words/index.ts'
