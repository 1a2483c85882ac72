export { type Changed, impactOn, type LibraryImpact } from './impact.ts'
export { impactDocument } from './report.ts'
export { touchedMatter, touchedVendors } from './touched.ts'
export type * from './types.ts'
