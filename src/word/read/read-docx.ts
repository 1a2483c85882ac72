import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { zipSync } from 'fflate'
import { packageRoot } from '../../home.ts'
import { Problem } from '../../problem.ts'
import { hasRevisions, openPackage } from './open-package.ts'

/** The text of a Word file. */
export interface WordText {
  /** For {@link parseAgreement}, numbers as Word prints them. */
  source: string
  format: 'markdown'
  /** Whether the file has tracked changes; the source has them accepted. */
  revisions: boolean
}

/**
 * Reads the text of a .docx, in a thread of its own that a hostile file cannot keep busy for longer than the limit.
 *
 * @param milliseconds time limit
 * @throws Problem where the file is too large, encrypted, broken, not a Word document, or takes too long
 * @example
 * ```ts
 * const { source, format } = await readDocx(bytes)
 * const agreement = parseAgreement(source, { format })
 * ```
 */
export async function readDocx(bytes: Uint8Array, milliseconds = 60_000): Promise<WordText> {
  const parts = openPackage(bytes)
  const revisions = hasRevisions(parts)
  // Packed again, the thread gets what was measured, whatever the file's own entries say.
  const markdown = await inWorker(zipSync(parts, { level: 0 }), milliseconds)
  return { source: paragraphsOf(markdown), format: 'markdown', revisions }
}

function inWorker(bytes: Uint8Array, milliseconds: number): Promise<string> {
  const worker = new Worker(join(packageRoot(), 'dist', 'read-docx-worker.js'), {
    workerData: bytes,
    // The runtime of WebAssembly talks to itself.
    stdout: true,
    stderr: true,
  })
  return new Promise<string>((done, fail) => {
    const broken = () => fail(new Problem('word-broken', 'cannot be read: open it in Word and save it again'))
    const timer = setTimeout(
      () => fail(new Problem('word-time', 'takes too long to read: save its text alone as .docx or .txt')),
      milliseconds,
    )
    timer.unref()
    worker.once('message', (message: unknown) => (typeof message === 'string' ? done(message) : broken()))
    worker.once('error', broken)
    worker.once('exit', broken)
  }).finally(() => worker.terminate())
}

/**
 * The projection puts `# Document` over every document, and sets the paragraphs of a list line by line; an agreement's
 * clauses are paragraphs, so each gets a line of its own with space around it. Rows of a table stay together.
 */
function paragraphsOf(markdown: string): string {
  return markdown
    .replace(/^# Document\s*\n/, '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .reduce((text, line) => `${text}${text === '' ? '' : line.startsWith('|') ? '\n' : '\n\n'}${line}`, '')
}
