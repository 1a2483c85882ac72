export type { Deed, KeptDeed } from './deed.ts'
export { openFileStore } from './file/open.ts'
export { actingFrom } from './from-where.ts'
export {
  type AskedJob,
  type Job,
  type JobPart,
  type JobState,
  type Jobs,
  NoSuchJob,
  type OpenJob,
  type TakenPart,
  type Thing,
  type ThingResult,
} from './jobs.ts'
export {
  Conflict,
  type Decisions,
  type ListedMatter,
  type MatterList,
  type MatterPage,
  type Matters,
  NameTaken,
  NoSuchMatter,
  type OpenMatter,
  type Said,
  type Saving,
  type Store,
  type TeamStore,
  type Version,
} from './types.ts'
