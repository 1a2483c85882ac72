import type { StoryKind } from '../../agreement/index.ts'
import { type Matched, matchWords, stretch } from './match.ts'
import type { GateSide, GateStory } from './side.ts'
import type { GateWord } from './words.ts'

/** What of two sides' stories beside the body answers each other, and what is left of each. */
export interface Beside {
  matched: Matched[]
  left: { agreed: GateStory[]; toSign: GateStory[] }
}

const classes: Partial<Record<StoryKind, string>> = {
  headers: 'page',
  footers: 'page',
  footnotes: 'note',
  endnotes: 'note',
  boxes: 'box',
}

/** Pairs notes, headers and boxes by their words. */
export function pairStories(agreed: GateSide, toSign: GateSide): Beside {
  const printed = ({ stories, document }: GateSide, other: GateSide) =>
    once(
      stories.filter(
        ({ kind, name }) =>
          classes[kind] !== undefined &&
          // What only who does not see a picture is told is printed nowhere, nor does a line between notes answer a line.
          (document.format === other.document.format ||
            !/^(?:Picture|Words for table) \d|\(separator\)$/.test(name)),
      ),
    )
  const others = printed(toSign, agreed)
  const taken = new Set<GateStory>()
  const matched: Matched[] = []
  const left: GateStory[] = []
  for (const story of printed(agreed, toSign)) {
    let found: { other: GateStory; matched: Matched } | undefined
    for (const other of others) {
      if (taken.has(other) || classes[other.kind] !== classes[story.kind]) continue
      const same =
        matchWords(story.words, other.words) ??
        // A page's number that stands apart on its line is left out of a PDF with the words around it.
        matchWords(withoutPages(story.words), withoutPages(other.words))
      if (same && (!found || same.fills.length < found.matched.fills.length)) found = { other, matched: same }
    }
    if (found) {
      taken.add(found.other)
      matched.push(found.matched)
    } else left.push(story)
  }
  return {
    matched,
    left: {
      agreed: left.filter((story) => !isPageNumber(story, toSign)),
      toSign: others.filter((story) => !taken.has(story) && !isPageNumber(story, agreed)),
    },
  }
}

const OF_PAGES = /^(?:page|p|seite|no|of|von|sur|de|[-–—|•/.])$/i

/** Words without the number of the page and what belongs to it: `Page 2 of 9`. */
function withoutPages(words: readonly GateWord[]): GateWord[] {
  const out = new Set<number>()
  for (const [at, { page }] of words.entries()) {
    if (!page) continue
    out.add(at)
    for (let one = at - 1; one >= 0 && OF_PAGES.test(words[one]!.key); one -= 1) out.add(one)
  }
  return words.filter((_, at) => !out.has(at))
}

/** The same head on the pages of several sections is one. */
function once(stories: readonly GateStory[]): GateStory[] {
  const known = new Set<string>()
  return stories.filter(({ kind, words }) => {
    if (classes[kind] !== 'page') return true
    const key = words.map((word) => word.key).join(' ')
    if (known.has(key)) return false
    known.add(key)
    return true
  })
}

/** Whether nothing but the number of the page stands there, where the other side leaves these out. */
function isPageNumber({ kind, words }: GateStory, { document }: GateSide): boolean {
  return (
    classes[kind] === 'page' &&
    words.some(({ page }) => page) &&
    document.leftOut.some((one) => one.kind === 'page-number') &&
    words.every(({ page, key }) => page || OF_PAGES.test(key))
  )
}

/** A change between two bodies, by the places of its words. */
export interface Change {
  left: [from: number, end: number]
  right: [from: number, end: number]
}

/**
 * Takes out of a body the stories of the other side that are printed in it: a header on a single page, notes at the end of
 * a file, a box. They stand there as whole paragraphs.
 *
 * @param runs stretches of the body that the other body has not
 * @returns the words that are left, and the stories that were not found
 */
export function withoutStories(
  words: readonly GateWord[],
  runs: readonly (readonly [from: number, end: number])[],
  stories: readonly GateStory[],
): { words: GateWord[]; left: GateStory[] } {
  const out = new Set<number>()
  const found = new Set<GateStory>()
  for (const run of runs) {
    for (const [from, end] of slides(words, run)) {
      const own = told(words.slice(from, end), stories, found)
      if (!own || !isWhole(words, from, end)) continue
      for (const story of own) found.add(story)
      for (let at = from; at < end; at += 1) out.add(at)
      break
    }
  }
  return {
    words: words.filter((_, at) => !out.has(at)),
    left: stories.filter((story) => !found.has(story)),
  }
}

/** The same run at the places where it may as well begin: `B A` between `A` and `C` is `A B`. */
function slides(words: readonly GateWord[], [from, end]: readonly [number, number]): [number, number][] {
  const places: [number, number][] = [[from, end]]
  for (
    let [at, to] = [from, end];
    at > 0 && words[at - 1]!.key === words[to - 1]!.key && places.length < 400;
  ) {
    at -= 1
    to -= 1
    places.push([at, to])
  }
  for (
    let [at, to] = [from, end];
    to < words.length && words[at]!.key === words[to]!.key && places.length < 800;
  ) {
    at += 1
    to += 1
    places.push([at, to])
  }
  return places
}

/** The stories that words are, one after the other; heads of pages may come again. */
function told(
  words: readonly GateWord[],
  stories: readonly GateStory[],
  before: ReadonlySet<GateStory>,
): GateStory[] | undefined {
  const found: GateStory[] = []
  let at = 0
  while (at < words.length) {
    let best: { story: GateStory; end: number } | undefined
    for (const story of stories) {
      if (classes[story.kind] !== 'page' && (before.has(story) || found.includes(story))) continue
      const own =
        stretch(story.words, words, at) ??
        (classes[story.kind] === 'note' && /^(?:\d{1,3}|[⁰¹²³⁴-⁹]{1,3})$/.test(words[at]!.key)
          ? stretch(story.words, words, words[at + 1]?.key === '.' ? at + 2 : at + 1)
          : undefined)
      if (own && own.end > at && (!best || own.end > best.end)) best = { story, end: own.end }
    }
    if (!best) return undefined
    found.push(best.story)
    at = best.end
  }
  return found
}

function isWhole(words: readonly GateWord[], from: number, end: number): boolean {
  return words[from - 1]?.block !== words[from]?.block && words[end]?.block !== words[end - 1]?.block
}
