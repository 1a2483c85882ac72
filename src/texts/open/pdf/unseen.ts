import type { SourceMark } from '../../../agreement/index.ts'
import type { Area, Painted, PaintedText } from './painted.ts'

/** Smaller type than that cannot be read on paper (points). */
const SMALLEST = 1.5
/** What a scan covers of its page, at least: the words under it are what a program recognised. */
const WHOLE = 0.8

/**
 * Words that the text of a page has and a person does not see on it, each with the reason, words that a line strikes out,
 * and those in the tiles of a pattern. They are read as words; where the other text does not hide the same ones, the two
 * do not show the same.
 *
 * @param view what the page shows of its space
 * @param place what the page is called
 */
export function unseenWords(painted: Painted, view: Area, place: string): SourceMark[] {
  const scan = painted.areas.some(({ area, color }) => color === undefined && share(view, area) >= WHOLE)
  const told = painted.texts.flatMap((text) => {
    const why = reason(text, painted, view, scan)
    return why === undefined ? [] : [{ why, text: text.text.trim() }]
  })
  return [
    ...together(told).map(({ why, text }) => mark('unseen', why, text, place)),
    ...painted.texts
      .filter((text) => painted.lines.some((line) => strikes(line, text)))
      .map(({ text }) => mark('struck', 'struck out by a line', text.trim(), place)),
    ...[...new Set(painted.tiled)].map((text) => mark('unseen', 'in the tiles of a pattern', text, place)),
  ]
}

/** Why a person does not see a run of signs; undefined where it is seen. */
function reason(text: PaintedText, { areas }: Painted, view: Area, scan: boolean): string | undefined {
  const { area, clip, color, inked, off, after } = text
  if (off) return 'in a layer that is off'
  if (!holds(view, area)) return 'outside the page'
  if (area[3] - area[1] < SMALLEST * 0.7 && area[2] - area[0] < SMALLEST * 0.7 * text.text.length)
    return 'too small to read'
  // A scan has the words that were recognised in it, unseen, under or over its picture.
  if (scan) return undefined
  if (!inked) return 'without ink'
  if (!holds(clip, area)) return 'outside what is painted'
  if (areas.some((over, at) => at >= after && over.hides && share(area, over.area) > 0.8)) return 'covered'
  const under = areas.findLast((one, at) => at < after && share(area, one.area) > 0.5)
  const ground = under ? under.color : '#ffffff'
  if (color !== undefined && ground !== undefined && isNear(color, ground))
    return 'in the color of the ground'
  return undefined
}

/** Neighbours with one reason are one passage, however a program cuts its lines. */
function together(told: readonly { why: string; text: string }[]): { why: string; text: string }[] {
  const passages: { why: string; text: string }[] = []
  for (const one of told) {
    const last = passages.at(-1)
    if (last?.why === one.why) last.text += ` ${one.text}`
    else passages.push({ ...one })
  }
  return passages
}

function mark(kind: string, why: string, text: string, place: string): SourceMark {
  const words = text.replace(/\s+/g, ' ')
  const shown = words.length > 80 ? `${words.slice(0, 79)}…` : words
  return {
    kind,
    within: '',
    at: `${why} ${words.replaceAll(' ', '')}`,
    place: `“${shown}” ${why}, ${place}`,
  }
}

/** Whether the middle of an area stands in another. */
function holds([left, foot, right, top]: Area, inner: Area): boolean {
  const [x, y] = [(inner[0] + inner[2]) / 2, (inner[1] + inner[3]) / 2]
  return x >= left && x <= right && y >= foot && y <= top
}

/** How much of an area another covers, from 0 to 1. */
function share(area: Area, over: Area): number {
  const width = Math.min(area[2], over[2]) - Math.max(area[0], over[0])
  const height = Math.min(area[3], over[3]) - Math.max(area[1], over[1])
  const whole = (area[2] - area[0]) * (area[3] - area[1])
  return width <= 0 || height <= 0 || whole <= 0 ? 0 : (width * height) / whole
}

/** Whether a line runs through the middle of words, along most of them. */
function strikes([left, foot, right, top]: Area, { area, text }: PaintedText): boolean {
  const height = area[3] - area[1]
  if (top - foot > height * 0.35 || text.trim().length < 2) return false
  const middle = (foot + top) / 2
  if (middle < area[1] + height * 0.2 || middle > area[3] - height * 0.2) return false
  return Math.min(right, area[2]) - Math.max(left, area[0]) > (area[2] - area[0]) * 0.4
}

/** Whether two colors can hardly be told apart. */
function isNear(one: string, other: string): boolean {
  const parts = (color: string) => [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16))
  const [a, b] = [parts(one), parts(other)]
  return a.every((value, at) => Math.abs(value - b[at]!) <= 20)
}
