import type { Scenario, ScenarioUse } from './scenario.ts'
import { performedOf } from './words/branding.ts'
import { companyOf } from './words/company.ts'
import { nearOf } from './words/near.ts'
import { trainedBy } from './words/trained.ts'
import { usersOf } from './words/users.ts'

/**
 * A scenario's facts as a matter of ours. It reads the structured facts alone, as a person would who fills in the form,
 * and by their words: no scenario has a line of its own here.
 *
 * - users: `who` names the company; `group` and `client` are the client's. A figure in words is a bound or an estimate
 *   where it gives a number, else unknown.
 * - affiliates: `closed` and `since` are the day from which on they belong to the group.
 * - what the facts tell in free words and our form asks as a choice is looked for in `words/`: how near a use comes to a
 *   line of the policy, the company that runs it, what outputs improve, what is shown and handed over today.
 */
export function matterOf({ facts, id }: Pick<Scenario, 'facts' | 'id'>): Record<string, unknown> {
  const { client } = facts
  const own = new Set(['client', 'group', client.name])
  const served = facts.uses.some(({ audience }) =>
    /affiliate|subsidiar/i.test(namedAffiliates(audience, facts)),
  )
  return {
    matter: id,
    client: {
      name: client.name,
      ...placeOf(client),
      ...kindOf(client),
      ...movedOf(client.group),
      ...licenseesOf(facts),
      affiliates: facts.affiliates.map(({ name, country, closed, since, relation }) => ({
        name,
        country,
        uses_models: served ? 'yes' : 'no',
        ...belongsSince(relation, closed, since),
        ...tieOf(relation),
        ...(leftOn(relation, closed) ? { until: leftOn(relation, closed) } : {}),
      })),
      ...(founded(client.group) ? { founded: founded(client.group) } : {}),
      ...(/\bpolice\b|\buniversity of public law\b|\bpublic (?:hospital|institute|research body)|\bagency\b|\bministry|\bpublic (?:body|authority|university)|\bmunicip\w+|\bgovernment|\bcity\b|\bpublic (?:establishment|school|museum|library|broadcaster)\b|\bbody of (?:the|public)\b|\bof public law\b|\bauthority\b/i.test(
        client.group,
      )
        ? { public_body: 'yes' }
        : {}),
    },
    reach: {
      monthly_active_users: usersOf(
        facts.users,
        own,
        facts.affiliates.map(({ name }) => name),
      ),
      acquisitions: [],
      affiliates_complete: 'yes',
    },
    litigation: {
      planned: 'no',
      suits: facts.litigation.map(({ plaintiff, filed, claim }) => ({
        by: sameCompany(client.name, plaintiff)
          ? 'client'
          : facts.affiliates.some(({ name }) => sameCompany(name, plaintiff))
            ? 'affiliate'
            : 'other',
        name: plaintiff,
        filed,
        claim: claimOf(claim),
        ...claimedOf(claim),
      })),
    },
    vendors: facts.uses.flatMap((use) => vendorOf(use) ?? []),
    uses: facts.uses.map((use) => useOf(use, facts)),
  }
}

/** Who runs or makes what a use is part of, as far as told: “no, above the threshold” has no license. */
function vendorOf({ id, models, vendor_or_host: told }: ScenarioUse): Record<string, unknown> | undefined {
  if (typeof told !== 'object') return undefined
  const { country, licensed = '' } = told
  return {
    name: `vendor of ${id}`,
    models,
    ...(country !== undefined && /^[A-Z]{2}$/.test(country) ? { principal_place_of_business: country } : {}),
    licensed: /^yes/i.test(licensed) ? 'yes' : /^no\b/i.test(licensed) ? 'no' : 'unknown',
    ...(/\babove\b|\bover (?:the|700)/i.test(licensed) && !/\bnot (?:above|over)/i.test(licensed)
      ? { above_threshold: 'yes' }
      : {}),
  }
}

/** A person has no place of business, and is looked for where the client lives, unless it says otherwise. */
function placeOf({ principal_place_of_business: place, country, group }: Scenario['facts']['client']) {
  if (/^[A-Z]{2}$/.test(place)) return { principal_place_of_business: place }
  if (place !== 'none') return {}
  const domicile = /\bdomiciled in ([A-Z]{2})\b/.exec(group)?.[1]
  return {
    ...(/^[A-Z]{2}$/.test(country) ? { principal_place_of_business: country } : {}),
    ...(domicile === undefined ? {} : { domicile }),
  }
}

