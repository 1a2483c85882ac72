import { spawn } from 'node:child_process'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { strFromU8, unzipSync } from 'fflate'
import { endGroup, inWorkFolder, noteProgram } from '../../../files/index.ts'
import { Problem } from '../../../problem.ts'
import { sha256Of } from '../../digest.ts'

/** Formats that LibreOffice turns into .docx. */
export type OfficeKind = 'odt' | 'rtf' | 'doc'

const kindWords: Record<OfficeKind, string> = {
  odt: 'an OpenDocument text',
  rtf: 'rich text',
  doc: 'an old Word file',
}

/**
 * Turns a file of another word processor into .docx with LibreOffice, in a folder and with a profile of its own, which are
 * gone afterwards.
 *
 * @param milliseconds time limit
 * @throws Problem where LibreOffice is not here, cannot read it, or takes too long
 */
export async function officeToWord(
  bytes: Uint8Array,
  kind: OfficeKind,
  milliseconds = 90_000,
): Promise<Uint8Array> {
  return converted(bytes, kind, {
    ending: 'docx',
    filter: 'docx:MS Word 2007 XML',
    milliseconds,
    broken: new Problem(
      'office-broken',
      'cannot be read by LibreOffice: open it there or in Word, and save it as .docx',
    ),
    missing: `is ${kindWords[kind]}, which LibreOffice reads, and LibreOffice (soffice) is not installed: save it as .docx`,
    late: 'takes LibreOffice too long: save it as .docx',
  })
}

/** What of a Word file is printed, and what the print can be asked afterwards. */
export interface PrintOptions {
  /** Numbers of pages, from 1; all of them by default. */
  pages?: readonly number[]
  /** Whether the print knows on which page each bookmark stands. */
  bookmarks?: boolean
  /** Time limit. */
  milliseconds?: number
}

/**
 * Prints a Word file to PDF with LibreOffice, tracked changes shown as such. The same file of the same day gives the same
 * bytes with the same LibreOffice.
 *
 * @param today ISO date: what a file that names no time of its own was printed on
 * @throws Problem where LibreOffice is not here, cannot read it, or takes too long
 */
export async function wordToPdf(
  bytes: Uint8Array,
  today: string,
  { pages, bookmarks = false, milliseconds = 180_000 }: PrintOptions = {},
): Promise<Uint8Array> {
  const settings = {
    ...(pages && { PageRange: { type: 'string', value: pages.join(',') } }),
    ...(bookmarks && { ExportBookmarksToPDFDestination: { type: 'boolean', value: 'true' } }),
  }
  const filter = 'pdf:writer_pdf_Export'
  const printed = await converted(bytes, 'docx', {
    ending: 'pdf',
    filter: Object.keys(settings).length > 0 ? `${filter}:${JSON.stringify(settings)}` : filter,
    milliseconds,
    broken: new Problem(
      'office-broken',
      'LibreOffice made no PDF of it: write a .docx, and save that as PDF',
    ),
    missing:
      'a PDF is made with LibreOffice (soffice), which is not installed: write a .docx, and save that as PDF',
    late: 'making a PDF takes LibreOffice too long: write a .docx, and save that as PDF',
  })
  return datedAs(printed, bytes, today)
}

/**
 * A PDF of the time that the Word file names, or of the day, and not of the moment at which it was printed, with ids that come
 * from what was printed; nothing moves in it.
 */
function datedAs(pdf: Uint8Array, of: Uint8Array, today: string): Uint8Array {
  const id = sha256Of(of).slice(0, 32).toUpperCase()
  const time = (writtenAt(of) ?? today).replaceAll(/\D/g, '').slice(0, 14).padEnd(14, '0')
  const text = Buffer.from(pdf)
    .toString('latin1')
    .replace(/(?<head>\/(?:CreationDate|ModDate)\s*\(D:)\d{14}/g, `$<head>${time}`)
    .replace(/(\/ID\s*\[\s*<)[0-9A-F]{32}(>\s*<)[0-9A-F]{32}(?=>\s*\])/g, `$1${id}$2${id}`)
    .replace(/(\/DocChecksum \/)[0-9A-F]{32}/g, `$1${id}`)
  return new Uint8Array(Buffer.from(text, 'latin1'))
}

/** When a Word file says that it was last written, or made (ECMA-376 part 2, 11). */
function writtenAt(word: Uint8Array): string | undefined {
  const core = 'docProps/core.xml'
  const part = unzipSync(word, { filter: ({ name }) => name === core })[core]
  const xml = part === undefined ? '' : strFromU8(part)
  const time = (name: string) =>
    new RegExp(`<dcterms:${name}\\b[^>]*>(\\d{4}-\\d{2}-\\d{2}(?:T[\\d:]+)?)`).exec(xml)?.[1]
  return time('modified') ?? time('created')
}

/** What a file is turned into, and what is said where that fails. */
interface Target {
  ending: 'docx' | 'pdf'
  filter: string
  milliseconds: number
  broken: Problem
  missing: string
  late: string
}

async function converted(bytes: Uint8Array, kind: OfficeKind | 'docx', target: Target): Promise<Uint8Array> {
  return inWorkFolder('office', async (folder) => {
    // Nothing of the name that a person gave reaches the other program.
    const file = join(folder, `given.${kind}`)
    await mkdir(join(folder, 'out'))
    await writeFile(file, bytes)
    await convert(file, folder, target)
    return await readFile(join(folder, 'out', `given.${target.ending}`)).catch(() => {
      throw target.broken
    })
  })
}

function convert(
  file: string,
  folder: string,
  { filter, milliseconds, missing, late }: Target,
): Promise<void> {
  const profile = pathToFileURL(join(folder, 'profile')).href
  const program = spawn(
    'soffice',
    [
      `-env:UserInstallation=${profile}`,
      '--headless',
      '--norestore',
      '--convert-to',
      filter,
      '--outdir',
      join(folder, 'out'),
      file,
    ],
    {
      stdio: 'ignore',
      detached: true,
      // What a hostile file links to is asked of a proxy that is not there.
      env: {
        ...process.env,
        http_proxy: noProxy,
        https_proxy: noProxy,
        all_proxy: noProxy,
        no_proxy: '',
      },
    },
  )
  // Without an id it could not be begun, which is told below.
  const { pid } = program
  return new Promise((done, fail) => {
    const timer = setTimeout(() => {
      // The group: soffice starts another program that does the work.
      if (pid !== undefined) endGroup(pid)
      fail(new Problem('office-time', late))
    }, milliseconds)
    program.once('error', () => {
      clearTimeout(timer)
      fail(new Problem('no-office', missing))
    })
    program.once('exit', () => {
      clearTimeout(timer)
      done()
    })
    // Whoever ends this thread, and with it the timer, ends the program.
    if (pid !== undefined) noteProgram(folder, pid)
  })
}

const noProxy = 'http://127.0.0.1:9'
