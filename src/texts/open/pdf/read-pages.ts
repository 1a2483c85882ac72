import { getDocumentProxy, getResolvedPDFJS } from 'unpdf'
import type { PdfItem, PdfNote, PdfPage } from './types.ts'

/** A page with fewer signs than this is looked at for pictures: it may be scanned. */
const FEW_SIGNS = 40
/** Longest document that is read (pages). */
const MOST_PAGES = 3000

/**
 * The signs of each page of a PDF and where they stand.
 *
 * @throws Error of the PDF library, told by its name: `PasswordException`, `InvalidPDFException` …; `TooLong`
 */
export async function readPages(bytes: Uint8Array): Promise<PdfPage[]> {
  const { OPS } = await getResolvedPDFJS()
  const document = await getDocumentProxy(bytes, {
    isEvalSupported: false,
    useSystemFonts: false,
    verbosity: 0,
  })
  if (document.numPages > MOST_PAGES) throw Object.assign(new Error(), { name: 'TooLong' })
  const pages: PdfPage[] = []
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number)
    const { width, height } = page.getViewport({ scale: 1 })
    const { items } = await page.getTextContent({ includeMarkedContent: false })
    const signs = items.flatMap((item) => ('str' in item && item.str !== '' ? [itemOf(item)] : []))
    const few = signs.reduce((sum, { text }) => sum + text.trim().length, 0) < FEW_SIGNS
    pages.push({
      width,
      height,
      items: signs,
      notes: await notesOf(page),
      pictures: few && (await paints(page, OPS)),
    })
    page.cleanup()
  }
  return pages
}

interface TextItem {
  str: string
  transform: number[]
  width: number
  height: number
}

function itemOf({ str, transform, width, height }: TextItem): PdfItem {
  const [a = 1, b = 0, , , x = 0, y = 0] = transform
  return {
    text: str,
    x,
    y,
    width,
    size: height || Math.hypot(transform[2] ?? 0, transform[3] ?? 0),
    turned: Math.abs(b) > 0.2 * Math.abs(a),
  }
}

interface PageWithNotes {
  getAnnotations(): Promise<unknown[]>
}

/** Words that stand in form fields and remarks, and in no line of the page. */
async function notesOf(page: PageWithNotes): Promise<PdfNote[]> {
  const notes: PdfNote[] = []
  for (const annotation of await page.getAnnotations()) {
    const { subtype, fieldName, fieldValue, contentsObj, titleObj } = annotation as Record<string, unknown>
    if (subtype === 'Widget') {
      const text = wordsOf(fieldValue)
      if (text !== '' && text !== 'Off') notes.push({ kind: 'field', name: wordsOf(fieldName), text })
    } else if (subtype !== 'Link' && subtype !== 'Popup') {
      const text = wordsOf((contentsObj as { str?: unknown } | undefined)?.str)
      if (text !== '')
        notes.push({ kind: 'remark', name: wordsOf((titleObj as { str?: unknown } | undefined)?.str), text })
    }
  }
  return notes
}

function wordsOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(wordsOf).filter(Boolean).join(', ')
  return typeof value === 'string' ? value.trim() : ''
}

interface PageWithOperators {
  getOperatorList(): Promise<{ fnArray: number[] }>
}

async function paints(page: PageWithOperators, ops: Record<string, number>): Promise<boolean> {
  const pictures = new Set(
    Object.entries(ops).flatMap(([name, code]) => (/^paint.*Image/.test(name) ? [code] : [])),
  )
  try {
    const { fnArray } = await page.getOperatorList()
    return fnArray.some((code) => pictures.has(code))
  } catch {
    // A picture that cannot be decoded is a picture.
    return true
  }
}
