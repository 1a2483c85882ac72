import { type Level, levelsDown } from '../../library/index.ts'
import { likeness } from '../../texts/nearness.ts'
import { alignParagraphs } from '../read/align.ts'
import { plain, wordsOf } from '../read/fold.ts'
import type { Line, Point } from '../types.ts'

/** Where a point stands in what is sent. */
export interface Located {
  point: Point
  /** The level whose words they are; `other` where somebody wrote them anew. */
  level: Level | 'other'
  /** Its paragraphs in their order. */
  lines: { line: Line; heading: boolean }[]
}

/** As like as this, words are those of a level with blanks filled in; below, they are somebody's own. */
const FILLED = 0.85

/**
 * Finds the points in a file by their words: at the level that was asked for, else at the one that they are most like.
 *
 * @returns the points that were found, and those that were not
 */
export function locatePoints(
  points: readonly Point[],
  lines: readonly Line[],
): { located: Located[]; missing: Point[]; exact: number } {
  const tried = [
    points.map((point) => tryAt(point, point.asked)),
    ...levelsDown.map((level) => points.map((point) => tryAt(point, level))),
  ].map((all) => placed(all, lines))
  const located: Located[] = []
  const missing: Point[] = []
  let exact = 0
  points.forEach((point, at) => {
    const best = tried
      .flatMap((all) => all[at] ?? [])
      .reduce<Tried | undefined>((most, one) => (most && most.like >= one.like ? most : one), undefined)
    if (!best || best.lines.length === 0) missing.push(point)
    else {
      if (best.like > 0.999) exact += best.lines.length
      located.push({ point, level: best.like >= FILLED ? best.level : 'other', lines: best.lines })
    }
  })
  return { located, missing, exact }
}

interface Tried {
  level: Level
  texts: { text: string; heading: boolean }[]
  like: number
  lines: Located['lines']
}

function tryAt(point: Point, level: Level): Tried | undefined {
  const own = point.levels[level]
  return (
    own && { level, texts: own.map(({ text, heading = false }) => ({ text, heading })), like: 0, lines: [] }
  )
}

/** Words that several points have stand in one paragraph. */
function placed(tried: readonly (Tried | undefined)[], lines: readonly Line[]): (Tried | undefined)[] {
  const texts = [...new Set(tried.flatMap((one) => one?.texts.map(({ text }) => plain(text)) ?? []))]
  const found = alignParagraphs(
    texts.map((text) => [wordsOf(text)]),
    lines.map(({ now }) => [wordsOf(now)]),
  )
  const places = new Map(texts.map((text, at) => [text, found[at]]))
  return tried.map((one) => {
    if (!one) return undefined
    const pairs = one.texts.flatMap(({ text, heading }) => {
      const at = places.get(plain(text))
      return at === undefined ? [] : [{ text, line: lines[at]!, heading }]
    })
    // A heading alone is no point.
    if (pairs.every(({ heading }) => heading)) return { ...one, like: 0, lines: [] }
    const like = pairs.reduce((sum, { text, line }) => sum + likeness(wordsOf(text), wordsOf(line.now)), 0)
    return {
      ...one,
      like: like / one.texts.length,
      lines: pairs.map(({ line, heading }) => ({ line, heading })).sort((a, b) => a.line.at - b.line.at),
    }
  })
}
