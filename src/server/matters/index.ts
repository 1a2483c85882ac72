export { openMatters } from './open.ts'
export { Conflict, type Matters, type OpenMatter } from './types.ts'
