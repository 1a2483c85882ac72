import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import {
  type Omission,
  picturesRead,
  type SourceDocument,
  type SourcePicture,
  type SourceStory,
} from '../../agreement/index.ts'
import { packageRoot } from '../../home.ts'
import { Problem } from '../../problem.ts'
import { blocksOf } from './pdf/blocks.ts'
import { inColumns } from './pdf/columns.ts'
import { withoutFootnotes } from './pdf/footnotes.ts'
import { withoutHeads } from './pdf/heads.ts'
import { linesOf } from './pdf/lines.ts'
import { linksOn } from './pdf/links.ts'
import type { PdfFile } from './pdf/types.ts'

/** Longest file that is read (bytes). */
const LONGEST_FILE = 50_000_000
/** Most memory of the thread that reads it (megabytes). */
const MOST_MEMORY = 768

/**
 * What a PDF with a text layer says: lines, columns, tables, paragraphs and footnotes rebuilt from where its signs
 * stand; repeated heads and feet once, page numbers left out and counted, form fields, remarks and the targets of
 * links as stories of their own, and every page that is a picture, and every file inside, named as not read.
 *
 * @param milliseconds time limit
 * @throws Problem where it is too large, encrypted, broken, or takes too long
 * @example
 * const { stories, unread } = await pdfDocument(bytes) // unread: [{ kind: 'scanned-page', place: 'page 3' }]
 */
export async function pdfDocument(bytes: Uint8Array, milliseconds = 60_000): Promise<SourceDocument> {
  if (bytes.length > LONGEST_FILE)
    throw new Problem(
      'pdf-size',
      'is larger than 50 MB: save its pages in parts, or its text as .docx or .txt',
    )
  return documentOf(await inWorker(bytes, milliseconds))
}

function documentOf({ pages, unread: onNoPage, outline, marks }: PdfFile): SourceDocument {
  const unread: Omission[] = [...onNoPage]
  const leftOut: Omission[] = []
  const notes: string[] = []
  pages.forEach(({ items, pictures, unread: onPage }, at) => {
    unread.push(...onPage)
    const text = items.map((item) => item.text).join('')
    const place = `page ${at + 1}`
    if (pictures.length > 0 && text.trim().length < 40) unread.push({ kind: 'scanned-page', place })
    const unmapped = text.match(/[\u0000-\u0008\u000e-\u001f\ufffd\ue000-\uf8ff]/g)?.length ?? 0
    if (unmapped > 0) unread.push({ kind: 'unmapped-signs', place, words: unmapped })
  })
  const heads = withoutHeads(
    pages.map((page, at) => linesOf(page, at + 1)),
    pages,
  )
  const bodies = heads.pages.map((lines) => withoutFootnotes(lines))
  const { blocks, joined } = blocksOf(bodies.flatMap(({ body }) => inColumns(body)))
  if (heads.numbers > 0) leftOut.push({ kind: 'page-number', place: '', words: heads.numbers })
  if (heads.repeated > 0) leftOut.push({ kind: 'repeated-head', place: '', words: heads.repeated })
  notes.push('It is a PDF: paragraphs, columns and tables were rebuilt from where its words stand.')
  if (joined > 0)
    notes.push(
      `${joined === 1 ? 'One word' : `${joined} words`} divided at a line’s end ${joined === 1 ? 'was' : 'were'} joined, as the rest of the text writes ${joined === 1 ? 'it' : 'them'}.`,
    )
  const pictures = picturesOnce(pages)
  if (pictures.length > 0) notes.push(`${picturesRead(pictures.length)}.`)
  const links = pages.flatMap(linksOn)
  const words = (kind: SourceStory['kind'], texts: readonly string[]): SourceStory[] =>
    texts.map((text) => ({ kind, name: '', blocks: [{ type: 'paragraph', text }] }))
  const footnotes = bodies.flatMap(({ notes: own }) => own)
  const beside = pages.flatMap((page) => page.notes)
  const turned = pages.flatMap(({ items }) => items.filter((item) => item.turned && item.text.trim() !== ''))
  return {
    stories: [
      { kind: 'body', name: '', blocks },
      ...words('headers', heads.heads),
      ...words('footers', heads.feet),
      ...footnotes.map(
        ({ number, text }): SourceStory => ({
          kind: 'footnotes',
          name: number,
          blocks: [{ type: 'paragraph', text }],
        }),
      ),
      ...beside.map(
        ({ kind, name, text }): SourceStory => ({
          kind: kind === 'remark' ? 'comments' : 'boxes',
          name: kind === 'remark' ? (name === '' ? '' : `Comment by ${name}`) : `field ${name}`.trim(),
          blocks: [{ type: 'paragraph', text }],
        }),
      ),
      ...(links.length > 0 ? [{ kind: 'links' as const, name: '', blocks: links }] : []),
      ...ownTitles(outline, pages).map(
        (text): SourceStory => ({ kind: 'boxes', name: 'bookmark', blocks: [{ type: 'paragraph', text }] }),
      ),
      ...words('boxes', [...new Set(turned.map(({ text }) => text.trim()))].slice(0, 1000)),
    ],
    leftOut,
    unread,
    notes,
    pictures,
    marks: [...pages.flatMap((page) => page.marks), ...marks],
    format: 'pdf',
  }
}

/** Titles of parts that have a word which no page has; the others repeat what is read on a page. */
function ownTitles(outline: readonly string[], pages: PdfFile['pages']): string[] {
  const printed = pages.map(({ items }) => items.map(({ text }) => text).join('')).join('')
  const solid = printed.replace(/[^\p{L}\p{N}]+/gu, '').toLowerCase()
  return outline.filter((title) =>
    title
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .some((word) => !solid.includes(word)),
  )
}

/** A logo on every page is one picture: how many pages there are is no matter of what it shows. */
function picturesOnce(pages: PdfFile['pages']): SourcePicture[] {
  const pictures = pages.flatMap((page) => page.pictures)
  return [...new Map(pictures.toReversed().map((one) => [one.identity, one])).values()].toReversed()
}

function inWorker(bytes: Uint8Array, milliseconds: number): Promise<PdfFile> {
  const worker = new Worker(join(packageRoot(), 'dist', 'pdf-worker.js'), {
    workerData: Uint8Array.from(bytes),
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY },
    stdout: true,
    stderr: true,
  })
  return new Promise<PdfFile>((done, fail) => {
    const timer = setTimeout(
      () => fail(new Problem('pdf-time', 'takes too long to read: save its text as .docx or .txt')),
      milliseconds,
    )
    timer.unref()
    worker.once('message', (message: { file: PdfFile } | { failed: string }) => {
      if ('file' in message) done(message.file)
      else fail(problemOf(message.failed))
    })
    worker.once('error', () => fail(problemOf('')))
    worker.once('exit', () => fail(problemOf('')))
  }).finally(() => worker.terminate())
}

function problemOf(failed: string): Problem {
  if (failed === 'PasswordException')
    return new Problem('pdf-encrypted', 'is encrypted: save it without its password')
  if (failed === 'TooLong') return new Problem('pdf-pages', 'has more than 3,000 pages: save them in parts')
  return new Problem('pdf-broken', 'is a broken PDF: open it, print it to a PDF again, and give that')
}
