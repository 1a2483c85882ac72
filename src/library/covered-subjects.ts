import type { CoveredSubject } from './types.ts'

/** What a master agreement may have already, so that a form of Llama terms need not say it again. */
export const coveredSubjects = [
  'security',
  'confidentiality',
  'intellectual-property',
  'insurance',
  'audit',
  'subcontractors',
  'deletion',
  'indemnity',
  'liability',
  'termination',
  'transition',
  'moderation',
] as const satisfies readonly CoveredSubject[]
