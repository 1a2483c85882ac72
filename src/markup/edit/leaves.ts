import { branchOf, elementsOf, type ViewedParagraph, type XmlElement } from '../../ooxml/index.ts'
import { piecesRead } from './paragraphs.ts'

/** The smallest element of a paragraph that is kept or goes: a stretch of letters, a tab, a mark of a field, a picture. */
export interface Leaf {
  node: XmlElement
  /** The run that it stands in; none of an equation, or of a box's words. */
  run?: XmlElement
  /** The element that holds the run: the paragraph, a link, an insertion of somebody's. */
  parent: XmlElement
  /** Offsets of what it prints in the paragraph's words; the same where it prints nothing. */
  start: number
  end: number
  /** Characters of its own that stand before what it prints, where Word leaves them out. */
  lead: number
}

const gone = new Set(['w:del', 'w:moveFrom', 'w:pPr'])

/** The leaves of a paragraph in reading order; what somebody deleted is none. */
export function leavesOf(paragraph: ViewedParagraph): Leaf[] {
  const spans = spansOf(paragraph)
  const leaves: Leaf[] = []
  let at = 0
  const add = (node: XmlElement, parent: XmlElement, run?: XmlElement) => {
    const span = spans.get(node)
    if (span) at = span.end
    leaves.push({
      node,
      ...(run && { run }),
      parent,
      start: span?.start ?? at,
      end: span?.end ?? at,
      lead: span?.lead ?? 0,
    })
  }
  const visit = (parent: XmlElement) => {
    for (const node of elementsOf(parent)) {
      if (gone.has(node.name)) continue
      if (node.name === 'w:r') {
        for (const leaf of elementsOf(node)) if (leaf.name !== 'w:rPr') add(leaf, parent, node)
      } else if (node.name.startsWith('m:')) add(node, parent)
      else if (!node.name.endsWith('Pr')) {
        const inner = node.name === 'mc:AlternateContent' ? branchOf(node) : node
        if (inner) visit(inner)
      }
    }
  }
  for (const { node } of paragraph.sources) visit(node)
  return leaves
}

function spansOf(
  paragraph: ViewedParagraph,
): ReadonlyMap<XmlElement, { start: number; end: number; lead: number }> {
  const spans = new Map<XmlElement, { start: number; end: number; lead: number }>()
  let at = 0
  for (const { piece, text } of piecesRead(paragraph)) {
    const known = spans.get(piece.node)
    if (known) known.end = at + text.length
    else {
      const lead = piece.node.name === 'w:t' ? Math.max(0, lettersOf(piece.node).indexOf(text)) : 0
      spans.set(piece.node, { start: at, end: at + text.length, lead })
    }
    at += text.length
  }
  return spans
}

/** The letters of an element as they stand in the file. */
export function lettersOf({ children }: XmlElement): string {
  return children.map((node) => (node.type === 'text' ? node.text : '')).join('')
}
