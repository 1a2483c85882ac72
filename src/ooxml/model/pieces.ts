import { own } from '../../own.ts'
import type { RunReader } from '../style/run-properties.ts'
import { symbolOf, symbolWords } from '../symbol/symbol.ts'
import { flatElements } from '../xml/flat.ts'
import type { XmlElement } from '../xml/types.ts'
import { branchOf, child, elementsOf, isElement, numberVal, onOff, textIn, val } from '../xml/walk.ts'
import { contentOf, controlOf } from './control.ts'
import type { ReadDrawing } from './drawing.ts'
import { printsUnkept, showsOwnWords, textOfField } from './field-text.ts'
import type { Place } from './reading.ts'
import { revisionOf } from './revisions.ts'
import type { Control, Field, Piece, PieceKind, Revision, RunProperties } from './types.ts'

/** What is around a piece. */
interface Around {
  revisions: readonly Revision[]
  control: Control | undefined
  link: string | undefined
}

/** Reads what stands in paragraphs; `drawing` reads the boxes that hang on them. */
export interface PieceReader {
  place: Place
  runs: RunReader
  drawing: ReadDrawing
  pieces: Piece[]
}

/**
 * Reads the pieces of a paragraph in their order, through everything that wraps them: what an element means that is not
 * known is not known either, but the words in it are read.
 *
 * @param revisions around the paragraph
 */
export function readPieces(
  nodes: readonly XmlElement[],
  reader: PieceReader,
  revisions: readonly Revision[],
  control: Control | undefined,
): void {
  for (const node of nodes) readInline(node, reader, { revisions, control, link: undefined })
}

function readInline(node: XmlElement, reader: PieceReader, around: Around): void {
  const read = own(inline, node.name)
  if (read) {
    read(node, reader, around)
    return
  }
  if (node.name.endsWith('Pr')) return
  const revision = revisionOf(node)
  if (revision) {
    reader.place.reading.tracked = true
    inside(elementsOf(node), reader, { ...around, revisions: [...around.revisions, revision] })
    return
  }
  const control = controlOf(node, around.control)
  const before = reader.pieces.length
  const within = control ? { ...around, control } : around
  inside(contentOf(node), reader, within)
  if (control?.kind === 'control' && reader.pieces.length === before)
    add(reader, within, reader.runs(undefined), 'control', node, '')
}

function inside(nodes: readonly XmlElement[], reader: PieceReader, around: Around): void {
  for (const node of nodes) readInline(node, reader, around)
}

const inline: Record<string, (node: XmlElement, reader: PieceReader, around: Around) => void> = {
  'w:r': readRun,
  'w:hyperlink'(node, reader, around) {
    const anchor = node.attributes['w:anchor'] ?? node.attributes['w:docLocation']
    const target = reader.place.relationships.get(node.attributes['r:id'] ?? '')?.target
    const link = target === undefined ? anchor && `#${anchor}` : anchor ? `${target}#${anchor}` : target
    const tip = node.attributes['w:tooltip']
    if (tip) add(reader, around, reader.runs(undefined), 'tip', node, '', tip)
    inside(elementsOf(node), reader, { ...around, link })
  },
  'w:fldSimple'(node, reader, around) {
    const { fields } = reader.place
    fields.enter(node.attributes['w:instr'] ?? '')
    const before = reader.pieces.length
    inside(
      elementsOf(node).filter(({ name }) => name !== 'w:fldData'),
      reader,
      around,
    )
    const field = fields.end()
    if (field && reader.pieces.length === before)
      readResultless(field, node, reader, around, reader.runs(undefined))
  },
  'mc:AlternateContent'(node, reader, around) {
    inside(elementsOf(branchOf(node)), reader, around)
  },
  'm:oMathPara': readEquation,
  'm:oMath': readEquation,
  'w:subDoc'(node, reader) {
    const relationship = reader.place.relationships.get(node.attributes['r:id'] ?? '')
    reader.place.reading.unread.push({ kind: 'subDoc', part: relationship?.target ?? reader.place.part })
  },
  'w:altChunk'(node, reader) {
    const relationship = reader.place.relationships.get(node.attributes['r:id'] ?? '')
    reader.place.reading.unread.push({ kind: 'altChunk', part: relationship?.target ?? 'altChunk' })
  },
  'w:contentPart'(node, reader) {
    const ink = reader.place.relationships.get(node.attributes['r:id'] ?? '')
    reader.place.reading.unread.push({ kind: 'ink', part: ink?.target ?? reader.place.part })
  },
  'w:bookmarkStart': mark('bookmark-start', 'w:id'),
  'w:bookmarkEnd': mark('bookmark-end', 'w:id'),
  'w:commentRangeStart': mark('comment-start', 'w:id'),
  'w:commentRangeEnd': mark('comment-end', 'w:id'),
  // A run's children where a file leaves out the run.
  'w:t': (node, reader, around) => readInRun(node, reader, around, reader.runs(undefined)),
  'w:delText': (node, reader, around) => readInRun(node, reader, around, reader.runs(undefined)),
  'w:sym': (node, reader, around) => readInRun(node, reader, around, reader.runs(undefined)),
  'w:drawing': (node, reader, around) => readInRun(node, reader, around, reader.runs(undefined)),
  'w:pict': (node, reader, around) => readInRun(node, reader, around, reader.runs(undefined)),
  'w:object': (node, reader, around) => readInRun(node, reader, around, reader.runs(undefined)),
}

