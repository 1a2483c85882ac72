import type { WordPackage, XmlPart } from '../ooxml/index.ts'
import {
  elementsOf,
  encodePart,
  escapeXml,
  openPackage,
  type Splice,
  splice,
  writePackage,
} from '../ooxml/index.ts'

/** How a redline leaves. */
export interface Outgoing {
  /** Whether Word lets whoever opens it make tracked changes alone. */
  protect?: boolean
  /** Whose it is, where its properties are to say nothing else. */
  cleanFor?: string
  /** Whose comments go along, beside those that the left file has. */
  commentsOf?: readonly string[]
}

/**
 * A redline as it leaves: what is changed in it from now on is tracked, and where that is asked for nothing else can be
 * done in it, and its properties name no matter, subject, template or digest of ours.
 *
 * @example outgoing(bytes, { protect: true })
 */
export function outgoing(bytes: Uint8Array, { protect = false, cleanFor }: Outgoing): Uint8Array {
  const file = openPackage(bytes)
  const changes = new Map<string, Uint8Array>()
  const settings = file
    .relationships(file.main)
    .find(({ type, external }) => type === 'settings' && !external)
  if (settings && file.has(settings.target))
    changes.set(settings.target, tracking(file.xml(settings.target), protect))
  if (cleanFor !== undefined) for (const [name, part] of cleaned(file, cleanFor)) changes.set(name, part)
  return writePackage(file, changes)
}

/** What stands before `w:trackRevisions` in settings, in their order (ECMA-376 part 1, 17.15.1.78). */
const BEFORE =
  'writeProtection view zoom removePersonalInformation removeDateAndTime doNotDisplayPageBoundaries displayBackgroundShape printPostScriptOverText printFractionalCharacterWidth printFormsData embedTrueTypeFonts embedSystemFonts saveSubsetFonts saveFormsData mirrorMargins alignBordersAndEdges bordersDoNotSurroundHeader bordersDoNotSurroundFooter gutterAtTop hideSpellingErrors hideGrammaticalErrors activeWritingStyle proofState formsDesign attachedTemplate linkStyles stylePaneFormatFilter stylePaneSortMethod documentType mailMerge revisionView'.split(
    ' ',
  )
const BETWEEN = ['doNotTrackMoves', 'doNotTrackFormatting']

function tracking(part: XmlPart, protect: boolean): Uint8Array {
  const { root, text } = part
  const prefix = /<([\w.-]+:)?settings\b/.exec(text.slice(root.start))?.[1] ?? ''
  const own = elementsOf(root)
  const named = (names: readonly string[]) =>
    own.filter(({ name }) => names.some((one) => name === `w:${one}`))
  const splices: Splice[] = []
  // An element that closes itself has no room for children.
  const room =
    root.innerEnd > root.innerStart || text.slice(root.start, root.innerStart).endsWith('/>') === false
  if (!room) return encodePart(part)
  const at = named(BEFORE).at(-1)?.end ?? root.innerStart
  for (const { start, end } of named(['trackRevisions'])) splices.push({ start, end, text: '' })
  splices.push({ start: at, end: at, text: `<${prefix}trackRevisions/>` })
  if (protect) {
    const old = named(['documentProtection'])
    for (const { start, end } of old) splices.push({ start, end, text: '' })
    const behind = named([...BETWEEN, 'trackRevisions']).at(-1)?.end ?? at
    splices.push({
      start: behind,
      end: behind,
      text: `<${prefix}documentProtection ${prefix}edit="trackedChanges" ${prefix}enforcement="1"/>`,
    })
  }
  return encodePart({ ...part, text: splice(text, splices) })
}

/** Properties that may name what is nobody's business, by their part. */
const PRIVATE = {
  'docProps/core.xml': ['subject', 'keywords', 'description', 'category'],
  'docProps/app.xml': ['Template', 'Manager', 'Company', 'HyperlinkBase'],
}

function cleaned(file: WordPackage, author: string): [string, Uint8Array][] {
  const parts: [string, Uint8Array][] = []
  for (const [name, properties] of Object.entries(PRIVATE)) {
    if (!file.has(name)) continue
    const part = file.xml(name)
    const own = elementsOf(part.root)
    const localOf = (element: string) => element.replace(/^.*[:}]/, '')
    const splices = own.flatMap((element): Splice[] => {
      const { start, end, innerStart, innerEnd } = element
      if (properties.includes(localOf(element.name))) return [{ start, end, text: '' }]
      if (localOf(element.name) === 'lastModifiedBy' && innerEnd > innerStart)
        return [{ start: innerStart, end: innerEnd, text: escapeXml(author) }]
      return []
    })
    parts.push([name, encodePart({ ...part, text: splice(part.text, splices) })])
  }
  const custom = 'docProps/custom.xml'
  if (file.has(custom)) {
    const part = file.xml(custom)
    const splices = elementsOf(part.root).map(({ start, end }) => ({ start, end, text: '' }))
    parts.push([custom, encodePart({ ...part, text: splice(part.text, splices) })])
  }
  return parts
}
