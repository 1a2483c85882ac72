import { child, elementsOf, encodePart, type WordPackage, type XmlElement } from '../../ooxml/index.ts'
import { type Names, namesOf } from './names.ts'
import { type Passage, serialize } from './serialize.ts'

/** Styles and numbers of one file that words carried into another need, and that it does not have. */
export class CarriedDefinitions {
  private readonly styles: Definitions
  private readonly numbering: Definitions
  private readonly to: WordPackage
  private readonly newStyles: string[] = []
  private readonly styleIds = new Map<string, string>()
  private readonly numberIds = new Map<string, string>()
  private readonly newAbstract: string[] = []
  private readonly newNumbers: string[] = []

  constructor(from: WordPackage, to: WordPackage) {
    this.to = to
    this.styles = definitions(from, to, 'styles')
    this.numbering = definitions(from, to, 'numbering')
  }

  /** The id of a style in the other file, carried there where it has none of that id. */
  style(id: string): string | undefined {
    const known = this.styleIds.get(id)
    if (known !== undefined) return known
    const { ours, theirs, names } = this.styles
    if (styleOf(theirs, id)) {
      this.styleIds.set(id, id)
      return id
    }
    const style = styleOf(ours, id)
    if (!style || !names) return undefined
    this.styleIds.set(id, id)
    this.newStyles.push(serialize(style, names, this.passage))
    return id
  }

  /** The id of a number's definition in the other file: its own where it is the same, else carried there. */
  number(id: string): string | undefined {
    if (id === '0') return id
    const known = this.numberIds.get(id)
    if (known !== undefined) return known
    const { ours, theirs, names } = this.numbering
    const number = numberOf(ours, id)
    const abstract = number && abstractOf(ours, number)
    if (!number || !abstract || !names) return undefined
    const same = numberOf(theirs, id)
    const other = same && abstractOf(theirs, same)
    if (same && other && shape(number) === shape(same) && shape(abstract) === shape(other)) {
      this.numberIds.set(id, id)
      return id
    }
    const fresh = (name: string, attribute: string) =>
      String(
        1 +
          Math.max(
            0,
            ...elementsOf(theirs, name).map(({ attributes }) => Number(attributes[attribute]) || 0),
          ) +
          this.newNumbers.length,
      )
    const [abstractId, numberId] = [fresh('w:abstractNum', 'w:abstractNumId'), fresh('w:num', 'w:numId')]
    this.numberIds.set(id, numberId)
    this.newAbstract.push(serialize(abstract, names, renumbered(this.passage, 'w:abstractNumId', abstractId)))
    this.newNumbers.push(serialize(number, names, renumbered(this.passage, 'w:numId', numberId, abstractId)))
    return numberId
  }

  /** What a list is told by in either file, whatever its id. */
  readonly list = {
    left: remembered((id) => listShape(this.numbering.ours, id)),
    right: remembered((id) => listShape(this.numbering.theirs, id)),
  }

  /** The parts of the other file with what was carried into them. */
  changes(): Map<string, Uint8Array> {
    const changes = new Map<string, Uint8Array>()
    if (this.newStyles.length > 0) {
      const part = this.to.xml(this.styles.part!)
      const { innerEnd } = part.root
      changes.set(
        part.name,
        encodePart({
          ...part,
          text: part.text.slice(0, innerEnd) + this.newStyles.join('') + part.text.slice(innerEnd),
        }),
      )
    }
    if (this.newNumbers.length > 0) {
      const part = this.to.xml(this.numbering.part!)
      const { root } = part
      const numbers = elementsOf(root, 'w:num')
      const first = numbers[0]?.start ?? root.innerEnd
      const last = numbers.at(-1)?.end ?? root.innerEnd
      const text =
        part.text.slice(0, first) +
        this.newAbstract.join('') +
        part.text.slice(first, last) +
        this.newNumbers.join('') +
        part.text.slice(last)
      changes.set(part.name, encodePart({ ...part, text }))
    }
    return changes
  }

