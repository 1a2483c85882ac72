import type { Agreement } from './types.ts'

/**
 * The agreements that one file holds: the first, and each that is attached behind a title of its own. Nothing is
 * lost: their clauses, joined, are the clauses of the whole.
 */
export function separateAgreements(agreement: Agreement): Agreement[] {
  const starts = agreement.children.flatMap(({ kind }, at) => (kind === 'title' && at > 0 ? [at] : []))
  return [0, ...starts].map((start, index) => {
    const children = agreement.children.slice(start, starts[index])
    return index === 0
      ? { ...agreement, children }
      : { ...agreement, title: children[0]!.text, children: children.map(unprefixed) }
  })
}

/** An attached agreement's paths carry its title as a prefix; on its own it needs none. */
function unprefixed<T extends { path: string; ordinal: string; items: { path: string }[]; children: T[] }>(
  clause: T,
): T {
  const bare = (path: string) => path.slice(path.indexOf('/') + 1)
  return {
    ...clause,
    path: bare(clause.path),
    ordinal: bare(clause.ordinal),
    items: clause.items.map((item) => ({ ...item, path: bare(item.path) })),
    children: clause.children.map(unprefixed),
  }
}
