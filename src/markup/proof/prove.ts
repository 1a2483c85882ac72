import { elementsOf, type WordPackage, withTexts, type XmlElement } from '../../ooxml/index.ts'
import { pairHeaders } from '../headers.ts'
import { resolvedTexts } from '../resolve/file.ts'
import { type LookedParagraph, type LooksBreach, looksBreaches, looksIn } from './looks.ts'
import { outline, type Reading } from './outline.ts'
import { type RowBreach, rowBreaches } from './rows.ts'

/** A place where a redline does not give back one of its sides. */
export interface Breach {
  /** What was done with all its changes, and so which side it should be. */
  resolved: 'accept' | 'reject'
  story: 'body' | 'header' | 'footer'
  /** Line of the story, from 1: paragraphs, rows and cells, counted together. */
  line: number
  expected: string
  found: string
}

/** A {@link LooksBreach} of a redline of looks, and what was done with its changes. */
export type ResolvedLooks = LooksBreach & Pick<Breach, 'resolved'>

/** What a redline says resolved both ways. */
export interface Resolved {
  breaches: Breach[]
  /** Tracked rows that hold something that is not tracked. */
  rows: RowBreach[]
  /** Paragraphs whose looks do not come back, where looks are read. */
  looks: ResolvedLooks[]
  /** Lines of all stories, with everything accepted and rejected. */
  accepted: string[]
  rejected: string[]
}

/**
 * Resolves a redline both ways and compares what it says with both sides, story by story, notes and boxes with the
 * paragraph that they hang on: accepting all must give the right side and rejecting all the left, to the letter.
 *
 * @param left the left side, without tracked changes
 * @param right the right side, without
 * @param reading whether the results of cross-references and tables of contents are read (by default)
 */
export function proveRedline(
  redline: WordPackage,
  left: WordPackage,
  right: WordPackage,
  reading: Reading = { results: true },
): Resolved {
  const { pairs, added } = pairHeaders(left, right)
  const both = [...pairs.map((pair) => pair.right), ...added]
  const sides = {
    accept: sideLines(right, new Map(both.map((part) => [part, part])), reading),
    reject: sideLines(
      left,
      new Map([
        ...pairs.map((pair) => [pair.right, pair.left] as const),
        ...added.map((part) => [part, undefined] as const),
      ]),
      reading,
    ),
  }
  // What was read is given up as soon as it has told its lines: of long files no two stand in memory here.
  left.forget()
  right.forget()
  const rows = rowBreaches(redline)
  const texts = (['accept', 'reject'] as const).map((as) => [as, resolvedTexts(redline, { as })] as const)
  redline.forget()
  const breaches: Breach[] = []
  const looks: ResolvedLooks[] = []
  const [accepted = [], rejected = []] = texts.map(([as, changed]) => {
    const found = withTexts(redline, changed)
    const lines = stories(found, sides[as], as, breaches, reading)
    const wanted = sides[as].looks
    if (wanted)
      looks.push(
        ...looksBreaches(looksIn(found, bodyOf(found)), wanted).map((one) => ({ ...one, resolved: as })),
      )
    return lines
  })
  return { accepted, rejected, breaches, rows, looks }
}

/** The lines of a side: of its body, and of the header or footer that answers each of the redline's. */
interface SideLines {
  body: string[]
  /** By part of the redline; undefined where the side has none. */
  headers: ReadonlyMap<string, string[] | undefined>
  /** Of the body, where looks are read. */
  looks?: LookedParagraph[]
}

function sideLines(
  side: WordPackage,
  headers: ReadonlyMap<string, string | undefined>,
  reading: Reading,
): SideLines {
  const linesOf = (part: string) => outline(side, part, side.xml(part).root, reading)
  return {
    body: outline(side, side.main, bodyOf(side), reading),
    ...(reading.looks && { looks: looksIn(side, bodyOf(side)) }),
    headers: new Map([...headers].map(([part, own]) => [part, own === undefined ? own : linesOf(own)])),
  }
}

function stories(
  found: WordPackage,
  expected: SideLines,
  resolved: Breach['resolved'],
  breaches: Breach[],
  reading: Reading,
): string[] {
  const all: string[] = []
  const compare = (story: Breach['story'], one: string[], other: string[]) => {
    all.push(...one)
    const most = Math.max(one.length, other.length)
    for (let at = 0; at < most; at += 1) {
      if (one[at] === other[at]) continue
      breaches.push({ resolved, story, line: at + 1, expected: other[at] ?? '', found: one[at] ?? '' })
      return
    }
  }
  compare('body', outline(found, found.main, bodyOf(found), reading), expected.body)
  for (const [part, wanted] of expected.headers) {
    if (!found.has(part)) continue
    const lines = outline(found, part, found.xml(part).root, reading)
    // A header that the side does not have must be empty.
    compare(kindOf(part, found), lines, wanted ?? lines.map(() => ''))
  }
  return all
}

function kindOf(part: string, file: WordPackage): 'header' | 'footer' {
  return file.xml(part).root.name === 'w:ftr' ? 'footer' : 'header'
}

function bodyOf(file: WordPackage): XmlElement {
  const { root } = file.xml(file.main)
  return elementsOf(root, 'w:body')[0] ?? root
}
