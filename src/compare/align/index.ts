export { align } from './align.ts'
export { movedOf } from './place.ts'
export { type Unit, type Units, unitsOf } from './unit.ts'
