import type { Matter } from '../schema/index.ts'

/** One use of a matter, with the facts that it is judged on. */
export interface MatterUse {
  /** Its name; `use 2` where the matter gives none. */
  name: string
  /** Place in the matter's list; undefined where the matter is of the old form and is one use. */
  at?: number
  /** The matter with the facts of this use at the top, as conditions see it. */
  matter: Matter
  /** Whose service or product it is part of. */
  vendor?: string
}

type Use = NonNullable<Matter['uses']>[number]

/**
 * The uses of a matter. Facts at the top of the file hold for each use that does not say otherwise; a matter without
 * `uses` is one use.
 *
 * @example
 * usesOf(readMatter(source, 'alder-ridge.yaml')).map(({ name }) => name) // ['notes', 'chatbot']
 */
export function usesOf(matter: Matter): MatterUse[] {
  const known = read.get(matter)
  if (known) return known
  const uses = matter.uses?.map((use, at) => useOf(matter, use, at)) ?? [
    { name: matter.purpose ?? matter.matter, matter: seen(matter) },
  ]
  read.set(matter, uses)
  return uses
}

const read = new WeakMap<Matter, MatterUse[]>()

function useOf(matter: Matter, use: Use, at: number): MatterUse {
  const { uses: _, ...whole } = matter
  const { name, vendor, models, status, product_names: names, ...facts } = use
  const { since, until } = facts
  const sells = vendor === undefined ? undefined : vendorNamed(vendor, whole)
  const own = (models ?? sells?.models?.map((model) => ({ model })) ?? whole.models)?.map((model) => ({
    ...(since === undefined ? {} : { since }),
    ...(until === undefined ? {} : { until }),
    ...(status === undefined ? {} : { status }),
    ...model,
  }))
  const flat: Matter = {
    ...whole,
    ...facts,
    ...(own === undefined ? {} : { models: own }),
    ...(sells === undefined ? {} : { vendors: [sells] }),
    ...(names === undefined ? {} : { branding: { ...whole.branding, product_names: names } }),
    ...(facts.company === undefined ? {} : { client: placedAt(whole, facts.company) }),
  }
  return {
    name: name ?? `use ${at + 1}`,
    at,
    matter: seen(flat),
    ...(vendor === undefined ? {} : { vendor }),
  }
}

/** The vendor of a use, with what an older file says of it under `vendor`. */
function vendorNamed(
  name: string,
  { vendors = [], vendor }: Matter,
): NonNullable<Matter['vendors']>[number] | undefined {
  const listed = vendors.find((one) => one.name === name)
  return vendor?.name === name ? { ...listed, ...vendor } : listed
}

/** The client's group with the place of the company that runs the use: it is the licensee. */
function placedAt({ client }: Matter, company: string): NonNullable<Matter['client']> {
  if (company === client?.name || company === client?.short_name) return client ?? {}
  const {
    principal_place_of_business: _place,
    place_since: _since,
    place_before: _before,
    kind: _kind,
    of_age: _age,
    domicile: _domicile,
    public_body: _body,
    founded: _founded,
    ...group
  } = client ?? {}
  const named = (one: { name?: string }) => one.name === company
  const { country, kind, of_age: age } = client?.licensees?.find(named) ?? {}
  const at = country ?? client?.affiliates?.find(named)?.country
  return {
    ...group,
    ...(at === undefined ? {} : { principal_place_of_business: at }),
    ...(kind === undefined ? {} : { kind }),
    ...(age === undefined ? {} : { of_age: age }),
  }
}

/** The older words for what the newer say, and the other way round, so that each condition finds its own. */
function seen(flat: Matter): Matter {
  const lines = flat.sensitive_uses ?? flat.near_policy_uses?.map((what) => ({ what }))
  const near = flat.near_policy_uses ?? nearOf(flat.sensitive_uses)
  const exposure = flat.exposure ?? exposureOf(flat.audience)
  const deployment =
    flat.deployment ??
    // A finished product may run at its vendor or at the client: that has to be told.
    (flat.inside === 'hosted-model' ? ['third-party-service' as const] : undefined)
  return {
    ...flat,
    ...(lines === undefined ? {} : { sensitive_uses: lines }),
    ...(near === undefined ? {} : { near_policy_uses: near }),
    ...(exposure === undefined ? {} : { exposure }),
    ...(deployment === undefined ? {} : { deployment }),
  }
}

/** What a use touches without staying apart from it, in the words of the older list. */
function nearOf(lines: Matter['sensitive_uses']): Matter['near_policy_uses'] {
  const found = lines?.flatMap(({ what, how }) =>
    what === undefined || what === 'unknown' || how === 'apart' ? [] : [what],
  )
  return found === undefined ? undefined : ([...new Set(found)] as NonNullable<Matter['near_policy_uses']>)
}

function exposureOf(audience: Matter['audience']): Matter['exposure'] {
  if (audience === undefined) return undefined
  if (audience.includes('resellers')) return 'resale'
  if (audience.includes('public')) return 'public'
  return audience.includes('customers') ? 'product' : 'internal'
}
