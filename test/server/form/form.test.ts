import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { loadLibrary } from '../../../src/library/index.ts'
import { canonicalMatter, fieldOf, type Matter, matterFields, readMatter } from '../../../src/matter/index.ts'
import { helpOnForm } from '../../../src/server/form/help.ts'
import { type FormBody, readForm } from '../../../src/server/form/read.ts'
import { type FieldView, formView, shownFields } from '../../../src/server/form/view.ts'
import { matterFacts, matterYaml } from '../../../src/server/matter-text.ts'

const library = await loadLibrary()

/** What a browser would send of a form: every field with its value, boxes that are ticked. */
function sent(fields: FieldView[]): [string, string][] {
  return fields.flatMap((field): [string, string][] => {
    const { name, set, options = [], fields: inner = [], rows = [] } = field
    if (set === 'group' || set === 'grid') return sent(inner)
    if (set === 'rows') {
      const none: [string, string][] = field.none ? [[name, '(none)']] : []
      return [
        ...rows.flatMap((row): [string, string][] => [
          ...(row.key === undefined ? [] : [[`${row.name}.key`, row.key] as [string, string]]),
          ...sent(row.fields),
        ]),
        ...none,
      ]
    }
    if (set === 'checks' || set === 'select') {
      return options.filter(({ chosen }) => chosen).map(({ value }) => [name, value])
    }
    return [[name, field.value ?? '']]
  })
}

/** The facts that come back from the form that the facts make. */
function through(facts: Record<string, unknown>): Record<string, unknown> {
  const cards = formView(facts, { needed: new Set(), printed: new Set(), wrong: new Map(), library })
  const body: FormBody = { matter: String(facts.matter) }
  const positions = Object.entries(Object(Object(facts.negotiation).positions ?? {}))
  for (const [id, level] of positions) body[`negotiation.positions{${id}}`] = String(level)
  for (const [name, value] of sent(cards.flatMap(({ fields }) => fields))) {
    body[name] = name in body ? [body[name]!, value].flat() : value
  }
  return readForm(body, library)
}

/** Boxes have no order: lists of words are compared without theirs. */
function unordered(matter: Matter): unknown {
  return JSON.parse(canonicalMatter(matter), (_key, value: unknown) =>
    Array.isArray(value) && value.every((one) => typeof one === 'string') ? [...value].sort() : value,
  )
}

