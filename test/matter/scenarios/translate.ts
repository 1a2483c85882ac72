import type { Scenario, ScenarioUse } from './scenario.ts'

/**
 * A scenario's facts as a matter of ours. It reads the structured facts alone, as a person would who fills in the form:
 *
 * - users: `who` names the company; `group` and `client` are the client's. A figure in words is a bound where it gives a
 *   number (“about 60,000, an estimate” bears no month), else unknown.
 * - affiliates: `closed` and `since` are the day from which on they belong to the group.
 * - audience, `inside`, `weights_to`, `outputs_train`: words are looked for, see the tables below.
 * - what the facts tell in free words and our form asks as a choice (how near a use comes to a line of the policy, the
 *   company that runs it, whether readers only get finished texts) stands in `readings.ts`, one line each with the words
 *   of the facts that it is read from.
 */
export function matterOf({ facts, id }: Scenario, readings: Readings): Record<string, unknown> {
  const { client } = facts
  const own = new Set(['client', 'group', client.name])
  const reading = readings[id] ?? {}
  return {
    matter: id,
    client: {
      name: client.name,
      principal_place_of_business: client.principal_place_of_business,
      affiliates: facts.affiliates.map(({ name, country, closed, since }) => ({
        name,
        country,
        uses_models: 'no',
        ...(closed || since ? { since: closed ?? since } : {}),
      })),
      ...(founded(client.group) ? { founded: founded(client.group) } : {}),
      ...(/\bagency\b|ministry|public body|municipal|government/i.test(client.group)
        ? { public_body: 'yes' }
        : {}),
    },
    reach: {
      monthly_active_users: usersOf(facts.users, own),
      acquisitions: [],
      affiliates_complete: 'yes',
      ...reading.reach,
    },
    litigation: {
      planned: 'no',
      suits: facts.litigation.map(({ plaintiff, filed, claim }) => ({
        by: new RegExp(client.name.split(' ').slice(0, 2).join(' '), 'i').test(plaintiff)
          ? 'client'
          : facts.affiliates.some(({ name }) => plaintiff.includes(name))
            ? 'affiliate'
            : 'other',
        name: plaintiff,
        filed,
        claim: /train/i.test(claim)
          ? 'training-infringes'
          : /infring/i.test(claim)
            ? 'models-infringe'
            : 'other',
      })),
    },
    uses: facts.uses.map((use) => useOf(use, reading.uses?.[use.id] ?? {})),
  }
}

/** What a person reads from free words, by scenario and use. */
export type Readings = Record<
  string,
  { reach?: Record<string, unknown>; uses?: Record<string, Record<string, unknown>> }
>

function founded(group: string): string | undefined {
  return /founded (\d{4}-\d\d-\d\d)/.exec(group)?.[1]
}

function usersOf(users: Scenario['facts']['users'], own: ReadonlySet<string>): Record<string, unknown> {
  const products: Record<string, Record<string, unknown>> = {}
  for (const { who, product, month, monthly_active_users: count } of users) {
    const key = own.has(who) ? product : `${product} of ${who}`
    const entry = products[key] ?? (own.has(who) ? {} : { company: who })
    products[key] = entry
    const figure =
      typeof count === 'number' ? count : Number(/\d[\d,]*/.exec(String(count))?.[0].replaceAll(',', ''))
    if (typeof count === 'number' && /^\d{4}-\d\d$/.test(month)) {
      entry.months = { ...(entry.months as object), [month]: count }
    } else if (Number.isFinite(figure) && figure > 0) entry.users = figure
    else
      entry.months = {
        ...(entry.months as object),
        ...(/^\d{4}-\d\d$/.test(month) ? { [month]: 'unknown' } : {}),
      }
  }
  return products
}

