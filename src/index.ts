export { type Agreement, type Clause, type ParseOptions, parseAgreement } from './agreement/index.ts'
export { Problem } from './problem.ts'
