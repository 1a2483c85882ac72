/** The sentences of a passage; a number's full stop, and that of a short word, ends none. */
export function sentencesOf(text: string): string[] {
  return text.split(/(?<=[.!?][”’)]?)\s+(?=[“‘(]?\p{Lu})/u).reduce<string[]>((sentences, part) => {
    const before = sentences.at(-1)
    if (before !== undefined && /(?:^|\s)(?:Inc|No|Nos|Ltd|Co|Corp|v|Sec|Art|e\.g|i\.e|U\.S)\.$/.test(before))
      sentences[sentences.length - 1] = `${before} ${part}`
    else sentences.push(part)
    return sentences
  }, [])
}

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