function useOf(use: ScenarioUse, reading: Record<string, unknown>): Record<string, unknown> {
  const planned = /^planned/i.test(String(use.since))
  const inside = /finished product/.test(use.inside)
    ? 'vendor-product'
    : /hosted/.test(use.inside)
      ? 'hosted-model'
      : 'own'
  const weights = use.weights_to.filter((one) => !/no llama weights/i.test(one)).map(recipient)
  const tuned = !/^none$/i.test(use.fine_tuning.trim())
  const names = [...use.fine_tuning.matchAll(/“([^”]+)”/g)].map(([, name]) => name)
  const branding = use.branding
  const told = branding !== 'not told'
  const silent = /no (?:papers?|mention)/i.test(branding)
  const audience = [...new Set(audienceOf(use.audience))]
  return {
    name: use.id,
    models: use.models.map((model) => ({ model, ...perVersion(model, use) })),
    purpose: use.purpose,
    status: planned ? 'planned' : 'in-use',
    ...(planned ? {} : sinceOf(use.since)),
    audience,
    inside,
    deployment: inside === 'own' ? ['on-premises'] : ['third-party-service'],
    access: 'output-only',
    weights_recipients: weights.length > 0 ? [...new Set(weights)] : ['nobody'],
    fine_tuning: { done: tuned ? 'yes' : 'no', ...(names.length > 0 ? { model_names: names } : {}) },
    output_training: {
      done: use.outputs_train.length > 0 ? 'yes' : 'no',
      models: use.outputs_train.map(({ model, kind, base, distributed }) => ({
        name: model,
        kind: kindOf(kind),
        base: /^llama/i.test(base) ? 'llama' : 'other',
        how: 'training',
        distributed: distributed ? 'yes' : 'no',
      })),
    },
    domains: use.domains.flatMap((one) => domains[one] ?? []),
    sensitive_uses: [],
    ...(told
      ? {
          performed: {
            agreement_copy: silent ? 'no' : 'unknown',
            notice_file: silent ? 'no' : 'unknown',
            built_with_display: silent ? 'no' : /Built with/.test(branding) ? 'yes' : 'unknown',
          },
        }
      : {}),
    ...reading,
  }
}

const domains: Record<string, string[]> = {
  health: ['health'],
  legal: ['legal'],
  credit: ['credit'],
  banking: ['finance'],
  finance: ['finance'],
  insurance: ['insurance'],
  employment: ['employment'],
  housing: ['housing'],
  education: ['education'],
  accounting: ['finance'],
  'social benefits': ['public-services'],
}

function recipient(words: string): string {
  if (/contractor/i.test(words)) return 'contractors'
  if (/affiliate|subsidiar|parent|sister/i.test(words)) return 'affiliates'
  return /public|anyone|everybody|hub/i.test(words) ? 'public' : 'customers'
}

function audienceOf(words: string): string[] {
  const found = [
    ...(/affiliate/i.test(words) ? ['affiliates'] : []),
    ...(/contractor/i.test(words) ? ['contractors'] : []),
    ...(/public|players|readers|visitors|anyone|consumers/i.test(words) ? ['public'] : []),
    ...(/customer|buyers|developers|publishers|firms|clients|patients/i.test(words) ? ['customers'] : []),
  ]
  return /staff/i.test(words) || found.length === 0 ? ['staff', ...found] : found
}

function kindOf(words: string): string {
  if (/large language model/i.test(words)) return 'large-language-model'
  if (/language model/i.test(words)) return 'language-model'
  return 'other-model'
}

/** “3.1: 2024-08; 3.2: 2024-11” gives each version its own; “Llama 3 8B unchanged” is not tuned. */
function perVersion(model: string, use: ScenarioUse): Record<string, unknown> {
  const version = /(\d(?:\.\d)?)/.exec(model)?.[1]
  const since = [...String(use.since).matchAll(/(\d(?:\.\d)?): (\d{4}-\d\d(?:-\d\d)?)/g)].find(
    ([, of]) => of === version,
  )?.[2]
  const unchanged = use.fine_tuning
    .split(';')
    .some((part) => /unchanged/.test(part) && part.includes(model.replace(/ Instruct$/, '')))
  return { ...(since ? { since } : {}), ...(unchanged ? { changed: 'no' } : {}) }
}

function sinceOf(since: unknown): Record<string, unknown> {
  const day = /^(\d{4}-\d\d(?:-\d\d)?)$/.exec(String(since))?.[1]
  return day ? { since: day } : {}
}
