import { elementsOf, encodePart, type WordPackage, type XmlElement } from '../../ooxml/index.ts'
import { type Names, namesOf } from '../carry/names.ts'
import type { CarriedParts } from '../carry/parts.ts'
import { type Passage, serialize } from '../carry/serialize.ts'
import { type NoteKind, notesOf } from './pair.ts'

const TYPE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/'

/** Notes of the left file whose references were deleted: they stand in the right file's part, or in a new one. */
export class CarriedNotes {
  private readonly ids = new Map<string, string>()
  private readonly markup: string[] = []
  private next: number
  readonly kind: NoteKind
  /** The part that they stand in. */
  readonly part: string
  /** The part that they come from. */
  readonly from: string
  private readonly left: WordPackage
  private readonly right: WordPackage
  /** Whether its references are deleted, or inserted. */
  private readonly as: 'del' | 'ins'

  constructor(kind: NoteKind, left: WordPackage, right: WordPackage, as: 'del' | 'ins' = 'del') {
    this.kind = kind
    this.as = as
    this.left = left
    this.right = right
    const own = notesOf(right, kind)
    this.part = own.part ?? `${right.main.slice(0, right.main.lastIndexOf('/') + 1)}${kind}s.xml`
    this.from = notesOf(left, kind).part ?? ''
    const root = own.part === undefined ? notesRoot(left, kind) : right.xml(own.part).root
    this.next = 1 + Math.max(0, ...elementsOf(root).map(({ attributes }) => Number(attributes['w:id']) || 0))
  }

  /** The id of a note of the left file in the right. @param wrap puts runs into a deletion */
  id(leftId: string, passage: Passage, wrap: (runs: string) => string): string | undefined {
    const known = this.ids.get(leftId)
    if (known !== undefined) return known
    const node = notesOf(this.left, this.kind).byId.get(leftId)
    if (!node) return undefined
    const id = String(this.next)
    this.next += 1
    this.ids.set(leftId, id)
    const names = this.names()
    this.markup.push(serialize(node, names, trackedNote(node, id, names, passage, wrap, this.as)))
    return id
  }

  private names(): Names {
    const own = notesOf(this.right, this.kind).part
    return namesOf(own === undefined ? notesRoot(this.left, this.kind)! : this.right.xml(own).root)
  }

  /** The right part's text with them in it. */
  added(text: string, innerEnd: number): string {
    return text.slice(0, innerEnd) + this.markup.join('') + text.slice(innerEnd)
  }

  get isEmpty(): boolean {
    return this.markup.length === 0
  }

  /** A part of their own, where the right file has none of the kind. */
  newPart(parts: CarriedParts): void {
    const leftPart = notesOf(this.left, this.kind).part
    if (this.isEmpty || leftPart === undefined || notesOf(this.right, this.kind).part !== undefined) return
    const part = this.left.xml(leftPart)
    const lines = elementsOf(part.root).filter(
      ({ attributes }) => attributes['w:type'] !== undefined && attributes['w:type'] !== 'normal',
    )
    const text =
      part.text.slice(0, part.root.innerStart) +
      lines.map(({ start, end }) => part.text.slice(start, end)).join('') +
      this.markup.join('') +
      part.text.slice(part.root.innerEnd)
    parts.add(this.part, encodePart({ ...part, text }), this.left.contentType(leftPart))
    parts.addRelationship(this.right.main, `${TYPE}${this.kind}s`, `/${this.part}`)
  }
}

function notesRoot(file: WordPackage, kind: NoteKind): XmlElement | undefined {
  const { part } = notesOf(file, kind)
  return part === undefined ? undefined : file.xml(part).root
}

function isTracked({ name }: XmlElement): boolean {
  return /^w:(?:ins|moveTo)$/.test(name)
}

/** A note whose reference is deleted or inserted: its words are too, but for the number that it prints. */
function trackedNote(
  note: XmlElement,
  id: string,
  names: Names,
  passage: Passage,
  wrap: (runs: string) => string,
  as: 'del' | 'ins',
): Passage {
  return {
    element(element, inner) {
      if (isTracked(element)) return inner()
      if (as === 'del' && element.name === 'w:t') {
        const tag = names.name('w:delText').name
        return `<${tag} xml:space="preserve">${inner()}</${tag}>`
      }
      if (element.name !== 'w:r' || elementsOf(element).some(({ name }) => name === `${note.name}Ref`))
        return passage.element(element, inner)
      const tag = names.name('w:r').name
      return wrap(`<${tag}>${inner()}</${tag}>`)
    },
    attribute: (element, name, value) =>
      element === note && name === 'w:id' ? id : passage.attribute(element, name, value),
  }
}