/** A person who is too young, or somebody outside the company who has a model of his or her own. */
function kindOf({ principal_place_of_business: place, group }: Scenario['facts']['client']) {
  if (
    /\b(?:association|foundation|charity|society|church|union of)\b/i.test(group) &&
    !/\bcompany\b(?<!no company)/i.test(group)
  )
    return { kind: 'association' }
  if (place !== 'none' && !/\bindividual\b/i.test(group)) return {}
  const young =
    /\b(?:(?:ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|1[0-7]) years? old|minor|under age)\b/i
  return { kind: 'individual', ...(young.test(group) ? { of_age: 'unknown' } : {}) }
}

/** “domiciled in CH (Zurich) until 2026-01-31, in AT since 2026-02-01”. */
function movedOf(group: string) {
  const told =
    /\b([A-Z]{2})\b[^;]*? until (\d{4}-\d\d-\d\d)[^;]*?\b([A-Z]{2})\b[^;]*? since (\d{4}-\d\d-\d\d)/.exec(
      group,
    )
  return told ? { place_before: told[1], place_since: told[4] } : {}
}

/** “by Dr. Bakema herself”: somebody who acts for himself or herself, where the client is. */
function actsAlone({ purpose }: ScenarioUse): string | undefined {
  return /\bby (\S.*?) (?:him|her)self\b/.exec(purpose)?.[1]
}

function licenseesOf({ client, uses }: Scenario['facts']) {
  const names = [...new Set(uses.flatMap((use) => actsAlone(use) ?? []))]
  return names.length === 0
    ? {}
    : { licensees: names.map((name) => ({ name, kind: 'individual', country: client.country })) }
}

/** A use “after the move” is another’s, which ended with it. */
function untilOf(use: ScenarioUse, { uses, client }: Scenario['facts']) {
  const moved = movedOf(client.group).place_since
  const later = uses.some((one) => one !== use && /\bafter the move\b/i.test(one.purpose))
  return moved !== undefined && later && String(use.since) < moved ? { until: dayBefore(moved) } : {}
}

function dayBefore(day: string): string {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() - 1)
  return date.toISOString().slice(0, 10)
}

/** A year alone is its first day: who belonged to the group all year did on that day. */
function dayIn(told: unknown): string {
  return /^\d{4}$/.test(String(told)) ? `${told}-01-01` : String(told)
}

/** Joint control and minorities, as people tell them: “holds 50 %”, “a minority stake”, “joint venture with …”. */
function tieOf(relation: string): { tie?: string } {
  if (/\b(?:joint(?:ly)?|50 ?(?:%|per ?cent)|half)\b/i.test(relation)) return { tie: 'joint' }
  return /\bminority\b|\b[1-4]?\d(?:\.\d+)? ?(?:%|per ?cent)/i.test(relation) ? { tie: 'minority' } : {}
}

/** The versions that a claim names, where it names some and does not go on to others. */
function claimedOf(words: string): { licenses?: string[] } {
  const versions = [...words.matchAll(/\bLlama (\d(?:\.\d)?)\b/g)].map(([, of]) => `llama-${of}`)
  const wide = /\b(?:all|any|every|later|up to|through|family|models generally)\b/i.test(words)
  return versions.length > 0 && !wide ? { licenses: [...new Set(versions)] } : {}
}

/** Products that bear a mark, as branding tells them; words that are displayed and names of models are none. */
function productsOf({ branding, fine_tuning: tuning, outputs_train: trained }: ScenarioUse): string[] {
  if (!/^(?:none|no)$/i.test(tuning.trim()) || trained.length > 0) return []
  return [...branding.matchAll(/“([^”]+)”/g)]
    .map(([, name]) => name!)
    .filter((name) => /llama/i.test(name) && !/\b(?:built|powered|made|runs) (?:with|by|on)\b/i.test(name))
}

const gone = /\b(?:sold|left|divested|spun off|spin-off|former(?:ly)?)\b/i

/** The day on which a company left the group: “sold on 2024-11-20”, or the closing of the deal by which a former one left. */
function leftOn(relation: string, closed: string | undefined): string | undefined {
  const told = /\b(?:sold|left|divested|spun off|former)\b[^;]*?(\d{4}-\d\d-\d\d)/i.exec(relation)?.[1]
  return told ?? (gone.test(relation) ? closed : undefined)
}

