import { createHash } from 'node:crypto'
import {
  elementsOf,
  encodePart,
  escapeXml,
  relationshipsPart,
  type WordPackage,
  type XmlElement,
} from '../../ooxml/index.ts'

/**
 * What of one file is carried into another beside its words: the parts that they refer to, with relationships and media
 * types. Nothing is written before {@link changes} is asked for.
 */
export class CarriedParts {
  private readonly from: WordPackage
  private readonly to: WordPackage
  /** New parts by name. */
  private readonly added = new Map<string, { bytes: Uint8Array; type: string }>()
  /** New relationships by the part that they belong to. */
  private readonly relationships = new Map<string, string[]>()
  private readonly ids = new Map<string, string>()
  private readonly places = new Map<string, string>()
  private digests: Map<string, string> | undefined

  constructor(from: WordPackage, to: WordPackage) {
    this.from = from
    this.to = to
  }

  /**
   * The id in a part of what an id in a part of the other file refers to.
   *
   * @returns undefined where it refers to nothing
   */
  relationship(fromPart: string, id: string, toPart: string): string | undefined {
    const key = `${fromPart}\n${id}\n${toPart}`
    const known = this.ids.get(key)
    if (known !== undefined) return known
    const element = relationshipElements(this.from, fromPart).find(({ attributes }) => attributes.Id === id)
    if (!element) return undefined
    const external = element.attributes.TargetMode === 'External'
    const part = this.from.relationships(fromPart).find((one) => one.id === id)!.target
    if (!external && !this.from.has(part)) return undefined
    const target = external ? (element.attributes.Target ?? '') : `/${this.part(part)}`
    const made = this.addRelationship(toPart, element.attributes.Type ?? '', target, external)
    this.ids.set(key, made)
    return made
  }

  /** Adds a relationship. */
  addRelationship(part: string, type: string, target: string, external = false): string {
    const taken = new Set(this.to.relationships(part).map(({ id }) => id))
    const own = this.relationships.get(part) ?? []
    let number = own.length + 1
    while (taken.has(`rIdC${number}`)) number += 1
    const id = `rIdC${number}`
    own.push(
      `Id="${id}" Type="${escapeXml(type)}" Target="${escapeXml(target)}"${external ? ' TargetMode="External"' : ''}`,
    )
    this.relationships.set(part, own)
    return id
  }

  /** Adds a part. */
  add(name: string, bytes: Uint8Array, type: string): void {
    this.added.set(name, { bytes, type })
  }

  /** The name in the other file of a part that is carried there, with all that it refers to; one that is there is taken. */
  private part(name: string): string {
    const known = this.places.get(name.toLowerCase())
    if (known !== undefined) return known
    const bytes = this.from.bytes(name)
    const refers = relationshipElements(this.from, name).length > 0
    const same = refers ? undefined : this.inTarget().get(digest(bytes))
    if (same !== undefined) {
      this.places.set(name.toLowerCase(), same)
      return same
    }
    const [, folder = '', base = '', extension = ''] = /^(.*\/)?([^/]*?)(\.[^./]*)?$/.exec(name) ?? []
    let made = ''
    for (let number = 1; made === '' || this.to.has(made) || this.added.has(made); number += 1)
      made = `${folder}${base.replace(/[^\w-]/g, '_')}_c${number}${extension}`
    this.places.set(name.toLowerCase(), made)
    this.add(made, bytes, this.from.contentType(name))
    for (const { attributes } of relationshipElements(this.from, name)) {
      const { Id: id = '', Type: type = '', Target: written = '' } = attributes
      const external = attributes.TargetMode === 'External'
      const target = this.from.relationships(name).find((one) => one.id === id)!.target
      if (!external && !this.from.has(target)) continue
      const to = external ? written : `/${this.part(target)}`
      const own = this.relationships.get(made) ?? []
      own.push(
        `Id="${escapeXml(id)}" Type="${escapeXml(type)}" Target="${escapeXml(to)}"${external ? ' TargetMode="External"' : ''}`,
      )
      this.relationships.set(made, own)
    }
    return made
  }

  private inTarget(): Map<string, string> {
    if (!this.digests) {
      this.digests = new Map()
      for (const { name } of this.to.entries) {
        if (!/\/(?:media|embeddings)\//.test(name)) continue
        this.digests.set(digest(this.to.bytes(name)), name.replace(/^\//, ''))
      }
    }
    return this.digests
  }

  /** What changes in the other file: new parts, relationships and media types. */
  changes(): Map<string, Uint8Array> {
    const changes = new Map<string, Uint8Array>()
    for (const [name, { bytes }] of this.added) changes.set(name, bytes)
    for (const [part, made] of this.relationships) {
      const name = relationshipsPart(part)
      changes.set(
        name,
        this.to.has(name) ? inserted(this.to, name, 'Relationship', made) : freshRelationships(made),
      )
    }
    const types = this.types()
    if (types.length > 0) {
      const name = '[Content_Types].xml'
      const at = this.to.xml(name)
      const prefix = prefixOf(at.text, at.root)
      const text =
        at.text.slice(0, at.root.innerEnd) +
        types.map((one) => `<${prefix}${one}/>`).join('') +
        at.text.slice(at.root.innerEnd)
      changes.set(name, encodePart({ ...at, text }))
    }
    return changes
  }

  private types(): string[] {
    return [...this.added]
      .filter(([name, { type }]) => type !== '' && this.to.contentType(name) !== type)
      .map(([name, { type }]) => `Override PartName="/${escapeXml(name)}" ContentType="${escapeXml(type)}"`)
  }
}

function digest(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('base64')
}

function relationshipElements(file: WordPackage, part: string): XmlElement[] {
  const name = relationshipsPart(part)
  return file.has(name) ? elementsOf(file.xml(name).root, 'rel:Relationship') : []
}

function prefixOf(text: string, root: XmlElement): string {
  return /^<((?:[^\s/>:]+:)?)/.exec(text.slice(root.start))![1]!
}

function inserted(file: WordPackage, name: string, element: string, made: readonly string[]): Uint8Array {
  const part = file.xml(name)
  const { root } = part
  const prefix = prefixOf(part.text, root)
  const elements = made.map((attributes) => `<${prefix}${element} ${attributes}/>`).join('')
  const empty = root.innerStart === root.end
  const text = empty
    ? `${part.text.slice(0, root.end - 2)}>${elements}</${prefix}Relationships>${part.text.slice(root.end)}`
    : part.text.slice(0, root.innerEnd) + elements + part.text.slice(root.innerEnd)
  return encodePart({ ...part, text })
}

function freshRelationships(made: readonly string[]): Uint8Array {
  const elements = made.map((attributes) => `<Relationship ${attributes}/>`).join('')
  return new TextEncoder().encode(
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${elements}</Relationships>`,
  )
}
