import { getDocumentProxy, getResolvedPDFJS } from 'unpdf'
import type { Omission, SourceMark } from '../../../agreement/index.ts'
import { besideText } from './beside.ts'
import { drawnLetters } from './drawn-letters.ts'
import { provideFixedLength } from './fixed-length.ts'
import { type Area, paintedOn } from './painted.ts'
import { picturesOf } from './pictures.ts'
import { rawCounts } from './raw.ts'
import type { Fonts, PdfFile, PdfItem, PdfPage } from './types.ts'
import { unseenWords } from './unseen.ts'

/** Longest document that is read (pages). */
const MOST_PAGES = 3000

/**
 * The signs of each page of a PDF and where they stand, what stands beside them, and what is on no page.
 *
 * @throws Error of the PDF library, told by its name: `PasswordException`, `InvalidPDFException` …; `TooLong`
 */
export async function readPages(bytes: Uint8Array): Promise<PdfFile> {
  provideFixedLength()
  const { OPS } = await getResolvedPDFJS()
  const names = new Map(Object.entries(OPS).map(([name, code]) => [code, name]))
  // Before the library takes the bytes away.
  const raw = rawCounts(bytes)
  const document = await getDocumentProxy(bytes, {
    isEvalSupported: false,
    useSystemFonts: false,
    verbosity: 1,
  })
  if (document.numPages > MOST_PAGES) throw Object.assign(new Error(), { name: 'TooLong' })
  const pages: PdfPage[] = []
  const files: string[] = []
  const damage = damageTold()
  const layers = await document.getOptionalContentConfig()
  const isOn = (layer: unknown) => isShown(layers, layer)
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number)
    const { width, height } = page.getViewport({ scale: 1 })
    const { items } = await page.getTextContent({ includeMarkedContent: false })
    const place = `page ${number}`
    const { files: hung, ...beside } = besideText(await page.getAnnotations(), place)
    files.push(...hung)
    const signs = items.flatMap((item) => ('str' in item && item.str !== '' ? [itemOf(item)] : []))
    const operators = await page.getOperatorList().catch(() => ({ fnArray: [], argsArray: [] }))
    const pictures = await picturesOf(page, operators, OPS, place)
    const view = page.view as unknown as Area
    beside.marks.push(...unseenWords(paintedOn(operators, names, view, isOn), view, place))
    beside.marks.push(...drawnLetters(operators, names, page.commonObjs, place))
    beside.marks.push(...scriptsOf(await page.getJSActions(), place))
    if (damage.since()) beside.unread.push({ kind: 'damaged-content', place })
    beside.marks.push(...signFonts(page.commonObjs, signs, place))
    pages.push({ width, height, items: signs, pictures, ...beside })
    page.cleanup()
  }
  const unread = await unreadOf(document, files)
  if (raw.hasFile && !unread.some(({ kind }) => kind === 'attached-file'))
    unread.push({ kind: 'attached-file', place: 'a file that no list names' })
  if (raw.pages > pages.length)
    unread.push({ kind: 'uncounted-pages', place: `${raw.pages - pages.length} more than the file counts` })
  return {
    pages,
    unread,
    outline: titlesOf(await document.getOutline()),
    marks: scriptsOf(await document.getJSActions(), 'the file'),
  }
}

/** Whether a layer is on; what the library does not know is. */
function isShown(layers: { isVisible(group: unknown): boolean }, layer: unknown): boolean {
  try {
    return layers.isVisible(layer)
  } catch {
    return true
  }
}

/** What a file or a page does by itself, which may write words: not compared as words, and told where it differs. */
function scriptsOf(actions: unknown, place: string): SourceMark[] {
  return actions ? [{ kind: 'script', within: '', at: JSON.stringify(actions), place }] : []
}

/** The titles by which a program shows the parts of a file. */
function titlesOf(outline: unknown, depth = 0): string[] {
  if (!Array.isArray(outline) || depth > 64) return []
  return (outline as { title?: unknown; items?: unknown }[]).flatMap(({ title, items }) => [
    ...(typeof title === 'string' && title.trim() !== '' ? [title.trim()] : []),
    ...titlesOf(items, depth + 1),
  ])
}

/**
 * Whether the library has told, since it was asked last, that it left out a part of a page that it could not read: it
 * says so on standard error, and nowhere else.
 */
function damageTold(): { since(): boolean } {
  let told = false
  const listen = (...words: unknown[]) => {
    told ||= /(?:getContentStream|getTextContent) - ignoring|Filter ".*" is not supported/.test(
      words.join(' '),
    )
  }
  console.warn = listen
  console.log = listen
  return {
    since() {
      const was = told
      told = false
      return was
    },
  }
}

/** Letters that print as signs: their shape is all that they say, and it is not read. */
function signFonts(fonts: Fonts, items: readonly PdfItem[], place: string): SourceMark[] {
  return items.flatMap(({ text, font, x, y }) => {
    if (text.trim() === '' || !fonts.has(font)) return []
    const { name } = fonts.get(font) as { name?: unknown }
    if (typeof name !== 'string' || !/dingbats|wingdings|webdings|marlett/i.test(name)) return []
    const at = `${text} ${name} ${Math.round(x)} ${Math.round(y)}`
    return [{ kind: 'sign-font', within: '', at, place: `“${text.trim()}” in ${name}, ${place}` }]
  })
}

interface WithFiles {
  getAttachments(): Promise<unknown>
  getMetadata(): Promise<{ info: object }>
}

/** What is on no page: files inside the file (ISO 32000-1, 7.11.4), and a form that Adobe's programs alone show (12.7.8). */
async function unreadOf(document: WithFiles, hung: readonly string[]): Promise<Omission[]> {
  const inside = Object.entries((await document.getAttachments()) ?? {}).map(([key, file]) => {
    const { filename } = file as { filename?: unknown }
    return typeof filename === 'string' && filename !== '' ? filename : key
  })
  const { IsXFAPresent } = (await document.getMetadata()).info as { IsXFAPresent?: boolean }
  return [
    ...[...new Set([...inside, ...hung])].map((place) => ({ kind: 'attached-file', place })),
    ...(IsXFAPresent === true ? [{ kind: 'xfa-form', place: 'the form inside' }] : []),
  ]
}

interface TextItem {
  str: string
  transform: number[]
  width: number
  height: number
  fontName: string
}

function itemOf({ str, transform, width, height, fontName }: TextItem): PdfItem {
  const [a = 1, b = 0, , , x = 0, y = 0] = transform
  return {
    text: str,
    x,
    y,
    width,
    size: height || Math.hypot(transform[2] ?? 0, transform[3] ?? 0),
    turned: Math.abs(b) > 0.2 * Math.abs(a),
    font: fontName,
  }
}
