import { createHash } from 'node:crypto'
import {
  elementsOf,
  encodePart,
  escapeXml,
  type Splice,
  splice,
  type WordPackage,
  type XmlElement,
} from '../ooxml/index.ts'
import { Problem } from '../problem.ts'
import { namesOf } from './carry/names.ts'
import type { CarriedParts } from './carry/parts.ts'
import { serialize } from './carry/serialize.ts'
import { commentsOf, commentsPart } from './comments.ts'
import type { By } from './tokens/types.ts'

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const WORD_2010 = 'http://schemas.microsoft.com/office/word/2010/wordml'
const WORD_2012 = 'http://schemas.microsoft.com/office/word/2012/wordml'
const EXTENDED = 'http://schemas.microsoft.com/office/2011/relationships/commentsExtended'
const MEDIA = 'application/vnd.openxmlformats-officedocument.wordprocessingml'

/** Comments that come into a file: their part, and which of them answers which ([MS-DOCX] 2.5.1). */
export class NewComments {
  private readonly file: WordPackage
  private readonly w: string
  private readonly names
  private readonly added: string[] = []
  private readonly answers: { paragraph: string; parent: string }[] = []
  /** Ids that paragraphs of comments need to be answered, by the comment. */
  private readonly named = new Map<XmlElement, string>()

  constructor(file: WordPackage) {
    this.file = file
    const part = commentsPart(file)
    this.names = part === undefined ? undefined : namesOf(file.xml(part).root)
    this.w = this.names?.name('w:x').name.slice(0, -1) ?? 'w:'
  }

  /** Adds a comment of an id. */
  add(id: number, by: By, lines: readonly string[]): void {
    this.added.push(this.markup(id, by, lines))
  }

