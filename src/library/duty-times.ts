/** What makes a duty of a license due; a license names no day. */
export const dutyTimes = [
  'first-distribution',
  'each-release',
  'first-offer',
  'while-offered',
  'while-held',
  'while-used',
  'version-change',
] as const
export type DutyTime = (typeof dutyTimes)[number]
