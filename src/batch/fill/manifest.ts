import { createHash } from 'node:crypto'
import { appendFileSync, createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { z } from 'zod'
import { unwritable, writeWhole } from '../../files/index.ts'
import { type DraftOutcome, outcomeSchema } from '../types.ts'

/** A line of the manifest: a draft, and the digest of what it was made from. */
const entrySchema = z.object({
  file: z.string(),
  input: z.string(),
  /** The facts that it was made from; a draft of an older version has none. */
  facts: z.record(z.string(), z.unknown()).optional(),
  outcome: outcomeSchema,
})

/** A line that says that a draft is begun: if the batch ends now, the file is ours and not somebody's edit. */
const begunSchema = z.object({ file: z.string(), begun: z.boolean() })

type Entry = z.infer<typeof entrySchema>

/** The last that is said of each file. */
type Entries = Map<string, Entry | 'begun'>

/** Name of the file in a folder of drafts. */
export const manifestName = 'manifest.jsonl'

/**
 * Which drafts of a folder are done, so that a batch that was ended goes on where it stopped and one that is run again
 * drafts only what has changed. A line is added when a draft is begun and when it is whole.
 */
export class Manifest {
  private readonly entries: Entries
  private readonly folder: string

  private constructor(folder: string, entries: Entries) {
    this.folder = folder
    this.entries = entries
  }

  static async open(folder: string): Promise<Manifest> {
    return new Manifest(folder, await entriesOf(join(folder, manifestName)))
  }

  /**
   * What is known of a file: nothing of it is there (`new`), it is what these inputs gave (`unchanged`), it is an older
   * draft (`older`), or somebody has changed it, or put it there (`foreign`); or it was sent, as it was drafted or as somebody
   * changed it, and other inputs are there now (`sent`).
   *
   * @param isSent whether a file of this digest was sent
   */
  async stateOf(
    file: string,
    input: string,
    isSent: (sha256: string) => boolean,
  ): Promise<
    | { state: 'new' | 'older' | 'foreign' }
    | { state: 'unchanged'; outcome: DraftOutcome }
    | { state: 'sent'; facts?: Record<string, unknown> }
  > {
    const content = await readFile(join(this.folder, file)).catch(() => undefined)
    if (!content) return { state: 'new' }
    const entry = this.entries.get(file)
    if (entry === 'begun') return { state: 'older' }
    const digest = createHash('sha256').update(content).digest('hex')
    const sent = isSent(digest)
    if (entry?.outcome.sha256 !== digest && !sent) return { state: 'foreign' }
    if (entry?.input === input) return { state: 'unchanged', outcome: entry.outcome }
    if (sent) return { state: 'sent', ...(entry?.facts && { facts: entry.facts }) }
    return { state: 'older' }
  }

  /** Says that a draft is begun, before its file can be there. */
  begin(file: string): void {
    this.add({ file, begun: true })
  }

  /** Says that a draft is whole. */
  end(entry: Entry): void {
    this.add(entry)
  }

  private add(line: object): void {
    try {
      appendFileSync(join(this.folder, manifestName), `${JSON.stringify(line)}\n`)
    } catch (error) {
      throw unwritable(join(this.folder, manifestName), error)
    }
  }

  /** Lets what was said earlier of a file fall away, and sets the files in order, whichever thread was first. */
  async close(): Promise<void> {
    const file = join(this.folder, manifestName)
    const entries = await entriesOf(file)
    if (entries.size === 0) return
    const lines = [...entries]
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([file, entry]) => (entry === 'begun' ? { file, begun: true } : entry))
    await writeWhole(file, lines.map((line) => `${JSON.stringify(line)}\n`).join(''))
  }
}

/** The last line of each file; one that was cut off, or is none of ours, counts for nothing. */
async function entriesOf(file: string): Promise<Entries> {
  const entries: Entries = new Map()
  const stream = createReadStream(file, 'utf8')
  try {
    for await (const line of createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY })) {
      const said = parsed(line)
      const entry = entrySchema.safeParse(said).data
      const begun = entry ? undefined : begunSchema.safeParse(said).data
      if (entry) entries.set(entry.file, entry)
      else if (begun?.begun) entries.set(begun.file, 'begun')
      else if (begun) entries.delete(begun.file)
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
  return entries
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}
