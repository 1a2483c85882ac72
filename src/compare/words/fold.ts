const LETTERS: Readonly<Record<string, string>> = { ﬀ: 'ff', ﬁ: 'fi', ﬂ: 'fl', ﬃ: 'ffi', ﬄ: 'ffl' }

/**
 * A word without its typography: case, curly quotes, kinds of hyphen, ligatures, invisible signs. Superscripts stay
 * what they are: `10²` is not `102`.
 */
export function fold(word: string): string {
  // Most words are plain: the slow way is for the others alone.
  if (/^[\x20-\x7e]*$/.test(word)) return word.toLowerCase()
  return word
    .normalize('NFC')
    .replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, '')
    .replace(/[‘’‛′]/g, "'")
    .replace(/[“”„‟″«»]/g, '"')
    .replace(/[‐‑‒–—−]/g, '-')
    .replace(/[ﬀ-ﬄ]/g, (letter) => LETTERS[letter] ?? letter)
    .toLowerCase()
}
