/** Words as two programs write them alike: shapes of quotation marks, dashes and white space are one. */
export function folded(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, '')
    .replace(/[‘’‚‛′]/g, "'")
    .replace(/[“”„‟″]/g, '"')
    .replace(/[‐‑‒–—―−]/g, '-')
    .replace(/\s+/g, ' ')
    .trim()
}

/** Words without references and signs, by which wordings of ours are known whatever stands around them. */
export function plain(text: string): string {
  return folded(withoutReferences(text))
    .replace(/\b(?:Section|paragraph|Schedule)s?\b(?:[\s,;]|and\b|or\b|to\b|\d[\d.]*|\([a-z]+\))*/gi, ' ')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}$%●]+/gu, ' ')
    .trim()
}

/** The words of a text, for likeness. */
export function wordsOf(text: string): string[] {
  const words = plain(text)
  return words === '' ? [] : words.split(' ')
}

/**
 * Whether two texts say the same, whatever their cross-references show: a program that saves a file counts them anew, or
 * shows nothing where what they refer to is gone.
 */
export function sameText(one: string, other: string): boolean {
  return folded(one) === folded(other) || bare(one) === bare(other)
}

function bare(text: string): string {
  return folded(withoutReferences(text)).replace(/\s*([,.;:)])/g, '$1')
}

/** @see REFERENCE in lines.ts */
function withoutReferences(text: string): string {
  return text.replace(/\u2060[^\u2060]*\u2060/g, '')
}
