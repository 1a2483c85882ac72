export { silentCsv } from './silent/csv.ts'
export { silentPage, silentVerdict } from './silent/page.ts'
export { type SilentSides, silentChanges } from './silent/silent.ts'
export type { OpenChanges, SilentChange, SilentKind, SilentReport } from './silent/types.ts'
