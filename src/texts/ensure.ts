import { textsBase } from './address.ts'
import { fetchTexts } from './fetch.ts'
import { isOffline } from './folder.ts'
import { nameText, pinnedTexts } from './name.ts'
import type { TextStore } from './types.ts'

/** How to ensure texts. */
export interface EnsureOptions {
  /** Whether the network may not be asked; `CLAUSEBOOK_OFFLINE` by default. */
  offline?: boolean
  /** Where from; `CLAUSEBOOK_TEXTS_URL` or the public repositories by default. */
  base?: string
  /** Tells the user a line, without its line break. */
  say: (line: string) => void
  /** Milliseconds to wait for a first answer. */
  patience?: number
}

/** Once something answers, the rest is worth waiting for, but not for ever. */
const longestWait = 60_000

/**
 * Fetches the texts that are not here after saying so in one line, and goes on without them where nothing answers.
 *
 * @param ids texts that are wanted; all pinned ones where undefined
 * @returns ids of those that are still not here
 * @example
 * await ensureTexts(store, ['llama-2', 'llama-3.1'], { say: (line) => process.stderr.write(`${line}\n`) })
 */
export async function ensureTexts(
  store: TextStore,
  ids: string[] | undefined,
  { offline = isOffline(), base = textsBase(), say, patience = 5000 }: EnsureOptions,
): Promise<string[]> {
  const names = ids ? ids.map((id) => nameText(id, store.licenses)) : pinnedTexts(store.licenses)
  const wanted = [...new Set(names.filter(({ variant }) => variant === undefined).map(({ id }) => id))]
  const present = await Promise.all(wanted.map(async (id) => (await store.read(id)) !== undefined))
  const missing = wanted.filter((_, at) => !present[at])
  if (missing.length === 0 || offline) return missing

  const host = new URL(base).host
  say(`Fetching ${count(missing)} from ${host}: not here yet (--offline works without).`)
  const stop = new AbortController()
  let timer = setTimeout(() => stop.abort(), patience)
  let answered = false
  const results = await fetchTexts(store, {
    ids: missing,
    base,
    retries: 1,
    pause: 200,
    signal: stop.signal,
    onAnswer() {
      if (answered) return
      answered = true
      clearTimeout(timer)
      timer = setTimeout(() => stop.abort(), longestWait)
    },
  })
  clearTimeout(timer)

  const failed = results.filter(({ outcome }) => outcome === 'failed')
  if (failed.length > 0 && !answered) {
    say(
      `${host} does not answer: going on without the official texts (clausebook texts fetch, or texts import DIR).`,
    )
  } else if (failed.length > 0) say(`Going on without ${failed[0]!.id}: ${failed[0]!.reason}.`)
  return failed.map(({ id }) => id)
}

function count(ids: string[]): string {
  return ids.length <= 2
    ? `the official text of ${ids.join(' and ')}`
    : `${ids.length} official texts (${ids[0]} and others)`
}
