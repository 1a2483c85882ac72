import type { Reliability } from './reliability.ts'

/** Counted over the judged licenses of test/fixtures/judged; written by `npm run classifier`. */
export const learned: Reliability = {}
