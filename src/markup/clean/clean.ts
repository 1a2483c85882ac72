import {
  elementsOf,
  encodePart,
  openPackage,
  parseXml,
  readWord,
  relationshipsPart,
  type Splice,
  splice,
  type WordPackage,
  writePackage,
  type XmlElement,
} from '../../ooxml/index.ts'
import { Problem } from '../../problem.ts'
import { countChanges } from '../resolve/count.ts'
import { storyParts } from '../story-parts.ts'
import { hiddenRuns } from './hidden.ts'
import type { CleanKind, Removed } from './kinds.ts'
import { without, withoutSessions } from './marks.ts'
import { whatStays } from './stays.ts'
import { visibleWords } from './visible.ts'

/** How a file is cleaned. */
export interface CleanOptions {
  /** What stays; tracked changes stay only where that is said, since who made them stays with them. */
  keep?: readonly (CleanKind | 'tracked')[]
}

/** A cleaned file. */
export interface Cleaned {
  bytes: Uint8Array
  removed: Removed[]
  /** What was not looked into: embedded files, pictures. */
  notLookedInto: string[]
  /** What stays though a reader of the page may not see it, a line each. */
  stays: string[]
}

/** Relationships that lead to what a kind takes out, by the last word of their type. */
const relationsOf: Partial<Record<CleanKind, ReadonlySet<string>>> = {
  properties: new Set([
    'core-properties',
    'extended-properties',
    'custom-properties',
    'thumbnail',
    'attachedTemplate',
  ]),
  comments: new Set(['comments', 'commentsExtended', 'commentsIds', 'commentsExtensible', 'people']),
  'custom-parts': new Set([
    'customXml',
    'mailMergeSource',
    'mailMergeHeaderSource',
    'mailMergeRecipientData',
  ]),
}

/** Elements that say the same in the settings. */
const settingsOf: Partial<Record<CleanKind, ReadonlySet<string>>> = {
  properties: new Set(['w:attachedTemplate']),
  'custom-parts': new Set(['w:docVars', 'w:mailMerge']),
}

const COMMENT_MARKS = new Set(['w:commentRangeStart', 'w:commentRangeEnd', 'w:commentReference'])
const SESSIONS = new Set(['w:rsids', 'w:rsid', 'w14:docId', 'w15:docId'])
const BINDINGS = new Set(['w:dataBinding', 'w15:dataBinding'])

/**
 * A Word file without what nobody sees in it: properties, comments, hidden text, parts of programs, ids of editing
 * sessions. What it shows stays to the letter, and that is checked before it is given out.
 *
 * @throws Problem where it cannot be read, has tracked changes that nobody decided on, or would show other words
 * @example cleanWord(bytes, { keep: ['properties'] }).removed // [{ kind: 'comments', what: '2 comments' }]
 */
export function cleanWord(bytes: Uint8Array, { keep = [] }: CleanOptions = {}): Cleaned {
  const file = openPackage(bytes)
  const tracked = Object.values(countChanges(file)).reduce((sum, count) => sum + count, 0)
  if (tracked > 0 && !keep.includes('tracked'))
    throw new Problem(
      'tracked',
      `has ${tracked} tracked changes, which say who made them: accept or reject them first (clausebook resolve), or keep them (--keep tracked)`,
    )
  const cleaning = new Cleaning(file, (kind) => !keep.includes(kind))
  const cleaned = cleaning.bytes()
  const result = openPackage(cleaned)
  const [before, after] = [visibleWords(file), visibleWords(result)]
  const at = before.findIndex((line, place) => line !== after[place])
  if (at >= 0 || before.length !== after.length)
    throw new Problem(
      'clean',
      `is not written, since it would show other words at “${(before[at] ?? after[before.length] ?? '').slice(0, 80)}”: please report it`,
    )
  return {
    bytes: cleaned,
    removed: cleaning.removed,
    notLookedInto: notLookedInto(file),
    stays: whatStays(result),
  }
}