function mark(kind: PieceKind, id: string) {
  return (node: XmlElement, reader: PieceReader, around: Around) =>
    add(reader, around, reader.runs(undefined), kind, node, '', node.attributes[id])
}

function readEquation(node: XmlElement, reader: PieceReader, around: Around): void {
  add(reader, around, reader.runs(undefined), 'equation', node, '')
}

function readRun(node: XmlElement, reader: PieceReader, around: Around): void {
  const run = reader.runs(node)
  for (const part of flatElements(node)) readInRun(part, reader, around, run)
}

function readInRun(node: XmlElement, reader: PieceReader, around: Around, run: RunProperties): void {
  const read = own(inRun, node.name)
  if (read) {
    read(node, reader, around, run)
    return
  }
  if (!node.name.endsWith('Pr')) for (const part of flatElements(node)) readInRun(part, reader, around, run)
}

type ReadInRun = (node: XmlElement, reader: PieceReader, around: Around, run: RunProperties) => void

const inRun: Record<string, ReadInRun> = {
  'w:t': readText,
  'w:delText': readText,
  'w:tab': prints('tab', '\t'),
  'w:ptab': prints('tab', '\t'),
  'w:br': prints('break', '\n'),
  'w:cr': prints('break', '\n'),
  'w:noBreakHyphen': prints('hyphen', '\u2011'),
  'w:softHyphen': prints('soft-hyphen', ''),
  'w:sym'(node, reader, around, run) {
    const { 'w:font': font = run.font, 'w:char': code } = node.attributes
    add(reader, around, run, 'symbol', node, symbolOf(font, code))
  },
  'w:fldChar'(node, reader, around, run) {
    const { fields } = reader.place
    const type = node.attributes['w:fldCharType']
    if (type === 'begin') {
      fields.begin()
      readForm(node, reader, around, run)
    } else if (type === 'separate') {
      fields.separate()
      if (fields.field) began.set(fields.field, { reader, at: reader.pieces.length })
    } else if (type === 'end') {
      const field = fields.end()
      const start = field && began.get(field)
      // What shows nothing now may show words once Word works it out anew.
      const shows = start?.reader !== reader || start.at < reader.pieces.length || !showsOwnWords(field!.kind)
      if (field && (!field.separated || !shows)) readResultless(field, node, reader, around, run)
    }
  },
  'w:instrText': instruct,
  'w:delInstrText': instruct,
  'w:footnoteReference': refers('footnote-reference'),
  'w:endnoteReference': refers('endnote-reference'),
  'w:commentReference': refers('comment-reference'),
  'w:dayShort': reckoned,
  'w:dayLong': reckoned,
  'w:monthShort': reckoned,
  'w:monthLong': reckoned,
  'w:yearShort': reckoned,
  'w:yearLong': reckoned,
  'w:pgNum': reckoned,
  'w:ruby'(node, reader, around, run) {
    for (const part of elementsOf(child(node, 'w:rubyBase'))) readInline(part, reader, around)
    const reading = elementsOf(child(node, 'w:rt'))
    if (reading.length === 0) return
    add(reader, around, run, 'ruby', node, '(')
    for (const part of reading) readInline(part, reader, around)
    add(reader, around, run, 'ruby', node, ')')
  },
  'w:drawing': readDrawing,
  'w:pict': readDrawing,
  'w:object': readDrawing,
  'w:r': readRun,
}