/** Since when it belongs to the group: a deal that made it leave is not the day on which it came. */
function belongsSince(relation: string, closed: string | undefined, since: string | undefined) {
  const day = gone.test(relation) ? since : (closed ?? since)
  return day ? { since: dayIn(day) } : {}
}

function sameCompany(name: string, plaintiff: string): boolean {
  return plaintiff.toLowerCase().startsWith(name.split(' ').slice(0, 2).join(' ').toLowerCase())
}

function claimOf(words: string): string {
  if (!/infring|copyright|patent|trade ?mark|misappropriat|\bcop(?:y|ies)\b/i.test(words)) return 'other'
  // Rights in something that is neither a model nor what it writes or learnt: cooling, a logo, a machine.
  if (!/llama|\bmodels?\b|\boutputs?\b|\bweights\b|\btrain|\b(?:answers?|replies|texts?)\b/i.test(words))
    return 'other'
  const said =
    /\b(?:outputs?|repl(?:y|ies)|answers?|texts? (?:made|written)|weights|models? (?:themselves|itself)|Llama (?:Materials|[\d.]+) (?:infringes?|constitutes?))\b/i
  return /\btrain/i.test(words) && !said.test(words) ? 'training-infringes' : 'models-infringe'
}

function founded(group: string): string | undefined {
  return /founded (?:on )?(\d{4}-\d\d-\d\d)/.exec(group)?.[1]
}

function useOf(use: ScenarioUse, facts: Scenario['facts']): Record<string, unknown> {
  const planned = /^planned/i.test(String(use.since))
  const inside =
    /\brenters? (?:run|load)/i.test(`${use.inside} ${use.purpose}`) && use.weights_to.length === 0
      ? 'renters'
      : /\bbought (?:outputs|replies|answers|texts|pairs|data)\b|\bonly (?:outputs|replies|answers|texts) were bought\b/i.test(
            `${use.purpose}; ${use.inside}`,
          )
        ? 'outputs-alone'
        : /finished product|vendor[’']s (?:product|software|suite)|(?:product|software|suite|tool)\b.* (?:of|from|by) an? (?:\w+ )?vendor|bought (?:product|software|suite|tool)|\bSaaS\b/i.test(
              use.inside,
            )
          ? 'vendor-product'
          : /hosted|\bAPI\b|service of a cloud|cloud service|managed service|inference (?:service|provider)/i.test(
                use.inside,
              )
            ? 'hosted-model'
            : 'own'
  const trained = trainedBy(use, facts)
  const weights = use.weights_to
    .filter((one) => !/no llama weights/i.test(one))
    .map((one) => recipient(one, facts))
  const tuned = !/^(?:none|no)$/i.test(use.fine_tuning.trim())
  const names = [...use.fine_tuning.matchAll(/“([^”]+)”/g)].map(([, name]) => name)
  const company = companyOf(use, facts) ?? actsAlone(use)
  // What its outputs train is offered, and the model itself meets nobody outside.
  const soldAlone =
    (use.weights_to.length > 0 && weights.length === 0) ||
    (use.outputs_train.length > 0 &&
      /\b(?:training data|train(?:s|ed)?|teach\w*|labels?)\b/i.test(use.purpose))
  const finished = finishedProduct(use)
  return {
    name: use.id,
    models: use.models.map((model) => ({
      model: madeFrom(model) ?? model,
      ...(madeFrom(model) ? { changed: 'yes' } : {}),
      ...perVersion(model, use),
      ...certaintyOf(model, use),
      ...(performedOf(model, use) ? { performed: performedOf(model, use) } : {}),
    })),
    purpose: use.purpose,
    ...(vendorOf(use) ? { vendor: `vendor of ${use.id}` } : {}),
    ...(company === undefined ? {} : { company }),
    ...(productsOf(use).length > 0 ? { product_names: productsOf(use) } : {}),
    status: planned ? 'planned' : 'in-use',
    ...(planned ? {} : sinceOf(use.since)),
    ...untilOf(use, facts),
    // Colleagues at other universities get weights for research of their own, and are nobody’s customers.
    audience:
      soldAlone || (researches(use) && weights.length > 0 && researchers(use))
        ? ['staff']
        : audienceOf(
            namedAffiliates(use.audience, facts).replaceAll(facts.client.name, 'the client'),
            company !== undefined,
          ),
    inside,
    deployment: inside === 'own' ? ['on-premises'] : ['third-party-service'],
    // What is published is what the model wrote, and not a service.
    access:
      /^published\b(?! (?:tune|model|merge|adapter|weights))|\bsold as a data ?set\b/i.test(use.purpose) &&
      use.weights_to.length === 0
        ? 'content'
        : /\b(?:readers?|viewers?|listeners?|recipients?)\b/i.test(use.audience)
          ? 'content'
          : 'output-only',
    weights_recipients: weights.length > 0 ? [...new Set(weights)] : ['nobody'],
    ...(weights.length > 0 && finished !== undefined ? { finished_product: finished } : {}),
    fine_tuning: { done: tuned ? 'yes' : 'no', ...(names.length > 0 ? { model_names: names } : {}) },
    output_training: { done: trained.length > 0 ? 'yes' : 'no', models: trained },
    domains: [...new Set(use.domains.flatMap((one) => domainsOf(one)))],
    sensitive_uses: nearOf(use, facts.uses),
    ...(ofPersons(use) ? { personal_data: 'yes' } : {}),
    research: researches(use) ? 'yes' : 'no',
    ...(weights.length > 0 && researches(use)
      ? { recipients_research: researchers(use) ? 'yes' : 'unknown' }
      : {}),
  }
}

