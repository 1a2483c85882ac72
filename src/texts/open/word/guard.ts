import { strFromU8, unzipSync } from 'fflate'
import { SaxesParser } from 'saxes'
import type { Omission, SourceBlock, SourceDocument } from '../../../agreement/index.ts'

/** Elements that hold words, by the last step of their namespace and their name (ECMA-376 part 1, 17.3.3.31, 21.1.2.3.11, 22.1.2.116). */
const WORDS = new Set(['wordprocessing t', 'wordprocessing delText', 'math t', 'drawing t'])
/** What parts words, without being any. */
const BREAKS = new Set([
  'tab',
  'br',
  'cr',
  'ptab',
  'noBreakHyphen',
  'sym',
  'footnoteReference',
  'endnoteReference',
])
/** Parts that repeat words of others or are not of the document: building blocks, and the copy of a diagram as drawn. */
const REPEATING = /\/(?:glossaryDocument|diagramDrawing|thumbnail)$/
/** Styles, settings and themes need no second reading. */
const HOLDS_WORDS = /<(?:[\w.-]+:)?(?:t|delText)[\s>]/
const RUN_OF_LETTERS = /[\p{L}\p{N}\p{M}]+/gu

/**
 * What a reader of Word files did not hand over: the words of every part that a relationship reaches, counted here from
 * the markup alone, without those of the reader and of what it left out by a rule. This shares no code with the reader,
 * so that a fault of one is seen by the other.
 *
 * @param bytes the file, which the reader has found to be within its limits
 * @param document what the reader says of it
 * @returns an entry for each part with words that nobody compares
 */
