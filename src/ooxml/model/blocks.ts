import { paragraphProperties } from '../style/paragraph-properties.ts'
import type { XmlElement } from '../xml/types.ts'
import { branchOf, child, elementsOf, onOff } from '../xml/walk.ts'
import { contentOf, controlOf } from './control.ts'
import { drawingReader, type ReadDrawing } from './drawing.ts'
import { readPieces } from './pieces.ts'
import { type Around, ownStory, type Place } from './reading.ts'
import { formatChangeIn, marksIn, revisionOf, untracked } from './revisions.ts'
import { readTable } from './table.ts'
import type { Block, Paragraph } from './types.ts'

/**
 * Reads the blocks of a story, through everything that wraps them.
 *
 * @param node body, header, note, comment, cell or box
 */
export function readBlocks(
  node: XmlElement,
  place: Place,
  around: Around = { revisions: untracked, control: undefined },
): Block[] {
  const blocks: Block[] = []
  visitBlocks(elementsOf(node), place, around, blocks)
  return blocks
}

const drawing: ReadDrawing = drawingReader((content, place) => readBlocks(content, ownStory(place)))

function visitBlocks(nodes: readonly XmlElement[], place: Place, around: Around, blocks: Block[]): void {
  let loose: XmlElement[] = []
  const close = () => {
    // Runs that a file leaves outside paragraphs are a paragraph.
    if (loose.length > 0) blocks.push(looseParagraph(loose, place, around))
    loose = []
  }
  for (const node of nodes) {
    if (isInline(node)) {
      loose.push(node)
      continue
    }
    close()
    visitBlock(node, place, around, blocks)
  }
  close()
}

function visitBlock(node: XmlElement, place: Place, around: Around, blocks: Block[]): void {
  if (node.name === 'w:p') {
    blocks.push(readParagraph(node, place, around))
    return
  }
  if (node.name === 'w:tbl') {
    blocks.push(readTable(node, place, around, readBlocks))
    return
  }
  if (node.name === 'w:altChunk') {
    blocks.push(chunkOf(node, place, around))
    return
  }
  if (node.name === 'w:sectPr' || node.name.endsWith('Pr')) return
  if (node.name === 'mc:AlternateContent') {
    visitBlocks(elementsOf(branchOf(node)), place, around, blocks)
    return
  }
  const revision = revisionOf(node)
  if (revision) place.reading.tracked = true
  const control = controlOf(node, around.control)
  const inner = {
    revisions: revision ? [...around.revisions, revision] : around.revisions,
    control: control ?? around.control,
  }
  visitBlocks(contentOf(node), place, inner, blocks)
}

const INLINE = new Set([
  'w:r',
  'w:hyperlink',
  'w:fldSimple',
  'w:subDoc',
  'm:oMath',
  'm:oMathPara',
  'w:t',
  'w:delText',
])

function isInline({ name }: XmlElement): boolean {
  return INLINE.has(name)
}

function readParagraph(node: XmlElement, place: Place, { revisions, control }: Around): Paragraph {
  const { reading } = place
  const own = child(node, 'w:pPr')
  const properties = paragraphProperties(own, reading.styles, reading.levelOfStyle)
  const runs = reading.runs(properties.style)
  const paragraph: Paragraph = {
    type: 'paragraph',
    node,
    pieces: [],
    properties,
    mark: { revisions, hidden: false, endsSection: false },
    revisions,
  }
  if (control) paragraph.control = control
  if (own) readOwn(own, paragraph, place)
  readPieces(elementsOf(node), { place, runs, drawing, pieces: paragraph.pieces }, revisions, control)
  return paragraph
}

/** What a paragraph's own properties say of its end and its past. */
function readOwn(own: XmlElement, paragraph: Paragraph, { reading }: Place): void {
  paragraph.mark.endsSection = child(own, 'w:sectPr') !== undefined
  const mark = child(own, 'w:rPr')
  if (mark) {
    paragraph.mark = {
      ...paragraph.mark,
      revisions: marksIn(mark, paragraph.revisions),
      hidden: onOff(mark, 'w:vanish') ?? onOff(mark, 'w:specVanish') ?? false,
    }
    if (paragraph.mark.revisions.length > paragraph.revisions.length) reading.tracked = true
  }
  const change = formatChangeIn(own, 'w:pPrChange')
  if (change) {
    paragraph.change = change
    paragraph.before = paragraphProperties(child(change.node, 'w:pPr'), reading.styles, reading.levelOfStyle)
  } else if (child(child(own, 'w:numPr'), 'w:ins')) {
    const { list: _, ...before } = paragraph.properties
    paragraph.before = before
  }
}

function looseParagraph(nodes: XmlElement[], place: Place, { revisions, control }: Around): Paragraph {
  const runs = place.reading.runs(undefined)
  const paragraph: Paragraph = {
    type: 'paragraph',
    node: nodes[0]!,
    pieces: [],
    properties: {},
    mark: { revisions, hidden: false, endsSection: false },
    revisions,
  }
  readPieces(nodes, { place, runs, drawing, pieces: paragraph.pieces }, revisions, control)
  return paragraph
}

function chunkOf(node: XmlElement, place: Place, { revisions, control }: Around): Block {
  const relationship = place.relationships.get(node.attributes['r:id'] ?? '')
  return {
    type: 'chunk',
    node,
    part: relationship?.target ?? '',
    contentType:
      relationship && !relationship.external ? place.contentType(relationship.target).toLowerCase() : '',
    external: relationship?.external ?? false,
    revisions,
    ...(control && { control }),
  }
}
