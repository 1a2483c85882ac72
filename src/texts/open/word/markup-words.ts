import { strFromU8 } from 'fflate'
import { SaxesParser } from 'saxes'
import { countTags, readZip, symbolOf, unpack } from '../../../ooxml/index.ts'

/** Elements that hold words, by the last step of their namespace and their name (ECMA-376 part 1, 17.3.3.31, 21.1.2.3.11, 22.1.2.116). */
const WORDS = new Set([
  ...['wordprocessing t', 'wordprocessing delText', 'math t', 'drawing t'],
  ...['chart v', 'chartex v', 'chartex pt'],
])
/** What parts words, without being any. */
const BREAKS = new Set(['tab', 'br', 'cr', 'ptab', 'noBreakHyphen', 'footnoteReference', 'endnoteReference'])
/** Parts that repeat words of others or are not of the document: building blocks, and the copy of a diagram as drawn. */
const REPEATING = /\/(?:glossaryDocument|diagramDrawing|thumbnail)$/
/** Styles, settings and themes need no second reading. */
const HOLDS_WORDS = /<(?:[\w.-]+:)?(?:t|delText|v|pt)[\s>]/
/** More than this is counted of no file: what is beyond is told as not read. */
const MOST_TAGS = 1_500_000
/** Of letters and figures words are made. */
export const LETTERS = /[\p{L}\p{N}\p{M}]/u

/** A part that a relationship reaches, and what its markup says. */
export interface CountedPart {
  part: string
  /** The last step of the relationship that reaches it. */
  type: string
  /** Its paragraphs. */
  texts: string[]
  /** Signs that are not letters and that it prints with fonts of signs. */
  signs: ReadonlySet<string>
}

/**
 * The parts that hold words and that a relationship reaches from the package, and those that are too long to be counted.
 *
 * @param bytes a Word file that has been read
 */