/** “Sorrel-70B (tuned from Llama 3.1 70B by a third party)” is the model that it was made from, changed. */
function madeFrom(model: string): string | undefined {
  return /\((?:tuned|fine-tuned|merged|quanti[sz]ed|converted|made|derived) from ([^)]*?)(?: by [^)]*)?\)/i.exec(
    model,
  )?.[1]
}

/** Inside a product, out of reach; or as a kit, open. */
function finishedProduct({ weights_to: to, purpose }: ScenarioUse): string | undefined {
  if (/\b(?:open (?:model )?interface|kit|weights, for)\b/i.test(purpose)) return 'no'
  return to.some((one) => /\b(?:inside|in) the\b/i.test(one)) ? 'yes' : undefined
}

/** What is read or written is about people. */
function ofPersons({ purpose, domains: fields, audience }: ScenarioUse): boolean {
  return /\b(?:calls?|interviews?|chats?|posts|messages|photos?|pictures|applicants?|tenants?|pupils?|child(?:ren)?|patients?|members|sick notes|reports of abuse|accident reports|booking|late person|identity|sensitive data|religion|witnesses|papers)\b/i.test(
    `${purpose}; ${fields.join('; ')}; ${audience}`,
  )
}

/** Research that nobody pays for with a product in mind: said of the purpose, or the field, with nothing sold. */
function researches({ purpose, domains: fields, audience }: ScenarioUse): boolean {
  if (/\b(?:paid|sold|customers?|offers?|commercial product)\b/i.test(`${purpose}; ${audience}`)) return false
  if (/\bresearch\b/i.test(purpose) && /non-?commercial|not commercial|academic/i.test(purpose)) return true
  return fields.some((one) => /^research$/i.test(one)) || /^research (?:on|into)\b/i.test(purpose)
}

/** Weights go to people who do research themselves: another university, a laboratory, a partner of the project. */
function researchers({ purpose, weights_to: to }: ScenarioUse): boolean {
  const told = /\b(?:universit(?:y|ies)|laborator(?:y|ies)|institutes?|researchers?|colleges?)\b/i
  return to.every((one) => told.test(one)) || /\bfor (?:the )?research of others\b/i.test(purpose)
}

const domains: [RegExp, string][] = [
  [/health|medic|hospital|pharma|clinic/i, 'health'],
  [/\blegal|\blaw\b/i, 'legal'],
  [/credit|lending|loan/i, 'credit'],
  [/bank|financ|account|invest|tax/i, 'finance'],
  [/insur/i, 'insurance'],
  [/employ|recruit|personnel|\bHR\b/i, 'employment'],
  [/housing|\brent/i, 'housing'],
  [/educat|school|universit/i, 'education'],
  [/social benefits|public (?:administration|services?)|welfare/i, 'public-services'],
]

function domainsOf(words: string): string[] {
  return domains.flatMap(([told, domain]) => (told.test(words) ? [domain] : []))
}

/** “staff of Fjordmat Danmark ApS” are those of an affiliate. */
function namedAffiliates(words: string, { affiliates }: Scenario['facts']): string {
  return affiliates.reduce((told, { name }) => told.replaceAll(name, 'an affiliate'), words)
}

