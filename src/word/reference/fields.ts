import { elementsOf, type XmlElement, type XmlNode } from '../../ooxml/index.ts'

/**
 * Fields that a header may have: what Word counts or knows of the document itself. All others fetch, link or run
 * something (ECMA-376 part 1, 17.16.5), and leave their words alone.
 */
const ALLOWED =
  /^\s*(?:PAGE|NUMPAGES|SECTIONPAGES|SECTION|IF|COMPARE|STYLEREF|TITLE|SUBJECT|AUTHOR|DOCPROPERTY|DATE|TIME|SAVEDATE|CREATEDATE|SYMBOL|=)(?=[\s"\\({]|$)/i

/** Whether a field's instruction does nothing but show what is in the document. */
export function isHarmless(instruction: string): boolean {
  return ALLOWED.test(instruction)
}

/** Whether it shows the page's number. */
const PAGE = /^\s*PAGE(?=[\s\\]|$)/i

interface OpenField {
  /** What makes it a field: its marks and its instruction. */
  marks: XmlElement[]
  /** Words that stand inside its instruction, where no words are printed. */
  inside: XmlElement[]
  instruction: string
  /** Whether its result has begun. */
  shows: boolean
}

/** What is not to be copied of a part's fields, and whether one of them counts pages. */
export function fieldsOf(root: XmlElement): { dropped: ReadonlySet<XmlElement>; countsPages: boolean } {
  const dropped = new Set<XmlElement>()
  const open: OpenField[] = []
  let countsPages = false
  const drop = ({ marks, inside }: OpenField) => {
    for (const element of [...marks, ...inside]) dropped.add(element)
  }
  const close = (field: OpenField) => {
    if (!isHarmless(field.instruction)) drop(field)
    else if (PAGE.test(field.instruction)) countsPages = true
  }
  const visit = (element: XmlElement) => {
    const field = open.at(-1)
    if (element.name === 'w:fldSimple' && PAGE.test(element.attributes['w:instr'] ?? '')) countsPages = true
    if (element.name === 'w:fldChar') {
      const type = element.attributes['w:fldCharType']
      if (type === 'begin') open.push({ marks: [element], inside: [], instruction: '', shows: false })
      else if (!field) dropped.add(element)
      else {
        field.marks.push(element)
        if (type === 'separate') field.shows = true
        else close(open.pop()!)
      }
    } else if (element.name === 'w:instrText') {
      if (!field || field.shows) dropped.add(element)
      else {
        field.marks.push(element)
        field.instruction += textOf(element)
      }
    } else if (element.name === 'w:t') {
      for (const one of open) if (!one.shows) one.inside.push(element)
    }
    for (const child of elementsOf(element)) visit(child)
  }
  visit(root)
  // A field that never ends is none, and what stands in it is not its instruction.
  for (const { marks } of open) for (const element of marks) dropped.add(element)
  return { dropped, countsPages }
}

function textOf({ children }: XmlElement): string {
  return children.map((node: XmlNode) => (node.type === 'text' ? node.text : '')).join('')
}
