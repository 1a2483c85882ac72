export { lawOf } from './answers.ts'
export { findShown } from './find.ts'
export { listLibrary } from './list.ts'
export { type Kind, kinds, type ListedGroup, type Shown } from './types.ts'
