import type { Matter } from './schema/index.ts'

/** Whether counsel makes the papers of our own side for the purpose of legal advice; where the matter does not say so, not. */
export function isPrivileged(document: Matter['document']): boolean {
  return document?.privileged === true
}

/** What stands in the header of a paper for counsel and client alone: what is no legal advice has no privilege. */
export function markingFor(document: Matter['document']): string {
  return isPrivileged(document) ? 'Privileged and confidential' : 'Confidential'
}
