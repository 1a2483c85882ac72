export { coherenceLine, coherenceOf } from './coherence.ts'
export { paperOf } from './paper.ts'
export { placesIn } from './reading/place.ts'
export type * from './types.ts'
