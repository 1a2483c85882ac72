import { Problem } from '../../problem.ts'
import { type Audience, audienceWords, type SharedKind, type TeamStore } from '../../store/index.ts'
import { requireDatabase, withDatabase } from '../database.ts'
import { tell } from '../output.ts'
import { actor } from '../round/place.ts'
import type { ByOptions } from './change.ts'

/** What a command on who sees a matter is told. */
export interface ShareOptions extends ByOptions {
  deal?: true
  with?: string
  counsel?: true
  everyone?: true
}

/** `clausebook people who`. */
export async function whoSees(name: string, options: ShareOptions): Promise<void> {
  await changed(name, options, async () => {})
}

/** `clausebook people share`. */
export async function shareMatter(name: string, options: ShareOptions): Promise<void> {
  const audience = audienceOf(options)
  await changed(name, options, ({ sharing }, kind, by) => sharing.share(kind, name, audience, by))
}

/** `clausebook people unshare`. */
export async function unshareMatter(name: string, options: ShareOptions): Promise<void> {
  const audience = audienceOf(options)
  await changed(name, options, ({ sharing }, kind, by) => sharing.unshare(kind, name, audience, by))
}

/** `clausebook people give`. */
export async function giveMatter(name: string, owner: string, options: ShareOptions): Promise<void> {
  await changed(name, options, ({ sharing }, kind, by) => sharing.give(kind, name, owner, by))
}

/** Changes who sees it, and tells who does then. */
async function changed(
  name: string,
  options: ShareOptions,
  work: (store: TeamStore, kind: SharedKind, by: string) => Promise<void>,
): Promise<void> {
  const kind = options.deal ? 'deal' : 'matter'
  const { owner, with: audiences } = await withDatabase(requireDatabase(options), async (store) => {
    await work(store, kind, options.by ?? actor())
    return store.sharing.of(kind, name)
  })
  const others = audiences.length === 0 ? 'nobody else' : audiences.map(audienceWords).join(', ')
  await tell(`${name} is ${owner}’s, and shared with ${others}.\n`)
}

function audienceOf({ with: name, counsel, everyone }: ShareOptions): Audience {
  if (name !== undefined) return { kind: 'person', name }
  if (counsel) return { kind: 'counsel' }
  if (everyone) return { kind: 'everyone' }
  throw new Problem('usage', 'with whom is not said: give --with NAME, --counsel or --everyone')
}
