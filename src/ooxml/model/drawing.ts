import type { XmlElement } from '../xml/types.ts'
import { branchOf, elementsOf, textIn } from '../xml/walk.ts'
import type { Place } from './reading.ts'
import type { Block, Paragraph, Picture, Revision, Story } from './types.ts'

/** Reads what hangs on a drawing, its alternative text too, as stories of their own. */
export type ReadDrawing = (
  node: XmlElement,
  place: Place,
  revisions: readonly Revision[],
  hidden: boolean,
) => DrawingFacts

/** What a drawing says of itself. */
export interface DrawingFacts {
  /** Its alternative text; empty where it has none. */
  alternative: string
  /** Where it leads when it is clicked. */
  link?: string
}

/** Reads the blocks of a text box. */
export type ReadBox = (content: XmlElement, place: Place) => Block[]

/**
 * Reads drawings (DrawingML and VML): their text boxes, the words of shapes, diagrams and charts, of which the last two
 * stand in parts of their own. Of alternate content one branch, so that no box is read twice.
 */
export function drawingReader(readBox: ReadBox): ReadDrawing {
  return (node, place, revisions, hidden) => {
    const alternatives: string[] = []
    let link: string | undefined
    const { boxes } = place.reading
    const addBox = (drawing: Story['drawing'], node: XmlElement, blocks: Block[], part = place.part) => {
      boxes.push({
        kind: 'box',
        id: String(boxes.length + 1),
        part,
        node,
        blocks,
        revisions,
        hidden,
        ...(drawing && { drawing }),
      })
    }
    const visit = (element: XmlElement): void => {
      const { name, attributes } = element
      if (name === 'mc:AlternateContent') {
        elementsOf(branchOf(element)).forEach(visit)
        return
      }
      if (name === 'w:txbxContent') {
        // The box's place comes before those of the boxes in it.
        const before = boxes.length
        const blocks = readBox(element, place)
        const inner = boxes.splice(before)
        addBox('text-box', element, blocks)
        boxes.push(...inner)
        return
      }
      const alternative = alternativeOf(element)
      if (alternative !== '' && !alternatives.includes(alternative)) {
        alternatives.push(alternative)
        addBox('picture', element, [wordsParagraph(element, alternative)])
      }
      if (name === 'a:hlinkClick') link ??= place.relationships.get(attributes['r:id'] ?? '')?.target
      else if (name.startsWith('v:') && attributes.href) link ??= attributes.href
      if (name === 'v:textpath' && attributes.string) {
        addBox('word-art', element, [wordsParagraph(element, attributes.string)])
      }
      if (
        name === 'a:blip' ||
        name === 'v:imagedata' ||
        (name === 'v:fill' && attributes['r:id'] !== undefined)
      )
        place.reading.pictures.push(pictureOf(element, place, revisions))
      // Word shows the drawing of lines where there is one, and the picture to programs that do not know it.
      if (name.endsWith('}svgBlip')) place.reading.pictures.push(pictureOf(element, place, revisions))
      if (/(?:^a:|\})blipFill$/.test(name)) {
        const before = place.reading.pictures.length
        elementsOf(element).forEach(visit)
        const look = lookOf(element)
        for (const picture of place.reading.pictures.slice(before)) if (look !== '') picture.look = look
        return
      }
      if (name === 'o:OLEObject') embedded(element, place, 'embedded')
      if (name === 'w14:contentPart' || name === 'w:contentPart') embedded(element, place, 'ink')
      if (name === 'a:p') {
        addBox('shape', element, [drawnParagraph(element)])
        return
      }
      if (name === 'dgm:relIds') other(attributes['r:dm'], 'diagram')
      if (name === 'c:chart' || name === 'cx:chart') other(attributes['r:id'], 'chart')
      elementsOf(element).forEach(visit)
    }
    const other = (id: string | undefined, drawing: 'diagram' | 'chart') => {
      const part = place.otherPart(id ?? '')
      if (!part) return
      const blocks = paragraphsIn(part.root)
      if (blocks.length > 0) addBox(drawing, part.root, blocks, part.name)
    }
    visit(node)
    return { alternative: alternatives.join(' '), ...(link !== undefined && { link }) }
  }
}

/** What a picture or shape says to those who do not see it: its title and its description (20.4.2.5). */
function alternativeOf({ name, attributes }: XmlElement): string {
  if (name.startsWith('v:')) return [attributes.title ?? '', attributes.alt ?? ''].join(' ').trim()
  if (name === 'o:signatureline') return signerOf(attributes)
  if (name !== 'wp:docPr' && name !== 'wps:cNvPr') return ''
  return [attributes.title ?? '', attributes.descr ?? ''].join(' ').trim()
}

