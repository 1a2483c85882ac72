import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { loadLibrary } from '../../../src/library/index.ts'
import { canonicalMatter, type Matter, readMatter } from '../../../src/matter/index.ts'
import { type FormBody, readForm } from '../../../src/server/form/read.ts'
import { type FieldView, formView } from '../../../src/server/form/view.ts'
import { matterFacts, matterYaml } from '../../../src/server/matter-text.ts'

const library = await loadLibrary()

/** What a browser would send of a form: every field with its value, boxes that are ticked. */
function sent(fields: FieldView[]): [string, string][] {
  return fields.flatMap((field): [string, string][] => {
    const { name, set, options = [], needed = [], more = [], rows = [] } = field
    if (set === 'group') return [...sent(needed), ...sent(more)]
    if (set === 'rows') {
      const none: [string, string][] = field.none ? [[name, '(none)']] : []
      return [
        ...rows.flatMap((row): [string, string][] => [
          ...(row.key === undefined ? [] : [[`${row.name}.key`, row.key] as [string, string]]),
          ...sent(row.needed),
          ...sent(row.more),
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
  const { needed, more } = formView(facts, {
    needed: new Set(['client', 'client.name']),
    wrong: new Map(),
    library,
  })
  const body: FormBody = { matter: String(facts.matter) }
  const positions = Object.entries(Object(Object(facts.negotiation).positions ?? {}))
  for (const [id, level] of positions) body[`negotiation.positions{${id}}`] = String(level)
  for (const [name, value] of sent([...needed, ...more])) {
    body[name] = name in body ? [body[name]!, value].flat() : value
  }
  return readForm(body)
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
      readForm({ matter: 'A', [`${product}.key`]: 'Search', [`${product}.users`]: users }).reach
    expect(form('700,000,000')).toEqual({ monthly_active_users: { Search: 700_000_000 } })
    expect(form('120M')).toEqual({ monthly_active_users: { Search: '120M' } })
  })

  test('tells an empty list from one that nobody answered', () => {
    expect(readForm({ matter: 'A' })).toEqual({ matter: 'A' })
    expect(readForm({ matter: 'A', domains: '(none)', models: '(none)' })).toEqual({
      matter: 'A',
      models: [],
      domains: [],
    })
  })

  test('takes no name that the schema does not have', () => {
    const facts = readForm({
      matter: 'A',
      __proto__: 'x',
      'client.__proto__.name': 'x',
      'constructor.prototype': 'x',
      'models[9999].model': 'x',
    })
    expect(facts).toEqual({ matter: 'A' })
    expect(({} as { name?: string }).name).toBeUndefined()
  })
})