describe('the form of a matter', () => {
  const examples = readdirSync('examples').filter((name) => name.endsWith('.yaml'))
  test.each(examples)('gives back the facts of %s', (name) => {
    const source = readFileSync(`examples/${name}`, 'utf8')
    const back = readMatter(matterYaml(through(matterFacts(source))), name)
    expect(unordered(back)).toEqual(unordered(readMatter(source, name)))
  })

  test('takes numbers as people write them, and leaves what is no number to the check', () => {
    const product = 'reach.monthly_active_users{0}'
    const form = (users: string) =>
      readForm({ matter: 'A', [`${product}.key`]: 'Search', [`${product}.users`]: users }, library).reach
    expect(form('700,000,000')).toEqual({ monthly_active_users: { Search: 700_000_000 } })
    expect(form('120M')).toEqual({ monthly_active_users: { Search: 120_000_000 } })
    expect(form('1.2 million')).toEqual({ monthly_active_users: { Search: 1_200_000 } })
    expect(form('0.7 bn')).toEqual({ monthly_active_users: { Search: 700_000_000 } })
    for (const [words, users] of Object.entries({
      'about 1.2 million': 1_200_000,
      'ca. 3 Mio': 3_000_000,
      '2 Mrd.': 2_000_000_000,
      '~ 700,000': 700_000,
      '1e9': 1_000_000_000,
    }))
      expect(form(words)).toEqual({ monthly_active_users: { Search: users } })
    // A round figure near a threshold is no answer.
    for (const words of ['1.200 million', 'about 700 million', '1.5', 'a million', '1e-6', '-1'])
      expect(form(words)).toEqual({ monthly_active_users: { Search: words } })
  })

  test.each([
    [
      'client.principal_place_of_business',
      'United States',
      { client: { principal_place_of_business: 'US' } },
    ],
    [
      'client.principal_place_of_business',
      'the netherlands',
      { client: { principal_place_of_business: 'NL' } },
    ],
    ['client.principal_place_of_business', 'Deutschland', { client: { principal_place_of_business: 'DE' } }],
    ['client.principal_place_of_business', 'España', { client: { principal_place_of_business: 'ES' } }],
    ['client.principal_place_of_business', 'Georgia', { client: { principal_place_of_business: 'Georgia' } }],
    [
      'client.principal_place_of_business',
      'Georgia (the country)',
      { client: { principal_place_of_business: 'GE' } },
    ],
    [
      'client.principal_place_of_business',
      'Freedonia',
      { client: { principal_place_of_business: 'Freedonia' } },
    ],
    ['models[0].license', 'Llama 3.1 Community License', { models: [{ license: 'llama-3.1' }] }],
    ['models[0].license', 'Meta Llama 3 Community License Agreement', { models: [{ license: 'llama-3' }] }],
    ['models[0].license', '3.1', { models: [{ license: 'llama-3.1' }] }],
    ['models[0].license', 'v3.3', { models: [{ license: 'llama-3.3' }] }],
    ['models[0].license', 'License', { models: [{ license: 'License' }] }],
    ['models[0].license', '3.9', { models: [{ license: '3.9' }] }],
    ['client.founded', 'March 1, 2024', { client: { founded: '2024-03-01' } }],
    ['client.founded', '03/04/2024', { client: { founded: '03/04/2024' } }],
    ['models[0].since', '2024-07', { models: [{ since: '2024-07' }] }],
  ])('reads %s as people write it: %s', (name, words, facts) => {
    expect(readForm({ matter: 'A', [name]: words }, library)).toEqual({ matter: 'A', ...facts })
  })

  test('shows a value by its name, and nothing that a calendar would hide', () => {
    const lines = (fields: FieldView[]): FieldView[] =>
      fields.flatMap((field) => [
        field,
        ...lines(field.fields ?? []),
        ...(field.rows ?? []).flatMap((row) => lines(row.fields)),
      ])
    const facts = {
      client: { principal_place_of_business: 'DE', founded: 'in March' },
      models: [{ license: 'llama-3.1', since: '2024-07' }],
    }
    const cards = formView(facts, { needed: new Set(), printed: new Set(), wrong: new Map(), library })
    const shown = new Map(cards.flatMap(({ fields }) => lines(fields)).map((field) => [field.name, field]))
    expect(shown.get('client.principal_place_of_business')).toMatchObject({
      value: 'Germany',
      list: 'countries',
    })
    expect(shown.get('models[0].license')?.value).toBe('Llama 3.1 Community License Agreement')
    expect(shown.get('client.founded')).toMatchObject({ type: 'text', value: 'in March' })
    expect(shown.get('models[0].since')).toMatchObject({ type: 'text', value: '2024-07' })
  })

  test('asks for what can change what is said, and keeps every other question for whoever wants it', () => {
    const form = (facts: Record<string, unknown>, ...asked: string[]) => {
      const cards = formView(facts, {
        needed: new Set(),
        printed: new Set(['client', 'client.name']),
        asked: new Set(asked),
        wrong: new Map([['client.domicile', 'expected a country']]),
        library,
      })
      expect(cards.map(({ id }) => id)).toEqual(['who', 'uses', 'reach', 'controls', 'negotiation'])
      return shownFields(cards)
    }
    const always = ['f-client', 'f-client-name', 'f-client-domicile']
    expect(form({})).toEqual(always)
    expect(form({}, 'controls.logging')).toEqual([...always, 'f-controls', 'f-controls-logging'])
    expect(form({ sector: 'x', inside: 'own' })).toEqual([...always, 'f-inside'])
    // Of two ways to answer, the lighter one; the other where that did not do.
    expect(form({}, 'exposure')).toEqual([...always, 'f-audience'])
    const reach = ['f-reach', 'f-reach-at-most']
    expect(form({}, 'reach.monthly_active_users')).toEqual([...always, ...reach])
    expect(form({ reach: { at_most: 1 } }, 'reach.monthly_active_users')).toEqual([
      ...always,
      'f-reach',
      'f-reach-monthly-active-users',
      'f-reach-at-most',
    ])
    const uses = { uses: [{ name: 'a' }] }
    expect(form(uses, 'uses[0].exposure', 'access')).toEqual([
      ...always,
      'f-uses',
      'f-uses-0-name',
      'f-uses-0-audience',
    ])
  })

  test('says of a question what a person needs, the meaning of an option beside it, and no word of a file', () => {
    const help = (path: string) => helpOnForm(fieldOf(path)!)
    expect(help('client.affiliates').line).toBe('Parent, sister and daughter companies all belong here.')
    expect(help('deployment')).toEqual({
      options: new Map([
        ['own-cloud', 'in the client’s account with a cloud provider'],
        ['third-party-service', 'somebody else runs them and the client calls them'],
      ]),
    })
    const lines = matterFields().map((field) => helpOnForm(field).line ?? '')
    expect(lines.filter((line) => /\blist\b|\bfiles?\b|left out|YAML|[{}[\]_]/i.test(line))).toEqual([])
  })

  test('tells an empty list from one that nobody answered', () => {
    expect(readForm({ matter: 'A' }, library)).toEqual({ matter: 'A' })
    const since = (words: string) => readForm({ matter: 'A', 'models[0].since': words }, library).models
    expect(since('around March 2025')).toEqual([{ since: '2025-03' }])
    expect(since('around March 5, 2025')).toEqual([{ since: 'around March 5, 2025' }])
    expect(readForm({ matter: 'A', domains: '(none)', models: '(none)' }, library)).toEqual({
      matter: 'A',
      models: [],
      domains: [],
    })
  })

  test('takes no name that the schema does not have', () => {
    const facts = readForm(
      {
        matter: 'A',
        __proto__: 'x',
        'client.__proto__.name': 'x',
        'constructor.prototype': 'x',
        'models[9999].model': 'x',
      },
      library,
    )
    expect(facts).toEqual({ matter: 'A' })
    expect(({} as { name?: string }).name).toBeUndefined()
  })
})
