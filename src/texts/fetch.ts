import pMap from 'p-map'
import { Problem } from '../problem.ts'
import { addressOf, textsBase } from './address.ts'
import { sha256Of } from './digest.ts'
import { type DownloadLimits, download } from './download.ts'
import { withoutFrontMatter } from './front-matter.ts'
import { keepText } from './keep.ts'
import { fileOf, nameText, pinnedTexts } from './name.ts'
import type { FetchResult, TextName, TextStore } from './types.ts'

/** How to fetch; every limit has a default. */
export interface FetchOptions extends Partial<Omit<DownloadLimits, 'longest'>> {
  /** Which texts; all pinned ones by default. */
  ids?: string[]
  /** Where from; `CLAUSEBOOK_TEXTS_URL` or the public repositories by default. */
  base?: string
  /** Fetch the pinned text also where another stands in its place. */
  replace?: boolean
  /** Called after each text. */
  onResult?: (result: FetchResult) => void
}

/** A collection may put front matter before a text, so an answer may be longer than its pin. */
const roomAroundText = 64 * 1024

/**
 * Fetches the texts that are not here, several at a time, each checked against its pin before it is kept.
 *
 * @returns one result a text, in the order asked for
 */
export async function fetchTexts(store: TextStore, options: FetchOptions = {}): Promise<FetchResult[]> {
  const { ids, base = textsBase() } = options
  const names = ids ? ids.map((id) => nameText(id, store.licenses)) : pinnedTexts(store.licenses)
  return pMap(
    names,
    async (name) => {
      const result = await fetchText(store, name, base, options)
      options.onResult?.(result)
      return result
    },
    { concurrency: 6 },
  )
}

async function fetchText(
  store: TextStore,
  name: TextName,
  base: string,
  options: FetchOptions,
): Promise<FetchResult> {
  const { id } = name
  try {
    const here = await store.read(id)
    if (here && here.matches !== 'neither') return { id, outcome: 'here' }
    if (name.variant) return { id, outcome: 'failed', reason: `${id} is no published file of its own` }
    if (here && !options.replace) {
      const reason = `${here.file} is not the pinned text: --replace puts the pinned one in its place`
      return { id, outcome: 'differs', reason }
    }
    await keepText(fileOf(store.folder, name), await downloadPinned(name, base, options))
    return { id, outcome: 'fetched' }
  } catch (error) {
    if (error instanceof Problem) return { id, outcome: 'failed', reason: String(error) }
    if (options.signal?.aborted) return { id, outcome: 'failed', reason: 'stopped' }
    throw error
  }
}

async function downloadPinned(
  { id, text }: TextName,
  base: string,
  options: FetchOptions,
): Promise<Uint8Array> {
  const { pin } = text
  const address = addressOf(pin, base)
  const { bytes } = await download(address, {
    timeLimit: 20_000,
    retries: 3,
    ...options,
    longest: pin.bytes + roomAroundText,
  })
  const own = pin.without === 'front-matter' ? withoutFrontMatter(bytes) : bytes
  const digest = sha256Of(own)
  if (digest !== pin.sha256) {
    throw new Problem(
      'wrong-digest',
      `${id} was refused: ${address} has ${own.length} bytes with SHA-256 ${digest.slice(0, 12)}…, the pin has ${pin.bytes} with ${pin.sha256.slice(0, 12)}…`,
    )
  }
  return own
}