export function partsIn(
  bytes: Uint8Array,
  view: 'accepted' | 'original',
): { parts: CountedPart[]; uncounted: string[] } {
  const entries = new Map(
    readZip(bytes, Number.POSITIVE_INFINITY).map((entry) => [
      entry.name.replace(/^\//, '').toLowerCase(),
      entry,
    ]),
  )
  const read = (name: string): string | undefined => {
    const entry = entries.get(name.toLowerCase()) ?? entries.get(encodeURI(name).toLowerCase())
    return entry && textOfPart(unpack(entry))
  }
  const parts: CountedPart[] = []
  const uncounted: string[] = []
  let tags = 0
  const count = ({ part, type }: Target): void => {
    if (!/\.xml$/i.test(part)) return
    try {
      const markup = read(part)
      if (markup === undefined || !HOLDS_WORDS.test(markup)) return
      tags += countTags(markup)
      if (tags > MOST_TAGS) uncounted.push(part)
      else parts.push({ part, type, ...runWords(markup, view) })
    } catch {
      // A part that the reader needed and could not unpack has ended the reading: this one is not the document's.
      uncounted.push(part)
    }
  }
  const waiting: Target[] = [{ part: '', type: '' }]
  const reached = new Set([''])
  for (let target = waiting.shift(); target !== undefined; target = waiting.shift()) {
    const { part } = target
    if (part !== '') count(target)
    const slash = part.lastIndexOf('/') + 1
    const relations = read(`${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`)
    for (const next of relations === undefined ? [] : targetsIn(relations, part.slice(0, slash))) {
      if (reached.has(next.part.toLowerCase())) continue
      reached.add(next.part.toLowerCase())
      waiting.push(next)
    }
  }
  return { parts, uncounted }
}

function textOfPart(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  return strFromU8(bytes).replace(/^\uFEFF/, '')
}

interface Target {
  part: string
  type: string
}

function targetsIn(markup: string, folder: string): Target[] {
  const targets: Target[] = []
  const parser = new SaxesParser()
  parser.on('opentag', ({ name, attributes }) => {
    const { Target: target = '', Type: type = '', TargetMode: mode = '' } = attributes
    if (!name.endsWith('Relationship') || mode === 'External' || REPEATING.test(type)) return
    const base = new URL(folder, 'file:///')
    const part = decodeURI(new URL(target.replaceAll('\\', '/'), base).pathname.slice(1))
    targets.push({ part, type: type.slice(type.lastIndexOf('/') + 1) })
  })
  parser.on('error', () => {})
  parser.write(markup).close()
  return targets
}

/**
 * What one part says in the view that is compared, paragraph by paragraph. Of alternate content the first branch that
 * has words is counted: the others repeat it for other programs.
 */
function runWords(
  markup: string,
  view: 'accepted' | 'original',
): { texts: string[]; signs: ReadonlySet<string> } {
  const gone = new Set(view === 'accepted' ? ['del', 'moveFrom'] : ['ins', 'moveTo'])
  const signs = new Set<string>()
  const texts: string[] = []
  const paragraphs: string[] = ['']
  const rows: boolean[] = []
  const cells: boolean[] = []
  const goneCell = view === 'accepted' ? 'cellDel' : 'cellIns'
  /** Of each alternate content that is open, whether a branch of it has had words. */
  const alternates: { worded: boolean; branchWorded: boolean; skipped: boolean }[] = []
  let out = 0
  /** Elements that are open in one that holds words, itself counted. */
  let inWords = 0
  let inRowProperties = false
  const parser = new SaxesParser({ xmlns: true })
  const says = (text: string) => {
    paragraphs[paragraphs.length - 1] += text
  }
  const saysWords = (text: string) => {
    says(text)
    if (text.trim() !== '') for (const alternate of alternates) alternate.branchWorded = true
  }
  parser.on('opentag', ({ uri, local, attributes, isSelfClosing }) => {
    const kind = kindOf(uri)
    if (kind === 'compatibility') {
      if (local === 'AlternateContent')
        alternates.push({ worded: false, skipped: false, branchWorded: false })
      else if (local === 'Choice' || local === 'Fallback') {
        const around = alternates.at(-1)
        if (around) {
          around.skipped = around.worded
          if (around.skipped) out += 1
        }
      }
    } else if (kind === 'wordprocessing' && gone.has(local)) {
      if (inRowProperties) {
        if (rows.length > 0 && rows[rows.length - 1] === false) {
          rows[rows.length - 1] = true
          out += 1
        }
      } else if (!isSelfClosing) out += 1
    } else if (kind === 'wordprocessing' && local === goneCell) {
      if (cells[cells.length - 1] === false) {
        cells[cells.length - 1] = true
        out += 1
      }
    } else if (kind === 'wordprocessing' && local === 'tc') cells.push(false)
    else if (kind === 'wordprocessing' && local === 'tr') rows.push(false)
    else if (kind === 'wordprocessing' && local === 'trPr') inRowProperties = true
    else if (local === 'p' && kind !== '') paragraphs.push('')
    else if (kind === 'wordprocessing' && local === 'sym' && out === 0) {
      const sign = symbolIn(attributes)
      saysWords(sign)
      for (const one of sign.normalize('NFKD')) if (!LETTERS.test(one) && one.trim() !== '') signs.add(one)
    }
    if (kind === 'wordprocessing' && BREAKS.has(local)) says('\n')
    if (kind === 'math' && local === 't') says('\n')
    if (inWords > 0 || WORDS.has(`${kind} ${local}`)) inWords += 1
    if (kind === 'chart' || kind === 'chartex') says('\n')
  })
  parser.on('closetag', ({ uri, local, isSelfClosing }) => {
    const kind = kindOf(uri)
    if (inWords > 0) inWords -= 1
    if (kind === 'compatibility') {
      const around = alternates.at(-1)
      if (local === 'AlternateContent') alternates.pop()
      else if (around && (local === 'Choice' || local === 'Fallback')) {
        if (around.skipped) out -= 1
        around.skipped = false
        around.worded ||= around.branchWorded
      }
    } else if (kind === 'wordprocessing' && gone.has(local)) {
      if (!inRowProperties && !isSelfClosing) out -= 1
    } else if (kind === 'wordprocessing' && local === 'tr') {
      if (rows.pop()) out -= 1
    } else if (kind === 'wordprocessing' && local === 'tc') {
      if (cells.pop()) out -= 1
    } else if (kind === 'wordprocessing' && local === 'trPr') inRowProperties = false
    else if (local === 'p' && kind !== '') texts.push(paragraphs.pop() ?? '')
    if (kind === 'math' && local === 't') says('\n')
  })
  parser.on('text', (text) => {
    if (inWords > 0 && out === 0) saysWords(text)
  })
  parser.on('cdata', (text) => {
    if (inWords > 0 && out === 0) saysWords(text)
  })
  // A part that is no XML is the reader's to refuse.
  parser.on('error', () => {})
  parser.write(markup).close()
  return { texts: [...texts, ...paragraphs], signs }
}

/** What `w:sym` prints, by the table of fonts. */
function symbolIn(attributes: Readonly<Record<string, { local: string; value: string }>>): string {
  const value = (name: string) => Object.values(attributes).find(({ local }) => local === name)?.value
  return symbolOf(value('font'), value('char'))
}

/** The vocabulary of a namespace, in transitional and strict files alike. */
function kindOf(uri: string): string {
  if (uri.includes('markup-compatibility')) return 'compatibility'
  if (uri.includes('wordprocessingml')) return 'wordprocessing'
  if (/drawingml\/(?:2006\/)?chart$/.test(uri)) return 'chart'
  if (uri.endsWith('/drawing/2014/chartex')) return 'chartex'
  if (/officeDocument\/(?:2006\/)?math/.test(uri)) return 'math'
  return /drawingml\/(?:2006\/)?main/.test(uri) ? 'drawing' : ''
}
