export { openFileStore } from './file/open.ts'
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
  type Version,
} from './types.ts'
