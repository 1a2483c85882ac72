import { branchOf, child, elementsOf, type WordPackage, type XmlElement } from '../../ooxml/index.ts'
import { boxesIn, drawn, type ObjectKeys, objectKeys } from '../tokens/objects.ts'
import { type ShownFields, shownFields } from './shown-fields.ts'

/**
 * What a container of a file without tracked changes says, a line for each paragraph, row and cell: the letters, fields,
 * pictures by their bytes, notes by their words. It is read from the markup alone, and not as the comparison reads it,
 * so that one checks the other.
 */
export function outline(
  file: WordPackage,
  part: string,
  container: XmlElement,
  { results, notes = true, words = (text) => text, simple = false }: Reading = { results: true },
): string[] {
  const found = notes ? notesIn(file) : undefined
  const lines: string[] = []
  const keys = objectKeys(file, part, (kind, id) =>
    found ? noteWords(file, found.get(`${kind} ${id}`), results) : kind,
  )
  blocks(container, { keys, fields: shownFields(results), words, simple }, lines)
  return lines
}

/** How a file is read. */
export interface Reading {
  /** Whether what cross-references and tables of contents show is read. */
  results: boolean
  /** Whether the looks of the body's paragraphs and letters are read beside what they say; by default not. */
  looks?: boolean
  /** Whether a note is told by its words (by default), or only that it is there. */
  notes?: boolean
  /** How the letters are written, where what stands beside them must be told from them. */
  words?: (text: string) => string
  /** Whether a field that stands as one element is told by its instruction, as others are. */
  simple?: boolean
}

interface Sight {
  keys: ObjectKeys
  fields: ShownFields
  words: (text: string) => string
  simple: boolean
}

type NotesById = ReadonlyMap<string, { part: string; node: XmlElement }>

function notesIn(file: WordPackage): NotesById {
  const notes = new Map<string, { part: string; node: XmlElement }>()
  for (const { type, target, external } of file.relationships(file.main)) {
    if (external || (type !== 'footnotes' && type !== 'endnotes') || !file.has(target)) continue
    for (const node of elementsOf(file.xml(target).root))
      notes.set(`${type.slice(0, -1)} ${node.attributes['w:id']}`, { part: target, node })
  }
  return notes
}

function noteWords(
  file: WordPackage,
  note: { part: string; node: XmlElement } | undefined,
  results: boolean,
): string {
  if (!note) return '[a note that is not there]'
  const lines: string[] = []
  blocks(
    note.node,
    {
      keys: objectKeys(file, note.part, (kind) => kind),
      fields: shownFields(results),
      words: (text) => text,
      simple: false,
    },
    lines,
  )
  return `[${lines.join('¶')}]`
}

function blocks(container: XmlElement, sight: Sight, lines: string[]): void {
  for (const node of elementsOf(container)) {
    if (node.name === 'w:p') {
      const boxes: XmlElement[] = []
      const inContents = sight.fields.inContents
      const line = inline(node, sight, boxes)
      // Of a table of contents that is not read, its first line says what it lists.
      if (!inContents || line !== '') lines.push(line)
      for (const box of boxes) {
        lines.push('<box>')
        blocks(box, sight, lines)
        lines.push('</box>')
      }
    } else if (node.name === 'w:tbl') {
      const rows: string[] = []
      table(node, sight, rows)
      if (rows.length > 0) lines.push('<table>', ...rows, '</table>')
    } else if (!node.name.endsWith('Pr')) {
      const inner = node.name === 'mc:AlternateContent' ? branchOf(node) : contentOf(node)
      if (inner) blocks(inner, sight, lines)
    }
  }
}

function table(parent: XmlElement, sight: Sight, lines: string[]): void {
  for (const node of elementsOf(parent)) {
    if (node.name === 'w:tr' || node.name === 'w:tc') lines.push(node.name === 'w:tr' ? '<row>' : '<cell>')
    if (node.name === 'w:tc') blocks(node, sight, lines)
    else if (!/Pr$|^w:tblGrid$/.test(node.name)) table(contentOf(node) ?? node, sight, lines)
  }
}

function contentOf(node: XmlElement): XmlElement | undefined {
  return node.name === 'w:sdt' ? child(node, 'w:sdtContent') : node
}

function inline(parent: XmlElement, sight: Sight, boxes: XmlElement[]): string {
  let line = ''
  for (const node of elementsOf(parent)) {
    const { name, attributes } = node
    if (name === 'w:fldSimple' && sight.fields.hides(attributes['w:instr'] ?? '')) {
      line += `{${(attributes['w:instr'] ?? '').replace(/\s+/g, ' ').trim()}}`
      continue
    }
    if (name === 'w:fldSimple' && sight.simple)
      line += `<begin>{${(attributes['w:instr'] ?? '').replace(/\s+/g, ' ').trim()}}<separate>`
    const isHidden = sight.fields.isHidden
    if (name === 'w:fldChar' || name === 'w:instrText') sight.fields.see(node)
    if (isHidden && sight.fields.isHidden && parent.name === 'w:r') continue
    if (name === 'w:t') line += sight.words(characters(node))
    else if (name === 'w:tab') line += '\t'
    else if (name === 'w:br' || name === 'w:cr') line += `\n${attributes['w:type'] ?? ''}`
    else if (name === 'w:noBreakHyphen') line += '\u2011'
    else if (name === 'w:instrText') line += `{${characters(node).replace(/\s+/g, ' ').trim()}}`
    else if (name === 'w:fldChar') line += `<${attributes['w:fldCharType'] ?? ''}>`
    else if (name === 'w:sym' || /^w:(?:foot|end)noteReference$/.test(name))
      line += `<${sight.keys.keyOf(node)}>`
    else if (name === 'm:oMath' || name === 'm:oMathPara') line += `<${sight.keys.keyOf(node)}>`
    else if (drawn.has(name) && parent.name === 'w:r') {
      line += `<${sight.keys.keyOf(node)}>`
      boxes.push(...boxesIn(node))
    } else if (!name.endsWith('Pr')) {
      const inner = name === 'mc:AlternateContent' ? branchOf(node) : contentOf(node)
      if (inner) line += inline(inner, sight, boxes)
      if (name === 'w:fldSimple' && sight.simple) line += '<end>'
    }
  }
  return line
}

function characters({ children }: XmlElement): string {
  return children.map((node) => (node.type === 'text' ? node.text : '')).join('')
}
