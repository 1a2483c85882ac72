import type { SourceDocument, SourcePicture } from '../../agreement/index.ts'
import type { SidedOmission } from '../types.ts'

/**
 * The pictures of each side that the other does not have: what they show is not read, so nothing may be said to be the
 * same. Nothing of a side whose format does not tell pictures apart.
 */
export function unlikePictures(left?: SourceDocument, right?: SourceDocument): SidedOmission[] {
  if (!left?.pictures || !right?.pictures) return []
  const alone = (own: SourcePicture[], others: SourcePicture[]) => {
    const open = new Map<string, number>()
    for (const { identity } of others) open.set(identity, (open.get(identity) ?? 0) + 1)
    return own.filter(({ identity }) => {
      const count = open.get(identity) ?? 0
      open.set(identity, count - 1)
      return count < 1
    })
  }
  const told = (side: 'left' | 'right', pictures: SourcePicture[]) =>
    pictures.map(({ place }): SidedOmission => ({ kind: 'picture', place, side }))
  return [
    ...told('left', alone(left.pictures, right.pictures)),
    ...told('right', alone(right.pictures, left.pictures)),
  ]
}
