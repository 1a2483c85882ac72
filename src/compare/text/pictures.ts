import type { SourceDocument, SourcePicture } from '../../agreement/index.ts'
import type { SidedOmission } from '../types.ts'
import { alone } from './alone.ts'

/**
 * The pictures of each side that the other does not have: what they show is not read, so nothing may be said to be the
 * same. The same ones in another order are told by the first that stands elsewhere: two signatures may have changed
 * places. Nothing of a side whose format does not tell pictures apart.
 */
export function unlikePictures(left?: SourceDocument, right?: SourceDocument): SidedOmission[] {
  if (!left?.pictures || !right?.pictures) return []
  const identityOf = ({ identity }: SourcePicture) => identity
  const told = (side: 'left' | 'right', pictures: SourcePicture[]) =>
    pictures.map(({ place }): SidedOmission => ({ kind: 'picture', place, side }))
  const unlike = [
    ...told('left', alone(left.pictures, right.pictures, identityOf)),
    ...told('right', alone(right.pictures, left.pictures, identityOf)),
  ]
  if (unlike.length > 0) return unlike
  const others = right.pictures
  const moved = left.pictures.findIndex((one, at) => others[at]?.identity !== one.identity)
  return moved < 0
    ? []
    : [...told('left', [left.pictures[moved]!]), ...told('right', others.slice(moved, moved + 1))]
}
