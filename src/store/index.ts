export { openFileStore } from './file/open.ts'
export { actingFrom } from './from-where.ts'
export {
  Conflict,
  type Decisions,
  type Deed,
  type KeptDeed,
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
