import { remembered } from './remembered.ts'

/** The sentences of a passage; a number's full stop, and that of a short word, ends none. */
export const sentencesOf: (text: string) => readonly string[] = remembered((text: string) =>
  text.split(/(?<=[.!?][”’)]?)\s+(?=[“‘(]?\p{Lu})/u).reduce<string[]>((sentences, part) => {
    const before = sentences.at(-1)
    if (before !== undefined && /(?:^|\s)(?:Inc|No|Nos|Ltd|Co|Corp|v|Sec|Art|e\.g|i\.e|U\.S)\.$/.test(before))
      sentences[sentences.length - 1] = `${before} ${part}`
    else sentences.push(part)
    return sentences
  }, []),
)
