/** What reaches from one part of a text into another: markup, definitions, pictures that are counted, and code, which may hold blank lines. */
const reaches = /<(?!br\s*\/?>|https?:|mailto:)|!\[|^ {0,3}\[[^\]]{1,200}\]:|^[ \t>]*(?:`{3}|~{3})/im
/** What begins at the margin behind a blank line, and goes on with nothing before it: no entry of a list, no quotation. */
const BREAK = /\n[ \t]*\r?\n(?=[^\s>+*-])(?!\d{1,9}[.)](?:[ \t]|$))/g

/**
 * Parts a long text where it can be read part by part with the same outcome: a reader of Markdown holds some thirty times
 * what it reads, all at once.
 *
 * @param most letters of a part, about
 * @returns the text alone where it is short, or where anything in it may reach further
 */
export function partsOf(text: string, most = 200_000): string[] {
  if (text.length <= most || reaches.test(text)) return [text]
  const parts: string[] = []
  let from = 0
  for (const { index, 0: gap } of text.matchAll(BREAK)) {
    const to = index + gap.length
    if (to - from < most) continue
    parts.push(text.slice(from, to))
    from = to
  }
  return [...parts, text.slice(from)]
}
