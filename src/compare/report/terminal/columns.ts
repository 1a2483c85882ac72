import { eastAsianWidth } from 'get-east-asian-width'

/**
 * Columns that words take in a terminal: two for a wide character, none for a mark on the one before. A picture made of
 * several characters counts them all, so that a line may come out short and never too long. (`string-width` counts it
 * right, and takes longer to load than a comparison takes to make.)
 */
export function columnsOf(text: string): number {
  if (isCounted(text)) return text.length
  let columns = 0
  for (const character of text) {
    if (/^[\p{M}\p{Cf}\p{Cc}]$/u.test(character)) continue
    columns += eastAsianWidth(character.codePointAt(0)!)
  }
  return columns
}

/** Whether words take as many columns as they have characters: whole paragraphs of English do. */
export function isCounted(text: string): boolean {
  return /^[\u0020-\u02ff\u2010-\u2027]*$/.test(text)
}
