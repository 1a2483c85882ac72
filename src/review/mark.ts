/** The door to marking up what came back, apart from judging it, since a review alone loads no Word engine. */
export { type MarkAuthor, markAuthor, markWord } from './mark/into-word.ts'
export { planMarks } from './mark/plan.ts'
export type { MarkPlan } from './mark/planned.ts'
export { riderOf } from './mark/rider.ts'
export type { RiderOptions } from './mark/rider-document.ts'