  /** One of another file, with its words; pictures and links in it stay behind. */
  carry(comment: XmlElement, id: number): void {
    const names = this.names ?? namesOf({ ...comment, attributes: { 'xmlns:w': WORD } })
    this.added.push(
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

  /** Adds an answer to a comment of the file. @throws Problem where it has none of that id */
  answer(to: string, id: number, by: By, lines: readonly string[]): void {
    const comment = commentsOf(this.file).find((one) => one.attributes['w:id'] === to)
    const last = comment && lastParagraph(comment)
    if (!last) throw new Problem('comment', `the file has no comment ${to} that could be answered`)
    const parent = last.attributes['w14:paraId'] ?? this.named.get(last) ?? paragraphId(`comment ${to}`)
    if (last.attributes['w14:paraId'] === undefined) this.named.set(last, parent)
    this.add(id, by, lines)
    this.answers.push({ paragraph: commentParagraph(id, lines), parent })
  }

  /** What changes in the file: parts by name; those that are new go to the ones that are carried. */
  changes(parts: CarriedParts): Map<string, Uint8Array> {
    const changes = new Map<string, Uint8Array>()
    if (this.added.length === 0) return changes
    const comments = commentsPart(this.file)
    if (comments === undefined) {
      const { name, target } = this.fresh('comments')
      const text = `${HEAD}<w:comments xmlns:w="${WORD}">${this.added.join('')}</w:comments>`
      parts.addRelationship(this.file.main, `${OFFICE}/comments`, target)
      parts.add(name, new TextEncoder().encode(text), `${MEDIA}.comments+xml`)
    } else changes.set(comments, this.into(comments))
    if (this.answers.length > 0) this.extend(parts, changes)
    return changes
  }

  private into(name: string): Uint8Array {
    const part = this.file.xml(name)
    const { root, text } = part
    const splices: Splice[] = [...this.named].map(([paragraph, id]) => {
      const at =
        paragraph.start + /^<[^\s/>]+/.exec(text.slice(paragraph.start, paragraph.innerStart))![0].length
      return { start: at, end: at, text: ` xmlns:w14="${WORD_2010}" w14:paraId="${id}"` }
    })
    const added = inside(text, root, this.added.join(''))
    return encodePart({ ...part, text: splice(text, [...splices, ...added]) })
  }

  private extend(parts: CarriedParts, changes: Map<string, Uint8Array>): void {
    const said = this.answers.map(({ paragraph, parent }) => [paragraph, parent] as const)
    const entry = (w15: string, id: string, parent?: string) =>
      `<${w15}commentEx ${w15}paraId="${id}"${parent === undefined ? '' : ` ${w15}paraIdParent="${parent}"`} ${w15}done="0"/>`
    const own = this.partOf('commentsExtended')
    const entries = (w15: string) =>
      [...this.named.values()].map((id) => entry(w15, id)).join('') +
      said.map(([id, parent]) => entry(w15, id, parent)).join('')
    if (own !== undefined) {
      const part = this.file.xml(own)
      const w15 = namesOf(part.root).name('w15:x').name.slice(0, -1)
      changes.set(
        own,
        encodePart({ ...part, text: splice(part.text, inside(part.text, part.root, entries(w15))) }),
      )
      return
    }
    const { name, target } = this.fresh('commentsExtended')
    parts.addRelationship(this.file.main, EXTENDED, target)
    const text = `${HEAD}<w15:commentsEx xmlns:w15="${WORD_2012}">${entries('w15:')}</w15:commentsEx>`
    parts.add(name, new TextEncoder().encode(text), `${MEDIA}.commentsExtended+xml`)
  }

  private markup(id: number, { author, date }: By, lines: readonly string[]): string {
    const { w } = this
    const paragraph = commentParagraph(id, lines)
    const initials = author
      .split(/\s+/)
      .map((word) => [...word][0] ?? '')
      .join('')
    const when = date === undefined ? '' : ` ${w}date="${escapeXml(date)}"`
    const said = lines.length === 0 ? [''] : lines
    const paragraphs = said.map((line, at) => {
      const named = at === said.length - 1 ? ` xmlns:w14="${WORD_2010}" w14:paraId="${paragraph}"` : ''
      return `<${w}p${named}><${w}r><${w}t xml:space="preserve">${escapeXml(line)}</${w}t></${w}r></${w}p>`
    })
    return `<${w}comment ${w}id="${id}" ${w}author="${escapeXml(author)}"${when} ${w}initials="${escapeXml(initials)}">${paragraphs.join('')}</${w}comment>`
  }

  private partOf(type: string): string | undefined {
    const target = this.file
      .relationships(this.file.main)
      .find((one) => one.type === type && !one.external)?.target
    return target !== undefined && this.file.has(target) ? target : undefined
  }

  private fresh(base: string): { name: string; target: string } {
    const folder = this.file.main.slice(0, this.file.main.lastIndexOf('/') + 1)
    let name = `${folder}${base}.xml`
    for (let number = 1; this.file.has(name); number += 1) name = `${folder}${base}_c${number}.xml`
    return { name, target: `/${name}` }
  }
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

/** Markup at the end of an element, also of one that closes itself. */
function inside(text: string, root: XmlElement, markup: string): Splice[] {
  if (root.innerStart !== root.end) return [{ start: root.innerEnd, end: root.innerEnd, text: markup }]
  const tag = /^<([^\s/>]+)/.exec(text.slice(root.start, root.end))![1]!
  return [{ start: root.end - 2, end: root.end, text: `>${markup}</${tag}>` }]
}

function lastParagraph(node: XmlElement): XmlElement | undefined {
  return elementsOf(node, 'w:p').at(-1)
}

/** The id of the last paragraph of a comment, by which it is answered. */
function commentParagraph(id: number, lines: readonly string[]): string {
  return paragraphId(`${id} ${lines.join('\n')}`)
}

/** The same for the same words; below 0x80000000, as Word wants it. */
function paragraphId(words: string): string {
  const number = createHash('sha256').update(words).digest().readUInt32BE(0) & 0x7fffffff
  return Math.max(1, number).toString(16).toUpperCase().padStart(8, '0')
}
