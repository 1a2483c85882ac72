import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream, type WriteStream } from 'node:fs'
import { readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { z } from 'zod'
import type { DraftOutcome } from './types.ts'

/** A line of the manifest: a draft, and the digest of what it was made from. */
const entrySchema = z.object({
  file: z.string(),
  input: z.string(),
  outcome: z.object({
    sha256: z.string(),
    clausesIn: z.array(z.string()),
    clausesOut: z.array(z.string()),
    blanks: z.array(z.string()),
    risk: z.string(),
    open: z.number(),
    messages: z.array(z.string()),
  }),
})

type Entry = z.infer<typeof entrySchema>

const name = 'manifest.jsonl'

/**
 * Which drafts of a folder are done, so that a batch that was ended goes on where it stopped and one that is run again
 * drafts only what has changed. A line is added as soon as a draft is whole.
 */
export class Manifest {
  private readonly entries: Map<string, Entry>
  private readonly folder: string
  private readonly lines: WriteStream

  private constructor(folder: string, entries: Map<string, Entry>) {
    this.folder = folder
    this.entries = entries
    this.lines = createWriteStream(join(folder, name), { flags: 'a' })
  }

  static async open(folder: string): Promise<Manifest> {
    return new Manifest(folder, await entriesOf(join(folder, name)))
  }

  /**
   * What is known of a file: nothing of it is there (`new`), it is what these inputs gave (`unchanged`), it is an older
   * draft (`older`), or somebody has changed it, or put it there (`foreign`).
   */
  async stateOf(
    file: string,
    input: string,
  ): Promise<{ state: 'new' | 'older' | 'foreign' } | { state: 'unchanged'; outcome: DraftOutcome }> {
    const content = await readFile(join(this.folder, file)).catch(() => undefined)
    if (!content) return { state: 'new' }
    const entry = this.entries.get(file)
    const digest = createHash('sha256').update(content).digest('hex')
    if (entry?.outcome.sha256 !== digest) return { state: 'foreign' }
    return entry.input === input ? { state: 'unchanged', outcome: entry.outcome } : { state: 'older' }
  }

  add(entry: Entry): void {
    this.lines.write(`${JSON.stringify(entry)}\n`)
  }

  /** Settles what was added; lines of drafts that were made anew have fallen away. */
  async close(): Promise<void> {
    await new Promise<void>((done, fail) => {
      this.lines.once('error', fail)
      this.lines.end(done)
    })
    const file = join(this.folder, name)
    const entries = await entriesOf(file)
    const part = `${file}.part`
    const out = createWriteStream(part)
    for (const entry of entries.values()) out.write(`${JSON.stringify(entry)}\n`)
    await new Promise<void>((done, fail) => {
      out.once('error', fail)
      out.end(done)
    })
    await rename(part, file)
  }
}

/** The last line of each file; one that was cut off, or is none of ours, counts for nothing. */
async function entriesOf(file: string): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>()
  const stream = createReadStream(file, 'utf8')
  try {
    for await (const line of createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY })) {
      const entry = entryOf(line)
      if (entry) entries.set(entry.file, entry)
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
  return entries
}

function entryOf(line: string): Entry | undefined {
  try {
    return entrySchema.safeParse(JSON.parse(line)).data
  } catch {
    return undefined
  }
}
