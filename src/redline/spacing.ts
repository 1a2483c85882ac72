/** Whether a space stands between two neighbouring characters of a sentence. */
export function spaceBetween(left: string | undefined, right: string | undefined): boolean {
  if (left === undefined || right === undefined) return false
  if (/\s/.test(left) || /\s/.test(right)) return false
  return !/[([{“‘\-–—/]/.test(left) && !/[,.;:!?)\]}”’%\-–—/]/.test(right)
}

/** Whether words lean on the word before them: `, as amended`, `.`. */
export function leansLeft(words: string): boolean {
  return /^[,.;:!?)\]}”’]/.test(words)
}