class Cleaning {
  readonly removed: Removed[] = []
  private readonly file: WordPackage
  private readonly goes: (kind: CleanKind) => boolean
  private readonly texts = new Map<string, string>()

  constructor(file: WordPackage, goes: (kind: CleanKind) => boolean) {
    this.file = file
    this.goes = goes
  }

  bytes(): Uint8Array {
    const { file } = this
    if (this.goes('hidden')) this.withoutHidden()
    if (this.goes('comments')) this.withoutComments()
    if (this.goes('properties') || this.goes('custom-parts')) this.everywhere(BINDINGS)
    this.cleanSettings()
    const gone = this.withoutRelations()
    if (this.goes('revision-ids')) this.withoutSessions(gone)
    this.withoutTypes(gone)
    const changes = new Map<string, Uint8Array | undefined>()
    for (const [name, text] of this.texts) {
      const part = file.xml(name)
      if (text !== part.text) changes.set(part.name, encodePart({ ...part, text }))
    }
    for (const name of gone) changes.set(name, undefined)
    return writePackage(file, changes)
  }

  private rootOf(name: string): { text: string; root: XmlElement } {
    const known = this.texts.get(name)
    return known === undefined ? this.file.xml(name) : { text: known, root: parseXml(known) }
  }

  private cut(name: string, splices: readonly Splice[]): void {
    if (splices.length > 0) this.texts.set(name, splice(this.rootOf(name).text, splices))
  }

  private storyNames(): string[] {
    return storyParts(this.file).map(({ name }) => name)
  }

  private withoutHidden(): void {
    const { styles } = readWord(this.file)
    for (const name of this.storyNames()) {
      const { splices, words } = hiddenRuns(this.rootOf(name).root, styles)
      this.cut(name, splices)
      const counted = words.match(/\S+/g)?.length ?? 0
      if (splices.length > 0)
        this.removed.push({
          kind: 'hidden',
          what: `hidden text of ${name}: ${counted} ${counted === 1 ? 'word' : 'words'}`,
        })
    }
  }

  private withoutComments(): void {
    const part = this.file.relationships(this.file.main).find(({ type }) => type === 'comments')?.target
    const count =
      part !== undefined && this.file.has(part) ? elementsOf(this.file.xml(part).root, 'w:comment').length : 0
    if (count > 0)
      this.removed.push({ kind: 'comments', what: `${count} ${count === 1 ? 'comment' : 'comments'}` })
    this.everywhere(COMMENT_MARKS)
  }

  private everywhere(names: ReadonlySet<string>): void {
    for (const name of this.storyNames()) this.cut(name, without(this.rootOf(name).root, names))
  }

  private cleanSettings(): void {
    const name = this.file.relationships(this.file.main).find(({ type }) => type === 'settings')?.target
    if (name === undefined || !this.file.has(name)) return
    for (const [kind, names] of Object.entries(settingsOf) as [CleanKind, ReadonlySet<string>][]) {
      if (!this.goes(kind)) continue
      const { root } = this.rootOf(name)
      const found = elementsOf(root).filter((one) => names.has(one.name))
      for (const one of found)
        this.removed.push({ kind, what: `${one.name.replace(/^\w+:/, '')} of ${name}` })
      this.cut(
        name,
        found.map(({ start, end }) => ({ start, end, text: '' })),
      )
    }
  }

