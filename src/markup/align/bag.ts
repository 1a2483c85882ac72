import type { Token } from '../tokens/types.ts'

/** The words and objects of a block, sorted: what is counted where blocks are paired. */
export interface Bag {
  words: readonly number[]
}

/** Numbers for words, the same for the same word in all bags of a comparison. */
export type Numbers = Map<string, number>

/** The bag of some tokens: white space, signs and ends of paragraphs say too little. */
export function bagOf(tokens: Iterable<Token>, numbers: Numbers): Bag {
  const words: number[] = []
  for (const { kind, key } of tokens) {
    if (kind === 'space' || kind === 'end' || (kind === 'word' && isSign(key))) continue
    let number = numbers.get(key)
    if (number === undefined) {
      number = numbers.size
      numbers.set(key, number)
    }
    words.push(number)
  }
  return { words: words.sort((a, b) => a - b) }
}

/** How many words two bags share. */
export function shared({ words: one }: Bag, { words: other }: Bag): number {
  let count = 0
  let [a, b] = [0, 0]
  while (a < one.length && b < other.length) {
    const difference = one[a]! - other[b]!
    if (difference === 0) count += 1
    if (difference <= 0) a += 1
    if (difference >= 0) b += 1
  }
  return count
}

/** The words of a bag that another lacks. */
export function without({ words: one }: Bag, { words: other }: Bag): Bag {
  const words: number[] = []
  let b = 0
  for (const word of one) {
    while (b < other.length && other[b]! < word) b += 1
    if (other[b] === word) b += 1
    else words.push(word)
  }
  return { words }
}

function isSign(key: string): boolean {
  return !/[\p{L}\p{N}]/u.test(key)
}
