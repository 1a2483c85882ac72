export { newLicense } from './add/new-license.ts'
export { planLicense } from './add/plan.ts'
export { skeletonOf } from './add/skeleton.ts'
export type { NewText, Plan, Proposal, TellTopic } from './add/types.ts'
