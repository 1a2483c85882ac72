import { elementsOf, encodePart, escapeXml, type WordPackage, type XmlElement } from '../ooxml/index.ts'
import { namesOf } from './carry/names.ts'
import type { CarriedParts } from './carry/parts.ts'
import { serialize } from './carry/serialize.ts'
import type { By } from './tokens/types.ts'

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml'

/** The part that a file's comments stand in. */
export function commentsPart(file: WordPackage): string | undefined {
  const found = file.relationships(file.main).find(({ type, external }) => type === 'comments' && !external)
  return found && file.has(found.target) ? found.target : undefined
}

/** The comments of a file. */
export function commentsOf(file: WordPackage): XmlElement[] {
  const part = commentsPart(file)
  return part === undefined ? [] : elementsOf(file.xml(part).root, 'w:comment')
}

/** What a comment says and who says it: equal for the same one in two files. */
export function commentKey(comment: XmlElement): string {
  const said = (node: XmlElement): string =>
    node.children.map((one) => (one.type === 'text' ? one.text : said(one))).join('')
  return `${comment.attributes['w:author'] ?? ''}\n${said(comment)}`
}

/** Comments that come into a file. */
export class NewComments {
  private readonly file: WordPackage
  private readonly markup: string[] = []
  private readonly names
  private readonly w: string

  constructor(file: WordPackage) {
    this.file = file
    const part = commentsPart(file)
    this.names = part === undefined ? undefined : namesOf(file.xml(part).root)
    this.w = this.names?.name('w:x').name.slice(0, -1) ?? 'w:'
  }

  /** One of a reviewer's, with its words; pictures and links in it stay behind. */
  carry(comment: XmlElement, id: number): void {
    const names = this.names ?? namesOf({ ...comment, attributes: { 'xmlns:w': WORD } })
    this.markup.push(
      serialize(comment, names, {
        element: (node) =>
          /^(?:w:hyperlink|w:drawing|w:pict|w:object|mc:AlternateContent)$/.test(node.name) ? '' : undefined,
        attribute: (node, name, value) => {
          if (node === comment && name === 'w:id') return String(id)
          return /^(?:r:|w:rsid|w14:|\{)/.test(name) ? undefined : value
        },
      }),
    )
  }

  add(id: number, { author, date }: By, lines: readonly string[]): void {
    const { w } = this
    const when = date === undefined ? '' : ` ${w}date="${escapeXml(date)}"`
    const said = lines.map(
      (line) => `<${w}p><${w}r><${w}t xml:space="preserve">${escapeXml(line)}</${w}t></${w}r></${w}p>`,
    )
    this.markup.push(
      `<${w}comment ${w}id="${id}" ${w}author="${escapeXml(author)}"${when} ${w}initials="${escapeXml(author.slice(0, 1))}">${said.join('')}</${w}comment>`,
    )
  }

  /** The part with them in it; a new one where the file has none. */
  changes(parts: CarriedParts): Map<string, Uint8Array> {
    const changes = new Map<string, Uint8Array>()
    if (this.markup.length === 0) return changes
    const own = commentsPart(this.file)
    if (own === undefined) {
      const name = `${this.file.main.slice(0, this.file.main.lastIndexOf('/') + 1)}comments_c1.xml`
      const text = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:comments xmlns:w="${WORD}">${this.markup.join('')}</w:comments>`
      parts.add(name, new TextEncoder().encode(text), TYPE)
      parts.addRelationship(this.file.main, `${OFFICE}/comments`, `/${name}`)
      return changes
    }
    const part = this.file.xml(own)
    const { root } = part
    const text =
      root.innerStart === root.end
        ? `${part.text.slice(0, root.end - 2)}>${this.markup.join('')}</${this.w}comments>`
        : part.text.slice(0, root.innerEnd) + this.markup.join('') + part.text.slice(root.innerEnd)
    changes.set(own, encodePart({ ...part, text }))
    return changes
  }
}