/** Where in which paragraph the results of fields begin. */
const began = new WeakMap<Field, { reader: PieceReader; at: number }>()

function prints(kind: PieceKind, text: string): ReadInRun {
  return (node, reader, around, run) => add(reader, around, run, kind, node, text)
}

/** A date or a page's number that Word writes there by itself (17.3.3.6 and the like). */
function reckoned(node: XmlElement, reader: PieceReader, around: Around, run: RunProperties): void {
  add(reader, around, run, 'field', node, '', node.name.slice('w:'.length))
}

function refers(kind: PieceKind): ReadInRun {
  return (node, reader, around, run) => add(reader, around, run, kind, node, '', node.attributes['w:id'])
}

/** A field that keeps no result prints what its instruction says, or what a program reckons when it prints. */
function readResultless(
  { instruction, kind }: Field,
  node: XmlElement,
  reader: PieceReader,
  around: Around,
  run: RunProperties,
): void {
  if (reader.place.fields.instructing) return
  const text = textOfField(kind, instruction)
  if (text !== undefined) add(reader, around, run, 'text', node, text, undefined, false)
  else if (printsUnkept(kind))
    add(reader, around, run, 'field', node, '', instruction.trim().replace(/\s+/g, ' '), false)
}

function readText(node: XmlElement, reader: PieceReader, around: Around, run: RunProperties): void {
  add(reader, around, run, 'text', node, symbolWords(spaced(node), run.font))
}

/** Space at the ends counts only where the file says so (XML 1.0, 2.10), and a line end in the file is a space. */
function spaced(node: XmlElement): string {
  const text = node.children.some((one) => isElement(one)) ? wordsDeepIn(node) : textIn(node)
  if (node.attributes['xml:space'] === 'preserve' || !/^\s|\s$|[\n\r\t]/.test(text)) return text
  return text.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, '').replace(/[ \t\r\n]+/g, ' ')
}

/** Words that a file wraps in elements where none may stand. */
function wordsDeepIn({ children }: XmlElement): string {
  return children.map((node) => (node.type === 'text' ? node.text : wordsDeepIn(node))).join('')
}

function instruct(node: XmlElement, reader: PieceReader): void {
  reader.place.fields.instruct(textIn(node))
}

/** The box or the choice of a field of a form: what it shows is in its data (17.16.17). */
function readForm(node: XmlElement, reader: PieceReader, around: Around, run: RunProperties): void {
  const data = child(node, 'w:ffData')
  const box = child(data, 'w:checkBox')
  if (box) {
    const ticked = onOff(box, 'w:checked') ?? onOff(box, 'w:default') ?? false
    add(reader, around, run, 'checkbox', node, ticked ? '☒' : '☐', undefined, false)
  }
  const choices = child(data, 'w:ddList')
  if (choices) {
    const at = numberVal(choices, 'w:result') ?? numberVal(choices, 'w:default') ?? 0
    const choice = elementsOf(choices, 'w:listEntry')[at]?.attributes['w:val']
    if (choice) add(reader, around, run, 'text', node, choice, undefined, false)
  }
}

function readDrawing(node: XmlElement, reader: PieceReader, around: Around, run: RunProperties): void {
  const { alternative, link } = reader.drawing(node, reader.place, around.revisions, run.hidden)
  const before = reader.pieces.length
  add(reader, link === undefined ? around : { ...around, link }, run, 'drawing', node, '')
  if (alternative !== '') reader.pieces[before]!.alternative = alternative
}

function add(
  { pieces, place: { fields } }: PieceReader,
  { revisions, control, link }: Around,
  run: RunProperties,
  kind: PieceKind,
  node: XmlElement,
  text: string,
  target?: string,
  /** Whether a field may hold it; what a form shows stands for the field itself. */
  inField = true,
): void {
  const piece: Piece = { kind, text, node, run, revisions }
  if (target !== undefined) piece.target = target
  if (control) piece.control = control
  if (link !== undefined) piece.link = link
  if (inField) {
    const { field, instructing } = fields
    if (field) piece.field = field
    if (instructing) piece.instruction = instructing
  }
  pieces.push(piece)
}

/** A style's id in a paragraph's own properties. */
export function styleOf(paragraph: XmlElement): string | undefined {
  return val(child(paragraph, 'w:pPr'), 'w:pStyle')
}
