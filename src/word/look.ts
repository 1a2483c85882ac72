import type { House } from '../library/index.ts'
import { aboutFile } from '../problem.ts'
import type { Look } from './reference/look.ts'
import { readLook } from './reference/read-look.ts'

export type { Look, Sheet } from './reference/look.ts'
export { readLook }

const ofHouses = new WeakMap<object, Look>()

/**
 * The look of a house's documents, read once.
 *
 * @throws Problem where its reference document cannot be read
 */
export function lookOfHouse(house: Pick<House, 'referenceDoc'> | undefined): Look | undefined {
  const document = house?.referenceDoc
  if (!document) return undefined
  const known = ofHouses.get(document) ?? aboutFile(document.file, () => readLook(document.bytes))
  ofHouses.set(document, known)
  return known
}
