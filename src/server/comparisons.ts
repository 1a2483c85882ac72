import { isWordName } from '../markup/word-name.ts'
import { nameWhole, textsOfWhole } from '../texts/index.ts'
import type { Making } from './made-comparisons.ts'
import type { CompareQuery } from './page/query.ts'
import { Refusal } from './refusal.ts'
import { whoseOf } from './security/visitor.ts'
import type { Site } from './site.ts'
import { isUpload } from './uploads.ts'
import type { Compared, Source } from './work/compare.ts'
import type { WordTask } from './work/word.ts'
import type { Client } from './work/workshop.ts'

/**
 * Compares two texts of the library or files that were sent, or takes the comparison made before of the same bytes.
 *
 * @param left `llama-2`, `llama-2/use-policy`, `upload-…`
 * @throws Problem where one is not known, not here, or no agreement
 */
export async function compareFor(
  site: Site,
  left: string,
  right: string,
  { text }: Pick<CompareQuery, 'text'>,
  client?: Client,
): Promise<Compared> {
  const names = namesOf(site, left, right)
  const sources = names.map((name) => sourceOf(site, name, client))
  const key = JSON.stringify([names, await versionsOf(site, names), text])
  const known = site.comparisons.get(key) ?? begin(key)
  return waitFor(known, client)

  function begin(key: string): Making {
    const stop = new AbortController()
    const task = { left: sources[0]!, right: sources[1]!, words: text, folder: site.texts.folder }
    const made = site.workshop.run('compare', task, {
      key: client?.key ?? '',
      gone: stop.signal,
      ...(client?.tell && { tell: client.tell }),
    })
    const making: Making = { made, waiting: 0, stop }
    site.comparisons.set(key, making, 0)
    made.then(
      (compared) => site.comparisons.set(key, making, roomOf(compared)),
      () => site.comparisons.delete(key),
    )
    return making
  }
}

/** Several may wait for one comparison: it is ended when the last of them has hung up. */
async function waitFor(making: Making, client: Client | undefined): Promise<Compared> {
  making.waiting += 1
  const leave = () => {
    making.waiting -= 1
    if (making.waiting === 0) making.stop.abort()
  }
  client?.gone?.addEventListener('abort', leave, { once: true })
  try {
    return await making.made
  } finally {
    client?.gone?.removeEventListener('abort', leave)
  }
}

/** A file that is no longer kept is not to be read from a page made of it either. */
export function requireKept(site: Site, names: readonly string[], client: Client | undefined): void {
  for (const name of names) sourceOf(site, name, client)
}

/** Two Word files that were sent; undefined where either is something else. */
export function wordFilesOf(
  site: Site,
  [left, right]: readonly [string, string],
  client: Client | undefined,
): WordTask | undefined {
  const [from, to] = [left, right].map((name) => {
    const source = sourceOf(site, name, client)
    return 'file' in source && isWordName(source.file) ? source : undefined
  })
  return from && to && { left: from, right: to }
}

function sourceOf(site: Site, name: string, client: Client | undefined): Source {
  if (!isUpload(name)) return { id: name }
  const upload = site.uploads.find(name, whoseOf(client))
  if (!upload) throw new Refusal(404, 'upload-gone', 'the file is no longer kept: send it again')
  return upload
}

/**
 * What the bytes of texts are now: a text that is fetched or replaced makes another comparison. They are looked at
 * once a second at most.
 */
export function versionsOf(site: Site, names: readonly string[]): Promise<string[]> {
  return Promise.all(
    names.map(async (name) => {
      if (isUpload(name)) return ''
      const known = site.versions.get(name)
      if (known && known.until > Date.now()) return known.sha256
      const texts = textsOfWhole(name, site.library.licenses)
      const read = await Promise.all(texts.map((text) => site.texts.read(text)))
      const sha256 = read.map((text) => text?.sha256 ?? '').join(' ')
      site.versions.set(name, { sha256, until: Date.now() + 1000 })
      return sha256
    }),
  )
}

/** Ids as the library writes them; a file that was sent keeps its name. */
export function namesOf(site: Site, left: string, right: string): [string, string] {
  const [from, to] = [left, right].map((name) =>
    isUpload(name) ? name : nameWhole(name, site.library.licenses),
  )
  return [from!, to!]
}

/** About how much memory a comparison takes: its words stand in sides and in pieces, and a pair has more than words. */
function roomOf({ comparison }: Compared): number {
  return comparison.pairs.reduce(
    (bytes, { left, right }) => bytes + 1000 + 4 * ((left?.text.length ?? 0) + (right?.text.length ?? 0)),
    200_000,
  )
}
