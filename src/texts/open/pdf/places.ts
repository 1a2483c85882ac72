import { getDocumentProxy } from 'unpdf'
import { provideFixedLength } from './fixed-length.ts'

/** The pages of a print, and on which of them its named places stand. */
export interface PrintedPlaces {
  pages: number
  /** Number of a page, from 1, by the name of a place. */
  pageOf: ReadonlyMap<string, number>
}

/**
 * Where the bookmarks of a print of ours are.
 *
 * @param pdf made with {@link wordToPdf} and `bookmarks`
 */
export async function printedPlaces(pdf: Uint8Array): Promise<PrintedPlaces> {
  provideFixedLength()
  const document = await getDocumentProxy(pdf.slice(), { isEvalSupported: false, verbosity: 0 })
  const named = Object.entries((await document.getDestinations()) as Record<string, unknown>)
  const pageOf = new Map<string, number>()
  for (const [name, place] of named) {
    const page: unknown = Array.isArray(place) ? place[0] : undefined
    if (typeof page !== 'object' || page === null) continue
    pageOf.set(name, 1 + (await document.getPageIndex(page as { num: number; gen: number })))
  }
  return { pages: document.numPages, pageOf }
}