  private readonly passage: Passage = {
    element: (element) => (/^w:(?:rsid|nsid|link)$|Change$/.test(element.name) ? '' : undefined),
    attribute: (element, name, value) => {
      if (name === 'w:default' || name.startsWith('w:rsid') || /^\{[^}]*\}/.test(name)) return undefined
      if (name === 'w:val' && (element.name === 'w:basedOn' || element.name === 'w:next'))
        return this.style(value) ?? value
      if (name === 'w:val' && element.name === 'w:pStyle') return this.style(value) ?? value
      if (name === 'w:val' && element.name === 'w:numId') return this.number(value) ?? '0'
      return name === 'r:id' ? undefined : value
    },
  }
}

/** What each list of a file is told by, whatever its id. */
export function listKeysOf(file: WordPackage): (id: string) => string {
  const { theirs } = definitions(file, file, 'numbering')
  return remembered((id) => listShape(theirs, id))
}

interface Definitions {
  ours: XmlElement | undefined
  theirs: XmlElement | undefined
  /** Part of the other file. */
  part: string | undefined
  names: Names | undefined
}

function definitions(from: WordPackage, to: WordPackage, type: string): Definitions {
  const partOf = (file: WordPackage) => {
    const target = file.relationships(file.main).find((one) => one.type === type && !one.external)?.target
    return target !== undefined && file.has(target) ? target : undefined
  }
  const [ours, theirs] = [partOf(from), partOf(to)]
  const root = theirs === undefined ? undefined : to.xml(theirs).root
  return {
    ours: ours === undefined ? undefined : from.xml(ours).root,
    theirs: root,
    part: theirs,
    names: root && root.innerStart < root.end ? namesOf(root) : undefined,
  }
}

function styleOf(root: XmlElement | undefined, id: string): XmlElement | undefined {
  return elementsOf(root, 'w:style').find(({ attributes }) => attributes['w:styleId'] === id)
}

function numberOf(root: XmlElement | undefined, id: string): XmlElement | undefined {
  return elementsOf(root, 'w:num').find(({ attributes }) => attributes['w:numId'] === id)
}

function abstractOf(root: XmlElement | undefined, number: XmlElement): XmlElement | undefined {
  const id = child(number, 'w:abstractNumId')?.attributes['w:val']
  return elementsOf(root, 'w:abstractNum').find(({ attributes }) => attributes['w:abstractNumId'] === id)
}

function remembered(work: (id: string) => string): (id: string) => string {
  const known = new Map<string, string>()
  return (id) => {
    const found = known.get(id) ?? work(id)
    known.set(id, found)
    return found
  }
}

function listShape(root: XmlElement | undefined, id: string): string {
  const number = numberOf(root, id)
  const abstract = number && abstractOf(root, number)
  return number && abstract ? shape(number) + shape(abstract) : id
}

/** A definition without its ids. */
function shape(element: XmlElement): string {
  if (/^w:(?:nsid|tmpl|abstractNumId)$/.test(element.name)) return ''
  const attributes = Object.entries(element.attributes)
    .filter(([name]) => !/^(?:w:(?:abstractNumId|numId|rsid.*|tplc)|\{.*|w15:.*|xmlns:.*)$/.test(name))
    .map(([name, value]) => `${name}=${value}`)
  return `<${element.name} ${attributes.sort().join(' ')}>${elementsOf(element).map(shape).join('')}`
}

/** The passage of a number's definition, with ids of its own. */
function renumbered(passage: Passage, attribute: string, id: string, abstract?: string): Passage {
  return {
    element: (element, inner) =>
      /^w:(?:nsid|tmpl|styleLink|numStyleLink)$/.test(element.name) ? '' : passage.element(element, inner),
    attribute: (element, name, value) => {
      if (name === attribute) return id
      if (element.name === 'w:abstractNumId' && name === 'w:val') return abstract ?? value
      return passage.attribute(element, name, value)
    },
  }
}
