export { canonicalMatter, matterDigest } from './digest.ts'
export { type Field, fieldOf, matterFields } from './fields.ts'
export { matterJsonSchema } from './json-schema.ts'
export { checkMatter, namedPath, readMatter } from './read.ts'
export {
  type DocumentId,
  documentIds,
  type FactMeta,
  type Kind,
  type Matter,
  matterSchema,
} from './schema/index.ts'
export type * from './types.ts'
