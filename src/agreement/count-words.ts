/** How many words a text has: runs of letters, digits and the marks on them. */
export function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}\p{M}]+/gu)?.length ?? 0
}
