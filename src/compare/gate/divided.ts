import type { GateSide } from './side.ts'
import type { GateWord } from './words.ts'

/**
 * Settles the words that a PDF divides at a line's end by what the other side writes: `licen-⏎see` is `licensee` where
 * that stands there, and `re-⏎sign` is `re-sign` where nothing but that does. Where both stand there, the words around
 * it say which.
 */
export function settleDivided(side: GateSide, other: GateSide): void {
  const all = [...side.blocks.flatMap(({ words }) => words), ...side.stories.flatMap(({ words }) => words)]
  if (!all.some(({ divided }) => divided)) return
  const known = wordsOf(other)
  const settle = (words: GateWord[]) =>
    words.flatMap((word, at) => {
      if (!word.divided) return [word]
      const { joined, parts } = word.divided
      const hyphened = [parts[0], '-', parts[1]]
      const whole = known.whole.has(joined)
      const apart = known.apart.has(hyphened.join(' '))
      const before = words[at - 1]?.key
      const next = words[at + 1]?.key
      if (!apart || (whole && !known.around.has([before, ...hyphened, next].join(' '))))
        return whole ? [{ ...word, key: joined }] : split(word)
      return split(word)
    })
  for (const block of side.blocks) block.words = settle(block.words)
  for (const story of side.stories) story.words = settle(story.words)
  side.words = side.blocks.flatMap(({ words }) => words)
}

/** The two halves and the hyphen between them, as three words. */
function split(word: GateWord): GateWord[] {
  const { divided, ...plain } = word
  if (!divided) return [word]
  const size = word.text.length - divided.parts[1].length
  const hyphen = word.text.charAt(size - 1)
  const first = /[-\u2010\u00ad]/.test(hyphen) ? word.text.slice(0, size - 1) : word.text.slice(0, size)
  return [
    { ...plain, text: first, key: divided.parts[0] },
    { ...plain, text: '-', key: '-' },
    { ...plain, text: word.text.slice(size), key: divided.parts[1] },
  ]
}

function wordsOf({ blocks, stories }: GateSide) {
  const whole = new Set<string>()
  const apart = new Set<string>()
  const around = new Set<string>()
  for (const words of [...blocks, ...stories].map((one) => one.words)) {
    for (const [at, { key, divided }] of words.entries()) {
      whole.add(key)
      if (divided) whole.add(divided.joined)
      if (words[at + 1]?.key !== '-' || !words[at + 2]) continue
      apart.add(`${key} - ${words[at + 2]!.key}`)
      around.add([words[at - 1]?.key, key, '-', words[at + 2]!.key, words[at + 3]?.key].join(' '))
    }
  }
  return { whole, apart, around }
}
