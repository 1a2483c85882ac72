export { newLicense } from './new-license.ts'
export { planLicense } from './plan.ts'
export { skeletonOf } from './skeleton.ts'
export type { NewText, Plan, Proposal, TellTopic } from './types.ts'
