/** Of that length: a clause, no whole paper. */
const longest = 4_000

/**
 * A reading that remembers what it found in words: sentences and clauses recur, in one paper from rule to rule and in a
 * batch from draft to draft.
 *
 * @param read sees nothing but the words, and what it finds is never changed: it is handed out again
 * @param most different words that are remembered; the oldest are forgotten first
 */
export function remembered<Words extends readonly string[], Found>(
  read: (...words: Words) => Found,
  most = 2_000,
): (...words: Words) => Found {
  const found = new Map<string, Found>()
  return (...words) => {
    const key = words.length === 1 ? words[0]! : words.join('\0')
    if (key.length > longest) return read(...words)
    const known = found.get(key)
    if (known !== undefined || found.has(key)) return known as Found
    const now = read(...words)
    if (found.size === most) found.delete(found.keys().next().value!)
    found.set(key, now)
    return now
  }
}
