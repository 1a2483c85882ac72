export { type CleanKind, cleanKinds, type Removed } from './clean/kinds.ts'
