import pMap from 'p-map'
import { Problem } from '../problem.ts'
import { addressOf, textsBase } from './address.ts'
import { decodeText } from './decode.ts'
import { sourceWords } from './digest.ts'
import { type DownloadLimits, download } from './download.ts'
import { withoutFrontMatter } from './front-matter.ts'
import { nameText, pinnedTexts } from './name.ts'
import { changedWords, likeness, shareShown, type WordChange, wordChanges } from './nearness.ts'
import { forgetNewer, keepNewer } from './newer.ts'
import { wholeWords } from './recognise.ts'
import type { TextName, TextStore } from './types.ts'

/** How what is published today differs from the pin. */
export interface Drift {
  id: string
  /** `absent`: the pinned text is not here to compare with; `unread`: no address gave the text. */
  outcome: 'same' | 'changed' | 'absent' | 'unread'
  /** The address that was read. */
  address?: string
  /** How many words differ; a replaced word is one. */
  words: number
  /** Each place that differs, in order. */
  changes: WordChange[]
  /** Why an address was passed over, one sentence each. */
  reasons: string[]
  /** The file in which the changed text is kept. */
  kept?: string
}

/** How to check; every limit has a default. */
export interface DriftOptions extends Partial<Omit<DownloadLimits, 'longest'>> {
  ids?: string[]
  base?: string
  onResult?: (drift: Drift) => void
  /** Whether a text that changed is kept beside the pinned one, and what was kept is dropped where nothing differs. */
  keep?: boolean
}

/** A page that shows less than this share of the pinned words does not show the text. */
const leastShown = 0.6
/** What is longer by so many times, or more words than a page has around a text, is another text. */
const mostAround = { times: 3, words: 1_000 }
/** A file, as a page is not, has little in it but the text. */
const mostOfFile = { times: 20, bytes: 100_000 }
const longestPage = 5 * 1024 * 1024

/**
 * Reads every official address again, or the default branch of the repository where that gives no text, and compares
 * what stands there with the pinned text.
 */
export async function checkTexts(store: TextStore, options: DriftOptions = {}): Promise<Drift[]> {
  const { ids, base = textsBase() } = options
  const names = ids ? ids.map((id) => nameText(id, store.licenses)) : pinnedTexts(store.licenses)
  return pMap(
    names,
    async (name) => {
      const drift = await driftOf(store, name, base, options)
      options.onResult?.(drift)
      return drift
    },
    { concurrency: 4 },
  )
}

async function driftOf(
  store: TextStore,
  name: TextName,
  base: string,
  options: DriftOptions,
): Promise<Drift> {
  const { id, text } = name
  const none = { id, words: 0, changes: [], reasons: [] as string[] }
  const pinned = await store.read(id)
  if (!pinned || pinned.matches === 'neither') return { ...none, outcome: 'absent' }
  const variants = await wholeWords(store, name, pinned.source)

  for (const address of [text.address, addressOf(text.pin, base, 'HEAD')]) {
    if (address === undefined) continue
    try {
      const theirs = await wordsAt(address, name, options)
      const { words, page } = theirs
      // Length and likeness come first: to tell word by word what another text has instead takes minutes.
      const compared = variants
        .filter((own) => mayShow(own, words))
        .map((own) => ({ own, changes: trimmed(wordChanges(own, words), page) }))
        .map((one) => ({ ...one, words: changedWords(one.changes) }))
        .sort((a, b) => a.words - b.words)[0]
      if (
        !compared ||
        (compared.words > compared.own.length * (1 - leastShown) &&
          likeness(compared.own, words) < leastShown)
      ) {
        none.reasons.push(notShown(address))
        continue
      }
      const { changes } = compared
      const outcome = changes.length === 0 ? 'same' : 'changed'
      const kept = options.keep ? await keptOf(outcome, store, name, theirs) : undefined
      return { ...none, outcome, address, words: compared.words, changes, ...(kept && { kept }) }
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      none.reasons.push(error.message)
    }
  }
  return { ...none, outcome: 'unread' }
}

/** Whether words can be those of a text, by how many they are and how many they have in common. */
function mayShow(own: readonly string[], words: readonly string[]): boolean {
  if (words.length > own.length * mostAround.times + mostAround.words) return false
  return shareShown(own, words) >= leastShown || likeness(own, words) >= leastShown
}

async function keptOf(
  outcome: Drift['outcome'],
  store: TextStore,
  name: TextName,
  theirs: PublishedText,
): Promise<string | undefined> {
  if (outcome === 'changed') return keepNewer(store, name, theirs)
  await forgetNewer(store, name)
  return undefined
}

/** What stands at an address. */
interface PublishedText {
  words: string[]
  /** Whether it is a web page, with a menu and a footer around it. */
  page: boolean
  bytes: Uint8Array
}

async function wordsAt(address: string, { text }: TextName, options: DriftOptions): Promise<PublishedText> {
  const limits = { timeLimit: 20_000, retries: 2, ...options, longest: longestPage }
  const { bytes, mediaType } = await download(address, limits)
  const page = mediaType === 'text/html'
  if (!page && bytes.length > text.pin.bytes * mostOfFile.times + mostOfFile.bytes)
    throw new Problem('texts', notShown(address))
  const own = text.pin.without === 'front-matter' ? withoutFrontMatter(bytes) : bytes
  return { words: sourceWords(decodeText(own, address)), page, bytes: own }
}

function notShown(address: string): string {
  return `${address} does not show the text`
}

/**
 * A web page has its menu before the text and its footer behind it; neither is a change. The same words around a
 * plain file would be one.
 */
function trimmed(changes: WordChange[], page: boolean): WordChange[] {
  if (!page) return changes
  return changes.filter(({ removed, first, last }) => removed !== '' || !(first || last))
}
