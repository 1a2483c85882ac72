import type { DraftDocument } from '../types.ts'

/** What a header says: the marking and the status, with version and date. */
export function headMatterOf({ properties }: DraftDocument): string[] {
  const { marking, status, version, date } = properties
  const state = [status, version === undefined ? undefined : `version ${version}`, date]
    .filter((part) => part !== undefined && part !== '')
    .join(', ')
  return [marking ?? '', state].filter((line) => line !== '')
}