function pictureOf({ attributes }: XmlElement, place: Place, revisions: readonly Revision[]): Picture {
  const id = attributes['r:embed'] ?? attributes['r:id'] ?? attributes['r:link'] ?? attributes['r:href'] ?? ''
  const { target = '', external = false } = place.relationships.get(id) ?? {}
  const look = ['cropleft', 'cropright', 'croptop', 'cropbottom', 'gain', 'blacklevel', 'chromakey']
    .flatMap((name) => (attributes[name] === undefined ? [] : [`${name}=${attributes[name]}`]))
    .join(' ')
  return { target, external, revisions, ...(look !== '' && { look }) }
}

/** What of a picture is shown, and how: its crop, its colours, what is done to it (20.1.8.55). */
function lookOf(element: XmlElement): string {
  const parts = elementsOf(element).flatMap((one): string[] => {
    if (/^a:srcRect$|^a:(?:tile|fillRect)$/.test(one.name)) return [written(one)]
    if (one.name === 'a:blip')
      return elementsOf(one)
        .filter(({ name }) => name !== 'a:extLst')
        .map(written)
    return one.name === 'a:stretch' ? elementsOf(one).map(written) : []
  })
  return parts.filter((part) => !/^(?:srcRect|fillRect)$/.test(part)).join(' ')
}

function written({ name, attributes, children }: XmlElement): string {
  const own = Object.entries(attributes).filter(([, value]) => value !== '0')
  const inner = children.map((one) => (one.type === 'text' ? '' : written(one)))
  return [name.replace(/^a:/, ''), ...own.map(([key, value]) => `${key}=${value}`), ...inner].join(' ')
}

/** Who is asked to sign on a line for it, and as what. */
function signerOf(attributes: XmlElement['attributes']): string {
  return ['o:suggestedsigner', 'o:suggestedsigner2', 'o:suggestedsigneremail', 'o:signinginstructions']
    .map((name) => attributes[name] ?? attributes[name.slice(2)] ?? '')
    .filter(Boolean)
    .join(', ')
}

/** What is embedded is another program's, and ink is strokes: what they hold is not read. */
function embedded(element: XmlElement, place: Place, kind: 'embedded' | 'ink'): void {
  const target = place.relationships.get(element.attributes['r:id'] ?? '')
  place.reading.unread.push({ kind, part: target?.target ?? 'a part that is not there' })
}

/** Where a chart keeps its names and numbers, in caches and literals alike (21.2.2.234). */
const chartValues: ReadonlySet<string> = new Set(['c:v', 'cx:v', 'cx:pt'])

/** The paragraphs of a diagram's data or a chart: their words, and the names and numbers of a chart's data. */
function paragraphsIn(root: XmlElement): Paragraph[] {
  const found: Paragraph[] = []
  const visit = (element: XmlElement): void => {
    if (element.name === 'a:p') found.push(drawnParagraph(element))
    else if (chartValues.has(element.name)) found.push(wordsParagraph(element, textIn(element)))
    else elementsOf(element).forEach(visit)
  }
  visit(root)
  return found.filter(({ pieces }) => pieces.some(({ text }) => text.trim() !== ''))
}

/** A paragraph of DrawingML. */
function drawnParagraph(node: XmlElement): Paragraph {
  const paragraph = wordsParagraph(node, '')
  paragraph.pieces = []
  const visit = (element: XmlElement): void => {
    const text = element.name === 'a:t' ? textIn(element) : element.name === 'a:br' ? '\n' : undefined
    if (text !== undefined) {
      const kind = element.name === 'a:br' ? 'break' : 'text'
      paragraph.pieces.push({ kind, text, node: element, run: plainRun, revisions: [] })
    } else elementsOf(element).forEach(visit)
  }
  elementsOf(node).forEach(visit)
  return paragraph
}

const plainRun = { bold: false, hidden: false, struck: false }

/** A paragraph of words that stand in an attribute or outside paragraphs. */
export function wordsParagraph(node: XmlElement, text: string): Paragraph {
  return {
    type: 'paragraph',
    node,
    pieces: [{ kind: 'text', text, node, run: plainRun, revisions: [] }],
    properties: {},
    mark: { revisions: [], hidden: false, endsSection: false },
    revisions: [],
  }
}
