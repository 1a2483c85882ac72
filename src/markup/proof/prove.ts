import { elementsOf, openPackage, type WordPackage, type XmlElement } from '../../ooxml/index.ts'
import { pairHeaders } from '../headers.ts'
import { resolvePackage } from '../resolve/file.ts'
import { outline, type Reading } from './outline.ts'

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

/** What a redline says resolved both ways. */
export interface Resolved {
  breaches: Breach[]
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
  const breaches: Breach[] = []
  const { pairs, added } = pairHeaders(left, right)
  const both = [...pairs.map((pair) => pair.right), ...added]
  const beside = [
    ...pairs.map((pair) => [pair.right, pair.left] as const),
    ...added.map((part) => [part, ''] as const),
  ]
  // One after the other, so that the first is forgotten when the second is read.
  const resolved = (as: Breach['resolved']) => openPackage(resolvePackage(redline, { as }))
  const accepted = stories(
    resolved('accept'),
    right,
    'accept',
    new Map(both.map((part) => [part, part])),
    breaches,
    reading,
  )
  const rejected = stories(resolved('reject'), left, 'reject', new Map(beside), breaches, reading)
  return { accepted, rejected, breaches }
}

function stories(
  found: WordPackage,
  expected: WordPackage,
  resolved: Breach['resolved'],
  headers: ReadonlyMap<string, string>,
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
  compare(
    'body',
    outline(found, found.main, bodyOf(found), reading),
    outline(expected, expected.main, bodyOf(expected), reading),
  )
  for (const [part, other] of headers) {
    if (!found.has(part)) continue
    const lines = outline(found, part, found.xml(part).root, reading)
    // A header that the side does not have must be empty.
    const wanted =
      other === '' ? lines.map(() => '') : outline(expected, other, expected.xml(other).root, reading)
    compare(kindOf(part, found), lines, wanted)
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