function recipient(words: string, { affiliates }: Scenario['facts']): string {
  if (/contractor|service provider|outsourc/i.test(words)) return 'contractors'
  if (/affiliate|subsidiar|parent|sister/i.test(words) || affiliates.some(({ name }) => words.includes(name)))
    return 'affiliates'
  return /public|anyone|everybody|hub\b/i.test(words) ? 'public' : 'customers'
}

function audienceOf(words: string, ownCompany: boolean): string[] {
  const found = [
    ...(/affiliate|subsidiar|sister compan|group compan/i.test(words) && !ownCompany ? ['affiliates'] : []),
    ...(/contractor|freelancer/i.test(words) ? ['contractors'] : []),
    ...(/public|players|readers|visitors|anyone|consumers|residents|citizens|students|pupils|children|viewers|listeners|subscribers/i.test(
      words,
    )
      ? ['public']
      : []),
  ]
  const own =
    /\b(?:staff|employees|researchers|people of the client|own (?:\w+ )?(?:team|people|lawyers|engineers|analysts|physicians|editors|designers|underwriters)|of the client|the client alone|him ?self|her ?self|nobody)\b/i
  const outside =
    /\b(?:customers?|buyers|developers|publishers|firms?|clients(?! (?:staff|team))|patients|drivers|policyholders|tenants|applicants|investors|borrowers|of the customer)\b/i
  const parts = words.split(/,|;|\band\b/).map((part) => part.trim())
  // Whoever is none of these is outside: members, dealers, employers, a family.
  const strangers = parts.some(
    (part) =>
      part !== '' &&
      (outside.test(part) ||
        !(
          own.test(part) ||
          /affiliate|subsidiar|sister compan|group compan|contractor|freelancer|public|players|readers|visitors|anyone|consumers|residents|citizens|students|pupils|children|viewers|listeners|subscribers/i.test(
            part,
          )
        )),
  )
  const staff = own.test(words) && !/^staff of the customer$/i.test(words.trim())
  return [
    ...(staff || (found.length === 0 && !strangers) || ownCompany ? ['staff'] : []),
    ...found,
    ...(strangers && !(ownCompany && staff) ? ['customers'] : []),
  ]
}

/** “3.1: 2024-08; 3.2: 2024-11” gives each version its own; “Llama 3 8B unchanged” is not tuned. */
function perVersion(model: string, use: ScenarioUse): Record<string, unknown> {
  const version = /(\d(?:\.\d)?)/.exec(model)?.[1]
  const since = [...String(use.since).matchAll(/(\d(?:\.\d)?): (\d{4}-\d\d(?:-\d\d)?)/g)].find(
    ([, of]) => of === version,
  )?.[2]
  const parts = use.fine_tuning.split(';')
  const named = parts.filter((part) =>
    use.models.some((one) => version !== undefined && part.includes(one.replace(/[ -]Instruct$/, ''))),
  )
  const own = parts.find((part) => part.includes(model.replace(/[ -]Instruct$/, '')))
  const unchanged = own !== undefined && /unchanged|not (?:tuned|changed)/.test(own)
  return {
    ...(since ? { since } : {}),
    ...(unchanged
      ? { changed: 'no' }
      : use.models.length > 1 && own !== undefined && named.length > 1
        ? { changed: 'yes' }
        : {}),
  }
}

/** “whether Llama 2 wrote the part of 2023 is not known”. */
function certaintyOf(model: string, { purpose, models }: ScenarioUse): Record<string, unknown> {
  const version = /(\d(?:\.\d)?)/.exec(model)?.[1]
  if (
    models.length > 1 &&
    /\bwhich (?:of (?:the|these) \w+ )?(?:versions?|models?)\b.*\bnot (?:known|certain)\b/i.test(purpose)
  )
    return { certain: 'unknown' }
  const doubted = /\bwhether Llama (\d(?:\.\d)?)\b.*\bnot (?:known|certain)\b/i.exec(purpose)?.[1]
  return models.length > 1 && doubted !== undefined && doubted === version ? { certain: 'unknown' } : {}
}

function sinceOf(since: unknown): Record<string, unknown> {
  const day = /^(?:since |\w+ )?(\d{4}-\d\d(?:-\d\d)?)\b/.exec(String(since))?.[1]
  return day ? { since: day } : {}
}
