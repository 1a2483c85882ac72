/** Stands for an object in a trace of what was deleted. */
export const OBJECT = '\ue000'

/** Words, signs that stand alone, and white space. Figures keep their points and commas: `1,000.50`. */
export const PIECES =
  /\d+(?:[.,:]\d+)+[^\s,.;:()[\]“”"‘\ue000-]*|[^\s,.;:()[\]“”"‘\ue000-]+|[,.;:()[\]“”"‘\ue000-]|\s+/gu

/** The words and signs of some characters, without white space. */
export function cutWords(text: string): string[] {
  return (text.match(PIECES) ?? []).filter((piece) => !/^\s/u.test(piece))
}
