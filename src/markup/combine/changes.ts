import { type Item, isOfBase, wordsOf } from './stream.ts'
import type { Change } from './types.ts'

/** The changes of a stream, in offsets of its base: what goes and comes side by side is one. */
export function changesIn(items: readonly Item[]): Change[] {
  const changes: Change[] = []
  let open:
    | { from: number; to: number; gone: Item[]; come: Map<number, number[]>; by: Item['by'] }
    | undefined
  let offset = 0
  const close = () => {
    if (open) changes.push(settled(open, items))
    open = undefined
  }
  items.forEach((item, index) => {
    if (item.standing === 'base') {
      close()
      offset += 1
      return
    }
    // Of a table the rows say all.
    open ??= { from: offset, to: offset, gone: [], come: new Map(), by: item.by }
    if (isOfBase(item)) {
      open.gone.push(item)
      offset += 1
      open.to = offset
    } else open.come.set(offset, [...(open.come.get(offset) ?? []), index])
  })
  close()
  return changes
}

function settled(
  {
    from,
    to,
    gone,
    come,
    by,
  }: { from: number; to: number; gone: Item[]; come: Map<number, number[]>; by: Item['by'] },
  items: readonly Item[],
): Change {
  const inserted = [...come.values()].flat().map((index) => items[index]!)
  const stay = inserted.filter(({ standing }) => standing === 'in')
  return {
    from,
    to,
    inserted: come,
    key: `${from} ${to} ${stay.map(({ key }) => key).join('\u0000')}`,
    by: by ?? { author: '' },
    deletedWords: wordsOf(gone),
    insertedWords: wordsOf(stay),
  }
}

/** Whether two changes cannot both be made without somebody who decides: they touch the same words, or come to one place. */
export function overlap(one: Change, other: Change): boolean {
  if (Math.max(one.from, other.from) < Math.min(one.to, other.to)) return true
  const inside = (points: Iterable<number>, { from, to }: Change) =>
    [...points].some((point) => point > from && point < to)
  if (inside(one.inserted.keys(), other) || inside(other.inserted.keys(), one)) return true
  return [...one.inserted.keys()].some((point) => other.inserted.has(point))
}
