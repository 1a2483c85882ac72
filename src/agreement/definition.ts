const TERM = '[“"]([^”"]{1,80})[”"]'
const DEFINITION = new RegExp(
  `^${TERM}(?:\\s*(?:,|or|and|and/or|, or|, and)\\s*${TERM})?(?:\\s*(?:,|or|and|, or|, and)\\s*${TERM})?\\s*(?:\\([^)]{0,120}\\)\\s*)?:?\\s*` +
    '(?:means?|shall mean|will mean|has the meaning|have the meanings?|refers? to|is defined|are defined|includes?|is|are)\\b',
)

/** The terms that a clause defines, in the order of its first words; none where it is no definition. */
export function definedTerms(text: string): string[] {
  if (text[0] !== '“' && text[0] !== '"') return []
  const found = DEFINITION.exec(text)
  return found ? [found[1], found[2], found[3]].filter((term) => term !== undefined) : []
}
