export { lawOf } from './show/answers.ts'
export { findShown } from './show/find.ts'
export { listLibrary } from './show/list.ts'
export { type Kind, kinds, type ListedGroup, type Shown } from './show/types.ts'
