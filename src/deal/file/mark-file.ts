import {
  child,
  elementsOf,
  encodePart,
  openPackage,
  type Splice,
  splice,
  writePackage,
  type XmlElement,
} from '../../ooxml/index.ts'
import { digestOf } from '../digest.ts'
import { markOf } from '../mark.ts'
import type { Located } from '../point/locate.ts'
import { readLines } from '../read/lines.ts'
import type { Mark } from '../types.ts'

/** Whose marks they are. */
export interface Marking {
  key: string
  deal: string
  round: number
}

/**
 * Puts a hidden bookmark around every paragraph of the points; of marks that an earlier round left, none stays.
 *
 * @param bytes of the file in which the points were located
 * @returns the file, and what each mark stands for
 */
export function markFile(
  bytes: Uint8Array,
  located: readonly Pick<Located, 'point' | 'level' | 'lines'>[],
  { key, deal, round }: Marking,
): { bytes: Uint8Array; marks: Mark[] } {
  const { lines } = readLines(bytes)
  const file = openPackage(bytes)
  const part = file.xml(file.main)
  const nodes = bodyParagraphs(part.root)
  const marks: Mark[] = []
  const splices: Splice[] = [...oldMarks(part.root)]
  let id = lastId(part.root)
  for (const { point, level, lines: own } of located) {
    own.forEach(({ line, heading }, paragraph) => {
      const name = markOf(key, { deal, point: point.id, round, paragraph })
      const { section, now, original } = lines[line.at]!
      marks.push({
        mark: name,
        point: point.id,
        level,
        section,
        paragraph: line.at,
        ...(heading && { heading: true as const }),
        words: digestOf(now),
        before: digestOf(original),
      })
      const node = nodes[line.at]!
      if (node.innerStart === node.end) return
      id += 1
      const w = /^<([\w.-]+:)?p\b/.exec(part.text.slice(node.start, node.innerStart))?.[1] ?? 'w:'
      const at = child(node, 'w:pPr')?.end ?? node.innerStart
      splices.push(
        { start: at, end: at, text: `<${w}bookmarkStart ${w}id="${id}" ${w}name="${name}"/>` },
        { start: node.innerEnd, end: node.innerEnd, text: `<${w}bookmarkEnd ${w}id="${id}"/>` },
      )
    })
  }
  const text = splice(part.text, splices)
  return { bytes: writePackage(file, new Map([[part.name, encodePart({ ...part, text })]])), marks }
}

/** The paragraphs of the body as `readLines` numbers them: those of tables among them, those of boxes not. */
function bodyParagraphs(root: XmlElement): XmlElement[] {
  const body = elementsOf(root, 'w:body')[0]
  const found: XmlElement[] = []
  const visit = (node: XmlElement) => {
    for (const one of elementsOf(node)) {
      if (one.name === 'w:p') found.push(one)
      else visit(one)
    }
  }
  if (body) visit(body)
  return found
}

function lastId(root: XmlElement): number {
  let last = 0
  const visit = (node: XmlElement) => {
    const id = Number(node.attributes['w:id'])
    if (node.name.startsWith('w:bookmark') && Number.isInteger(id) && id > last) last = id
    elementsOf(node).forEach(visit)
  }
  visit(root)
  return last
}

function oldMarks(root: XmlElement): Splice[] {
  const ids = new Set<string>()
  const splices: Splice[] = []
  const visit = (node: XmlElement) => {
    for (const one of elementsOf(node)) {
      const id = one.attributes['w:id'] ?? ''
      const starts =
        one.name === 'w:bookmarkStart' && /^_cb[0-9a-f]{12}$/i.test(one.attributes['w:name'] ?? '')
      if (starts) ids.add(id)
      if (starts || (one.name === 'w:bookmarkEnd' && ids.has(id)))
        splices.push({ start: one.start, end: one.end, text: '' })
      visit(one)
    }
  }
  visit(root)
  return splices
}
