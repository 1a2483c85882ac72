import type { SourceDocument, SourcePicture } from '../../agreement/index.ts'
import type { SidedOmission } from '../types.ts'
import { alone } from './alone.ts'

/**
 * The pictures of each side that the other does not have: what they show is not read, so nothing may be said to be the
 * same. Nothing of a side whose format does not tell pictures apart.
 */
export function unlikePictures(left?: SourceDocument, right?: SourceDocument): SidedOmission[] {
  if (!left?.pictures || !right?.pictures) return []
  const identityOf = ({ identity }: SourcePicture) => identity
  const told = (side: 'left' | 'right', pictures: SourcePicture[]) =>
    pictures.map(({ place }): SidedOmission => ({ kind: 'picture', place, side }))
  return [
    ...told('left', alone(left.pictures, right.pictures, identityOf)),
    ...told('right', alone(right.pictures, left.pictures, identityOf)),
  ]
}
