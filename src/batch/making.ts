import { createHash } from 'node:crypto'
import { loadTemplates, withTemplatesOf } from '../draft/index.ts'
import { packageVersion } from '../home.ts'
import { type HousePlace, loadLibrary } from '../library/index.ts'
import { openTexts } from '../texts/index.ts'
import type { Drafters } from './drafters.ts'
import { lookAt } from './look.ts'
import type { BatchOptions, BatchRow, Drafted, DraftTask } from './types.ts'

/** Whoever has the drafts of rows: because they are made here, or were made elsewhere. */
export interface Maker {
  /** How many rows are made at a time. */
  threads: number
  /**
   * @throws Problem where there can be no draft of the row
   */
  prepare(row: BatchRow): Promise<Prepared>
}

/** A row that can be drafted. */
export interface Prepared {
  /** Digest of its facts and of all else that its draft hangs on. */
  input: string
  draft(): Promise<Drafted | { problem: string }>
}

/** What the drafts of a batch hang on beside the facts. */
export type Making = Pick<BatchOptions, 'document' | 'format' | 'draft' | 'referenceDoc' | 'houseOf'>

/** Makes the drafts of rows, in this thread or in others. */
export function openMaker(making: Making, drafters: Drafters): Maker {
  const { document, format, draft, referenceDoc, houseOf } = making
  const settings = settingsOf(making)
  return {
    threads: drafters.threads,
    async prepare({ facts }) {
      const house = await houseOf?.(typeof facts.house === 'string' ? { house: facts.house } : {})
      const input = createHash('sha256')
        .update(`${await settings(house)}\n${JSON.stringify(facts)}`)
        .digest('hex')
      const task: DraftTask = {
        document,
        format,
        draft,
        facts,
        ...(house && { house }),
        ...(referenceDoc !== undefined && { referenceDoc }),
      }
      return { input, draft: () => drafters.run(task) }
    },
  }
}

/** Digest of all that a draft hangs on beside its facts, read once for each house. */
export function settingsOf(making: Making): (house: HousePlace | undefined) => Promise<string> {
  const known = new Map<string, Promise<string>>()
  return (house) => {
    const key = house?.folder ?? ''
    const read = known.get(key) ?? settingsDigest(making, house)
    known.set(key, read)
    return read
  }
}

async function settingsDigest(
  { document, format, draft, referenceDoc }: Making,
  house: HousePlace | undefined,
): Promise<string> {
  const [library, ours] = await Promise.all([loadLibrary(undefined, house), loadTemplates()])
  const templates = withTemplatesOf(ours, library.house)
  // The licenses beside an addendum are read in their texts, and told of where those are not here.
  const texts = openTexts(library.licenses)
  const here = await Promise.all(
    [...library.licenses.keys()].map(async (id) => (await texts.read(id)) !== undefined),
  )
  const look = referenceDoc === undefined ? [] : [(await lookAt(referenceDoc)).digest]
  // In whatever order they were said.
  const said = Object.entries(draft)
    .filter(([, value]) => value !== undefined)
    .sort(([one], [other]) => (one < other ? -1 : 1))
  const sources = [...templates.sources].map(([name, { source }]) => `${name}\0${source}`).join('\0')
  return createHash('sha256')
    .update(
      JSON.stringify([packageVersion(), document, format, said, library.digest, sources, here, ...look]),
    )
    .digest('hex')
}
