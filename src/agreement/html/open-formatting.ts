/** Elements that HTML opens anew in every paragraph until somebody closes them (HTML Standard, 13.2.4.3). */
const formatting = /<(\/?)(b|big|code|em|font|i|nobr|s|small|strike|strong|tt|u)([\s/][^<>]*)?>/gi

/** So many of them are open at once on no page that somebody wrote. */
const most = 200

/**
 * A page of which a bounded number of such elements is open at a time. Where more are than on any page that somebody wrote, their
 * attributes become blanks, since HTML then keeps three that are alike; each new paragraph would open all of them otherwise, and
 * forty kilobytes take half a minute. Nothing changes its place.
 *
 * @param source the page, decoded
 */
export function withFewOpen(source: string): string {
  let open = 0
  let worst = 0
  for (const [, closes] of source.matchAll(formatting)) {
    open = Math.max(0, open + (closes ? -1 : 1))
    worst = Math.max(worst, open)
  }
  if (worst <= most) return source
  return source.replace(
    formatting,
    (_, closes: string, name: string, attributes = '') =>
      `<${closes}${name}${' '.repeat(attributes.length)}>`,
  )
}