  /** Takes out relationships, and every part that nothing leads to any more. */
  private withoutRelations(): Set<string> {
    const { file } = this
    const kindOf = (type: string) =>
      (Object.keys(relationsOf) as CleanKind[]).find(
        (kind) => this.goes(kind) && relationsOf[kind]!.has(type),
      )
    const reached = new Set<string>()
    const visit = (part: string): void => {
      const rels = relationshipsPart(part)
      if (file.has(rels)) reached.add(rels.toLowerCase())
      const relationships = file.relationships(part)
      const gone = new Set(relationships.filter(({ type }) => kindOf(type) !== undefined).map(({ id }) => id))
      if (gone.size > 0) {
        const { root } = this.rootOf(rels)
        const cut = elementsOf(root).filter(({ attributes }) => gone.has(attributes.Id ?? ''))
        this.cut(
          rels,
          cut.map(({ start, end }) => ({ start, end, text: '' })),
        )
      }
      for (const { id, target, external } of relationships) {
        const key = target.toLowerCase()
        if (external || gone.has(id) || reached.has(key) || !file.has(target)) continue
        reached.add(key)
        visit(target)
      }
    }
    visit('')
    const named = this.namedKinds(kindOf)
    const gone = new Set<string>()
    for (const { name } of file.entries) {
      const plain = name.replace(/^\//, '')
      const key = plain.toLowerCase()
      if (key === '[content_types].xml' || key.endsWith('/') || reached.has(key)) continue
      const kind = named.get(key)
      if (kind === undefined && !this.goes('custom-parts')) continue
      gone.add(plain)
      if (!key.endsWith('.rels')) this.removed.push({ kind: kind ?? 'custom-parts', what: plain })
    }
    return gone
  }

  /** Which kind takes each part out, where its relationship says so. */
  private namedKinds(kindOf: (type: string) => CleanKind | undefined): Map<string, CleanKind> {
    const named = new Map<string, CleanKind>()
    const name = (part: string, kind: CleanKind) => {
      if (named.has(part.toLowerCase())) return
      named.set(part.toLowerCase(), kind)
      named.set(relationshipsPart(part).toLowerCase(), kind)
      for (const { target, external } of this.file.relationships(part)) if (!external) name(target, kind)
    }
    for (const part of ['', ...this.storyNames(), ...this.settings()])
      for (const { type, target, external } of this.file.relationships(part)) {
        const kind = external ? undefined : kindOf(type)
        if (kind) name(target, kind)
      }
    return named
  }

  private settings(): string[] {
    return this.file
      .relationships(this.file.main)
      .filter(({ type, external }) => type === 'settings' && !external)
      .map(({ target }) => target)
  }

  private withoutSessions(gone: ReadonlySet<string>): void {
    const folder = this.file.main.slice(0, this.file.main.lastIndexOf('/') + 1).toLowerCase()
    let count = 0
    for (const { name: entry } of this.file.entries) {
      const name = entry.replace(/^\//, '')
      const key = name.toLowerCase()
      if (gone.has(name) || !key.startsWith(folder) || !key.endsWith('.xml')) continue
      const elements = without(this.rootOf(name).root, SESSIONS)
      this.cut(name, elements)
      const clean = withoutSessions(this.rootOf(name).text)
      count += clean.count + elements.length
      if (clean.count > 0) this.texts.set(name, clean.text)
    }
    if (count > 0)
      this.removed.push({ kind: 'revision-ids', what: `${count} ids of editing sessions and of the file` })
  }

  private withoutTypes(gone: ReadonlySet<string>): void {
    const name = '[Content_Types].xml'
    if (gone.size === 0 || !this.file.has(name)) return
    const keys = new Set([...gone].map((part) => `/${part.toLowerCase()}`))
    const { root } = this.rootOf(name)
    this.cut(
      name,
      elementsOf(root)
        .filter(({ attributes }) => keys.has((attributes.PartName ?? '').toLowerCase()))
        .map(({ start, end }) => ({ start, end, text: '' })),
    )
  }
}

/** What may hold something of its own that nobody sees, and is not opened. */
function notLookedInto({ entries, contentType }: WordPackage): string[] {
  return entries
    .map(({ name }) => name)
    .filter(
      (name) =>
        /\/embeddings\/|vbaProject|\/glossary\/document/i.test(name) ||
        /^image\/(?:jpe?g|tiff)/.test(contentType(name)),
    )
}