export function missedWords(
  bytes: Uint8Array,
  document: SourceDocument,
  view: 'accepted' | 'original' = 'accepted',
): Omission[] {
  const delivered = new Map<string, number>()
  for (const text of wordsOf(document)) add(delivered, text)
  const told = new Set(document.unread.map(({ place }) => place.replace(/^\//, '').toLowerCase()))
  const missed = new Map<string, string[]>()
  for (const [part, words] of wordsByPart(bytes, view)) {
    if (told.has(part.toLowerCase())) continue
    for (const word of words) {
      const left = delivered.get(word) ?? 0
      if (left > 0) delivered.set(word, left - 1)
      else missed.set(part, [...(missed.get(part) ?? []), word])
    }
  }
  return [...missed].flatMap(([part, words]): Omission[] => {
    const lost = withoutSigns(withoutParts(words, delivered), delivered)
    return lost.length === 0
      ? []
      : [{ kind: 'not-read', place: part, words: lost.length, text: lost.join(' ') }]
  })
}

/** A word that the reader joined of several, or cut: its parts are in what is left of what it handed over. */
function withoutParts(words: string[], delivered: Map<string, number>): string[] {
  const rest = [...delivered].filter(([, count]) => count > 0).map(([word]) => word)
  const whole = words.join('')
  return words.filter((word) => {
    if (
      rest.some(
        (other) =>
          other.length > word.length && other.includes(word) && (word.length > 1 || whole.includes(other)),
      )
    )
      return false
    const cut = rest.filter((other) => other.length < word.length && word.includes(other))
    return cut.reduce((sum, one) => sum + one.length, 0) < word.length
  })
}

/** Single signs, as of equations, stand in longer words that were handed over and that nothing else has used. */
function withoutSigns(words: string[], delivered: Map<string, number>): string[] {
  const signs = new Map<string, number>()
  for (const [word, count] of delivered)
    for (const sign of word.normalize('NFKD')) signs.set(sign, (signs.get(sign) ?? 0) + count)
  return words.filter((word) => {
    const sign = word.normalize('NFKD')
    const left = signs.get(sign) ?? 0
    if ([...sign].length > 1 || left === 0) return true
    signs.set(sign, left - 1)
    return false
  })
}

function* wordsOf({ stories, leftOut }: SourceDocument): Generator<string> {
  for (const { blocks, lines } of stories) {
    yield* textOf(blocks)
    if (lines) yield lines.source
  }
  for (const { text } of leftOut) if (text !== undefined) yield text
}

function* textOf(blocks: readonly SourceBlock[]): Generator<string> {
  for (const block of blocks) {
    if (block.type === 'paragraph') yield block.text
    else for (const { cells } of block.rows) for (const cell of cells) yield* textOf(cell.blocks)
  }
}

function add(counts: Map<string, number>, text: string): void {
  for (const word of text.match(RUN_OF_LETTERS) ?? []) counts.set(word, (counts.get(word) ?? 0) + 1)
}

/** The words of each part that a relationship reaches from the package, in the order in which they are reached. */
function wordsByPart(bytes: Uint8Array, view: 'accepted' | 'original'): Map<string, string[]> {
  const parts = unzipSync(bytes, { filter: ({ name }) => /\.(?:xml|rels)$/i.test(name) })
  const names = new Map(Object.keys(parts).map((name) => [name.replace(/^\//, '').toLowerCase(), name]))
  const read = (name: string) => {
    const own = names.get(name.toLowerCase())
    return own === undefined ? undefined : textOfPart(parts[own]!)
  }
  const found = new Map<string, string[]>()
  const waiting = ['']
  const reached = new Set(waiting)
  for (let part = waiting.shift(); part !== undefined; part = waiting.shift()) {
    const markup = part === '' ? undefined : read(part)
    if (markup !== undefined && HOLDS_WORDS.test(markup)) {
      const words = wordsIn(markup, view)
      if (words.length > 0) found.set(part, words)
    }
    const slash = part.lastIndexOf('/') + 1
    const relations = read(`${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`)
    for (const target of relations === undefined ? [] : targetsIn(relations, part.slice(0, slash))) {
      if (reached.has(target.toLowerCase())) continue
      reached.add(target.toLowerCase())
      waiting.push(target)
    }
  }
  return found
}

function textOfPart(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  return strFromU8(bytes).replace(/^\uFEFF/, '')
}

function targetsIn(markup: string, folder: string): string[] {
  const targets: string[] = []
  const parser = new SaxesParser()
  parser.on('opentag', ({ name, attributes }) => {
    const { Target: target = '', Type: type = '', TargetMode: mode = '' } = attributes
    if (!name.endsWith('Relationship') || mode === 'External' || REPEATING.test(type)) return
    const base = new URL(folder, 'file:///')
    targets.push(decodeURI(new URL(target.replaceAll('\\', '/'), base).pathname.slice(1)))
  })
  parser.on('error', () => {})
  parser.write(markup).close()
  return targets
}

/** The words of one part, in the view that is compared; those of the fallback of alternate content are a repetition. */
function wordsIn(markup: string, view: 'accepted' | 'original'): string[] {
  const gone = new Set(view === 'accepted' ? ['del', 'moveFrom'] : ['ins', 'moveTo'])
  const texts: string[] = []
  const paragraphs: string[] = ['']
  const rows: boolean[] = []
  let out = 0
  let words = false
  const math = false
  let inRowProperties = false
  const parser = new SaxesParser({ xmlns: true })
  const says = (text: string) => {
    paragraphs[paragraphs.length - 1] += text
  }
  parser.on('opentag', ({ uri, local, isSelfClosing }) => {
    const kind = kindOf(uri)
    if (local === 'Fallback' && uri.includes('markup-compatibility')) out += 1
    else if (kind === 'wordprocessing' && gone.has(local)) {
      if (inRowProperties) {
        if (rows.length > 0 && rows[rows.length - 1] === false) {
          rows[rows.length - 1] = true
          out += 1
        }
      } else if (!isSelfClosing) out += 1
    } else if (kind === 'wordprocessing' && local === 'tr') rows.push(false)
    else if (kind === 'wordprocessing' && local === 'trPr') inRowProperties = true
    else if (local === 'p' && kind !== '') paragraphs.push('')
    if (kind === 'wordprocessing' && BREAKS.has(local)) says('\n')
    if (kind === 'math' && local === 't') says('\n')
    words = WORDS.has(`${kind} ${local}`)
  })
  parser.on('closetag', ({ uri, local, isSelfClosing }) => {
    const kind = kindOf(uri)
    words = false
    if (local === 'Fallback' && uri.includes('markup-compatibility')) out -= 1
    else if (kind === 'wordprocessing' && gone.has(local)) {
      if (!inRowProperties && !isSelfClosing) out -= 1
    } else if (kind === 'wordprocessing' && local === 'tr') {
      if (rows.pop()) out -= 1
    } else if (kind === 'wordprocessing' && local === 'trPr') inRowProperties = false
    else if (local === 'p' && kind !== '') texts.push(paragraphs.pop() ?? '')
    if (kind === 'math' && local === 't') says('\n')
  })
  parser.on('text', (text) => {
    // A reader sets an equation in a line of its own making: its signs count one by one.
    if (words && out === 0) says(math ? [...text].join('\n') : text)
  })
  parser.on('cdata', (text) => {
    if (words && out === 0) says(text)
  })
  // A part that is no XML is the reader's to refuse.
  parser.on('error', () => {})
  parser.write(markup).close()
  return [...texts, ...paragraphs].flatMap((text) => text.match(RUN_OF_LETTERS) ?? [])
}

/** The vocabulary of a namespace, in transitional and strict files alike. */
function kindOf(uri: string): string {
  if (uri.includes('wordprocessingml')) return 'wordprocessing'
  if (/officeDocument\/(?:2006\/)?math/.test(uri)) return 'math'
  return /drawingml\/(?:2006\/)?main/.test(uri) ? 'drawing' : ''
}
