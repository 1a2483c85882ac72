/** A few words of a place, for a message. */
export function shown(words: string): string {
  const list = words.trim().split(/\s+/)
  return list.length <= 14 ? list.join(' ') : `${list.slice(0, 8).join(' ')} … ${list.slice(-4).join(' ')}`
}

/** Words as they are compared: small letters, no marks, single spaces. */
export function bare(words: string): string {
  return words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}$€£%]+/gu, ' ')
    .trim()
}
