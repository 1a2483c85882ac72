export type { Look, Sheet } from './reference/look.ts'
export { readLook } from './reference/read-look.ts'
