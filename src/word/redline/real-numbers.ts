import type { INumberingOptions } from 'docx'
import type { MarkedClause } from '../../redline/index.ts'
import { levelIndent } from '../style/agreement-styles.ts'
import type { ListNumber } from '../tracked/types.ts'

/** Deepest level of a list in Word, counted from 0 (ECMA-376 part 1, 17.9.3). */
const DEEPEST = 8

/** The lists of a redline that Word can count by itself, and the number of each clause in them, by its place. */
export interface RealNumbers {
  numbers: Map<number, ListNumber>
  config: INumberingOptions['config'][number][]
}

/** Clauses side by side below one clause. */
interface List {
  depth: number
  places: number[]
}

/**
 * Which printed numbers Word counts to by itself: those of a list whose numbers follow each other before the changes and
 * after them alike. Every other list keeps its numbers as words, since a number that Word counts anew is no longer the
 * agreement's.
 */
export function realNumbers(clauses: readonly MarkedClause[]): RealNumbers {
  const lists = listsIn(clauses)
  const numbers = new Map<number, ListNumber>()
  const config: RealNumbers['config'] = []
  const counted = lists.flatMap((list) => {
    const found = countOf(list, clauses)
    return found ? [{ list, found }] : []
  })
  const joined = lastJoined(clauses)
  const listOf = (place: number) => counted.find(({ found }) => found.places.includes(place))
  // The end that the last paragraphs share takes its number with it: both are of one list, or neither is counted.
  const [left, right] = joined === undefined ? [] : joined.map(listOf)
  const apart = left === right ? [] : [left, right]
  for (const one of counted) {
    if (apart.includes(one)) continue
    const { format, text, start, places } = one.found
    const level = Math.min(one.list.depth, DEEPEST)
    const reference = `agreement-${config.length + 1}`
    config.push({
      reference,
      levels: [
        {
          level,
          format,
          text: text(`%${level + 1}`),
          start,
          alignment: 'left',
          style: { paragraph: { indent: levelIndent(one.list.depth) } },
        },
      ],
    })
    for (const place of places) numbers.set(place, { reference, level })
  }
  return { numbers, config }
}

function listsIn(clauses: readonly MarkedClause[]): List[] {
  const lists: List[] = []
  /** The list that is open at each depth. */
  const open: List[] = []
  clauses.forEach(({ depth }, place) => {
    open.length = Math.min(open.length, depth + 1)
    const list = open[depth] ?? { depth, places: [] }
    if (open[depth] === undefined) lists.push(list)
    open[depth] = list
    list.places.push(place)
  })
  return lists
}

/** The clause before those that come or go at the end, and the last of them, whose ends Word has for one. */
function lastJoined(clauses: readonly MarkedClause[]): [number, number] | undefined {
  const last = clauses.length - 1
  const { added = false, deleted = false } = clauses[last] ?? {}
  if (!added && !deleted) return undefined
  const before = clauses.findLastIndex((one) => one.added !== added || one.deleted !== deleted)
  return before < 0 ? undefined : [before, last]
}

interface Count {
  format: Format
  text: (number: string) => string
  start: number
  places: number[]
}

type Format = (typeof formats)[number]['format']

const LETTERS = 'abcdefghijklmnopqrstuvwxyz'
const ROMANS = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii', 'xiii', 'xiv', 'xv']

/** How Word counts, and the number that some words are in each way; 0 where they are none. */
const formats = [
  { format: 'decimal', countedBy: (part: string) => (/^[1-9]\d{0,3}$/.test(part) ? Number(part) : 0) },
  { format: 'lowerRoman', countedBy: (part: string) => ROMANS.indexOf(part) + 1 },
  {
    format: 'upperRoman',
    countedBy: (part: string) => ROMANS.map((one) => one.toUpperCase()).indexOf(part) + 1,
  },
  { format: 'lowerLetter', countedBy: (part: string) => (part.length === 1 ? LETTERS.indexOf(part) + 1 : 0) },
  {
    format: 'upperLetter',
    countedBy: (part: string) => (part.length === 1 ? LETTERS.toUpperCase().indexOf(part) + 1 : 0),
  },
] as const

const LABEL = /^(\(?)([0-9]+|[a-z]+|[A-Z]+)([.)]{1,2})$/

/** How the numbers of a list count, where they do on both sides; a clause added between two (`2A`) is none of them. */
function countOf({ places }: List, clauses: readonly MarkedClause[]): Count | undefined {
  const own = places.flatMap((place) => {
    const clause = clauses[place]!
    if (clause.label === '') return []
    const [, open = '', part = '', close = ''] = LABEL.exec(clause.label) ?? []
    return part === '' && clause.added
      ? []
      : [{ place, clause, dress: `${open} ${close}`, open, part, close }]
  })
  const first = own[0]
  if (!first || own.some(({ part, dress }) => part === '' || dress !== first.dress)) return undefined
  const ways = formats.flatMap(({ format, countedBy }) => {
    const values = own.map((one) => ({ ...one, value: countedBy(one.part) }))
    const start = values[0]!.value
    const follows = (side: typeof values) => side.every(({ value }, at) => value === start + at)
    const before = values.filter(({ clause }) => !clause.added)
    const after = values.filter(({ clause }) => !clause.deleted)
    return start > 0 && follows(before) && follows(after) ? [{ format, start }] : []
  })
  const way = ways.sort((a, b) => a.start - b.start)[0]
  if (!way) return undefined
  return {
    ...way,
    text: (number) => `${first.open}${number}${first.close}`,
    places: own.map(({ place }) => place),
  }
}
