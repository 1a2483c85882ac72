export { coherenceLine, coherenceOf } from './coherence.ts'
export { paperOf } from './paper.ts'
export type * from './types.ts'
