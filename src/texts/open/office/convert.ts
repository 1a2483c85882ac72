import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Problem } from '../../../problem.ts'

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
  const folder = await mkdtemp(join(tmpdir(), 'clausebook-office-'))
  try {
    // Nothing of the name that a person gave reaches the other program.
    const file = join(folder, `given.${kind}`)
    await mkdir(join(folder, 'out'))
    await writeFile(file, bytes)
    await convert(file, folder, kind, milliseconds)
    return await readFile(join(folder, 'out', 'given.docx')).catch(() => {
      throw new Problem(
        'office-broken',
        'cannot be read by LibreOffice: open it there or in Word, and save it as .docx',
      )
    })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function convert(file: string, folder: string, kind: OfficeKind, milliseconds: number): Promise<void> {
  const profile = pathToFileURL(join(folder, 'profile')).href
  const program = spawn(
    'soffice',
    [
      `-env:UserInstallation=${profile}`,
      '--headless',
      '--norestore',
      '--convert-to',
      'docx:MS Word 2007 XML',
      '--outdir',
      join(folder, 'out'),
      file,
    ],
    {
      stdio: 'ignore',
      detached: true,
      // What a hostile file links to is asked of a proxy that is not there.
      env: { ...process.env, http_proxy: noProxy, https_proxy: noProxy, all_proxy: noProxy, no_proxy: '' },
    },
  )
  return new Promise((done, fail) => {
    const timer = setTimeout(() => {
      // The group: soffice starts another program that does the work.
      if (program.pid !== undefined) process.kill(-program.pid, 'SIGKILL')
      fail(new Problem('office-time', 'takes LibreOffice too long: save it as .docx'))
    }, milliseconds)
    program.once('error', () => {
      clearTimeout(timer)
      const reason = `is ${kindWords[kind]}, which LibreOffice reads, and LibreOffice (soffice) is not installed: save it as .docx`
      fail(new Problem('no-office', reason))
    })
    program.once('exit', () => {
      clearTimeout(timer)
      done()
    })
  })
}

const noProxy = 'http://127.0.0.1:9'
