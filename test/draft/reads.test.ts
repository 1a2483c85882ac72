import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { documents, draft, draftInputs, loadTemplates } from '../../src/draft/index.ts'
import { ofEveryDocument } from '../../src/draft/needed-facts.ts'
import { type Library, loadLibrary } from '../../src/library/index.ts'
import {
  type Condition,
  factsOfAssessment,
  factsReadBy,
  fieldOf,
  type Judged,
  type Matter,
  matterFields,
  readMatter,
} from '../../src/matter/index.ts'
import { negotiationReads } from '../../src/redline/index.ts'
import { openTexts } from '../../src/texts/index.ts'
import { matterOf } from './vendor-matters.ts'

/**
 * What a document read while it was drafted. Facts are told by those who hand them to it; what the assessment, conditions and
 * whoever joins the uses of a matter read on their own account is not the document's.
 */
const read = vi.hoisted(() => {
  const raw = new WeakMap<object, object>()
  return {
    facts: new Set<string>(),
    topics: new Set<string>(),
    termFacts: new Set<string>(),
    judged: new Set<string>(),
    assessment: new Set<string>(),
    quiet: 0,
    /** Paths that are not the end of a path. */
    groups: new Map<string, string>(),
    kinds: new Map<unknown, string>(),
    raw,
    plain: <T>(value: T): T =>
      typeof value === 'object' && value !== null ? ((raw.get(value) as T) ?? value) : value,
    quietly<T>(run: () => T): T {
      this.quiet += 1
      try {
        return run()
      } finally {
        this.quiet -= 1
      }
    },
    tell(set: 'facts' | 'topics' | 'termFacts' | 'judged' | 'assessment', name: string) {
      if (this.quiet === 0) this[set].add(name)
    },
    /** A matter, or its facts spread out for a template, whose ends tell that they are read. */
    watched<T>(value: T, at = ''): T {
      if (typeof value !== 'object' || value === null) return value
      const list = Array.isArray(value)
      if (!list && Object.getPrototypeOf(value) !== Object.prototype) return value
      const proxy: object = new Proxy(value, {
        get: (target, key, self) => {
          const got: unknown = Reflect.get(target, key, self)
          if (typeof key === 'symbol' || (list && !/^\d+$/.test(key))) return got
          const path = list ? `${at}[]` : at.endsWith('{') ? `${at}}` : at === '' ? key : `${at}.${key}`
          const kind = list || path.endsWith('{}') ? 'group' : this.groups.get(path)
          if (kind === undefined) return got
          if (kind === 'map') this.tell('facts', path)
          if (kind === 'group' || kind === 'list') return this.watched(got, path)
          if (kind === 'map')
            return typeof got === 'object' &&
              got !== null &&
              path.startsWith('reach') &&
              !path.endsWith('months')
              ? this.watched(got, `${path}.{`)
              : got
          this.tell('facts', path)
          return got
        },
      })
      raw.set(proxy, value)
      return proxy as T
    },
  }
})

const whole = ['models[].model', 'models[].license', 'models[].size', 'models[].status']

vi.mock(import('../../src/matter/use/whole-of.ts'), async (original) => {
  const { wholeOf } = await original()
  return { wholeOf: (matter) => (read.raw.has(matter) ? matter : wholeOf(matter)) }
})
vi.mock(import('../../src/matter/use/vendors-of.ts'), async (original) => {
  const real = await original()
  return {
    ...real,
    vendorChosen: (matter, name) =>
      read.raw.has(matter)
        ? read.watched(read.quietly(() => real.vendorChosen(read.plain(matter), name)))
        : real.vendorChosen(matter, name),
  }
})
vi.mock(import('../../src/matter/assess/situation.ts'), async (original) => {
  const { situationOf } = await original()
  return {
    situationOf: (matter, license, library) =>
      read.quietly(() => situationOf(read.plain(matter), license, read.plain(library))),
  }
})
vi.mock(import('../../src/matter/assess/threshold.ts'), async (original) => {
  const real = await original()
  return {
    ...real,
    countUsers: (matter, license, library) => {
      read.tell('assessment', 'thresholds')
      return read.quietly(() => real.countUsers(read.plain(matter), license, library))
    },
  }
})
vi.mock(import('../../src/matter/derived/models.ts'), async (original) => {
  const real = await original()
  return {
    ...real,
    licensesInUse: (matter, library) => {
      for (const path of whole) read.tell('facts', path)
      return read.quietly(() => real.licensesInUse(read.plain(matter), library))
    },
    modelsOf: (matter, library) => {
      const models = read.quietly(() => real.modelsOf(read.plain(matter), library))
      return models.map(
        (model) =>
          new Proxy(model, {
            get: (target, key, self) => {
              if (key === 'status') read.tell('facts', 'models[].status')
              else if (key === 'inputs') read.tell('facts', 'models[].inputs')
              else if (key !== 'index') for (const path of whole.slice(0, 3)) read.tell('facts', path)
              return Reflect.get(target, key, self)
            },
          }),
      )
    },
  }
})
vi.mock(import('../../src/matter/digest.ts'), async (original) => {
  const real = await original()
  return { ...real, matterDigest: (matter) => read.quietly(() => real.matterDigest(read.plain(matter))) }
})
vi.mock(import('../../src/matter/condition/evaluate.ts'), async (original) => {
  const real = await original()
  return {
    evaluate: (condition, situation) => {
      read.tell('judged', read.kinds.get(condition) ?? 'other')
      return read.quietly(() => real.evaluate(condition, situation))
    },
  }
})
vi.mock(import('../../src/draft/facts.ts'), async (original) => {
  const real = await original()
  return { ...real, factsOf: (matter) => read.watched(read.quietly(() => real.factsOf(read.plain(matter)))) }
})
vi.mock(import('../../src/draft/flow-down/models.ts'), async (original) => {
  const real = await original()
  // The matter of an addendum is for its conditions alone.
  return {
    ...real,
    addendumMatter: (matter, models) => read.quietly(() => real.addendumMatter(read.plain(matter), models)),
  }
})
vi.mock(import('../../src/draft/document/memo-versions.ts'), async (original) => {
  const real = await original()
  // A comparison goes through all that there is.
  return { memoVersions: (...given) => read.quietly(() => real.memoVersions(...given)) }
})
vi.mock(import('../../src/matter/assess/answers-tried.ts'), async (original) => {
  const real = await original()
  // To try an answer is to assess anew.
  return {
    trialOn: (matter, library) => {
      const trial = read.quietly(() => real.trialOn(read.plain(matter), read.plain(library)))
      return {
        path: (asked) => read.quietly(() => trial.path(asked)),
        duty: (asked, duty) => read.quietly(() => trial.duty(asked, duty)),
        risk: (asked, risk) => read.quietly(() => trial.risk(asked, risk)),
      }
    },
  }
})
vi.mock(import('../../src/redline/choose.ts'), async (original) => {
  const real = await original()
  return {
    ...real,
    chosenPositions: (matter, ...rest) => {
      for (const path of ['negotiation.negotiable', 'negotiation.appetite', 'negotiation.positions'])
        read.tell('facts', path)
      read.tell('judged', 'positions')
      return read.quietly(() => real.chosenPositions(read.plain(matter), ...rest))
    },
  }
})

let library: Library
let matters: Matter[]
const templates = await loadTemplates()

beforeAll(async () => {
  library = await loadLibrary()
  for (const { path, kind } of matterFields()) read.groups.set(path, kind)
  for (const [kind, some] of judgedIn(library)) for (const condition of some) read.kinds.set(condition, kind)
  const names = ['acme', 'internal-pilot', 'vendor-saas', 'whitelabel'].map((name) => `examples/${name}.yaml`)
  const files = [...names, 'test/draft/fixtures/acme.yaml']
  matters = [...files.map((file) => readMatter(readFileSync(file, 'utf8'), file)), ...more()]
})

function judgedIn({
  risks,
  duties,
  incidents,
  flowDowns,
  positions,
  limits,
  contradictions,
}: Library): [Judged, Condition[]][] {
  const shifts = [...risks.values()].flatMap(({ likelihood, impact }) =>
    [likelihood, impact].flatMap(({ raise, lower }) => [...raise, ...lower].map(({ when }) => when)),
  )
  return [
    ['risks', [...[...risks.values()].map(({ when }) => when), ...shifts]],
    [
      'duties',
      [...duties.values()].flatMap(({ grounds, notDue }) => [...grounds, ...notDue].map(({ when }) => when)),
    ],
    ['incidents', [...incidents.values()].map(({ when }) => when)],
    ['flow-downs', [...flowDowns.values()].map(({ when }) => when)],
    [
      'lines',
      limits.filter(({ line, takes }) => line !== undefined && takes !== 'right').map(({ when }) => when),
    ],
    ['contradictions', contradictions.map(({ when }) => when)],
    ['rights', limits.filter(({ takes }) => takes === 'right').map(({ when }) => when)],
    ['positions', [...positions.values()].map(({ when }) => when)],
  ]
}

/** Matters that give what the examples do not: each kind of vendor, every license, nothing at all. */
function more(): Matter[] {
  const vendor = {
    name: 'Pike Ltd.',
    product: 'Pike Desk',
    models: ['Llama 3.1', 'Llama 2'],
    contract: { title: 'Order', date: '2025-01-02' },
  }
  const kinds = [...library.vendorKinds.keys()].map((kind) =>
    matterOf({
      models: [{ model: 'Llama 3.2-Vision', size: '11B' }, { model: 'Llama 2' }],
      vendor: { ...vendor, kind },
      negotiation: { figures: [{ figure: 'incidents.notice', is: 12 }] },
    }),
  )
  const all = [...library.licenses.keys()].map((license) => ({
    license,
    status: 'in-use',
    model: library.models.find((one) => one.license === license)?.name,
  }))
  return [
    ...kinds,
    matterOf({
      vendor: {
        ...{ name: 'Pike Ltd.', kind: 'own-reseller' },
        products: [
          { product: 'Desk', models: ['Llama 3.1'] },
          { product: 'Mail', models: ['Llama 4'] },
        ],
      },
      role: 'vendor',
    }),
    matterOf({
      models: all,
      exposure: 'product',
      weights_recipients: ['customers'],
      fine_tuning: { done: true, model_names: ['A'] },
      output_training: { done: true, models: [{ name: 'B', distributed: true }] },
      reach: {
        monthly_active_users: {
          Search: { users: 1000, company: 'Pike', uses_llama: false, shared_with: ['Mail'] },
          Mail: 10,
        },
      },
      vendor: { name: 'Pike Ltd.', kind: 'saas' },
      vendors: [{ name: 'Pike Ltd.', product: 'Desk' }],
      client: {
        name: 'Harrow',
        affiliates: [{ name: 'Harrow Re', country: 'DE' }],
        co_signatories: [{ name: 'Ada Moor', title: 'Director' }],
      },
      negotiation: {
        signatories: [
          { company: 'Meta Platforms, Inc.', name: 'Tom Hale', title: 'Secretary' },
          { name: 'Mara Quinn', title: 'Director' },
        ],
      },
      role: 'vendor',
    }),
    matterOf({
      models: [{ license: 'llama-3.1' }],
      vendor: { name: 'Pike Ltd.', kind: 'reseller' },
      role: 'vendor',
    }),
    matterOf({ models: [{ license: 'llama-3.1' }] }),
  ]
}

/** The terms of the library, which tell what is read of them. */
function watchedLibrary(): Library {
  const terms = new Proxy(library.terms, {
    get: (target, key) => {
      if (key !== 'get') {
        const value: unknown = Reflect.get(target, key, target)
        return typeof value === 'function' ? value.bind(target) : value
      }
      return (name: string) => {
        const term = target.get(name)
        if (term) read.tell('topics', term.topic)
        if (!term || term.absent) return term
        const facts = new Proxy(term.facts, {
          get: (own, fact, self) => {
            if (typeof fact === 'string') read.tell('termFacts', `${term.topic}.${fact}`)
            return Reflect.get(own, fact, self)
          },
        })
        return { ...term, facts }
      }
    },
  })
  const watched = { ...library, terms }
  read.raw.set(watched, library)
  return watched
}

const sets = ['facts', 'topics', 'termFacts', 'judged', 'assessment'] as const

const known = new Map<string, ReturnType<typeof draftInputs>>()

/** A matter is assessed once, and its redline worked out for those that negotiate. */
function inputsOf(negotiates: boolean, matter: Matter): ReturnType<typeof draftInputs> {
  const key = `${negotiates} ${matters.indexOf(matter)}`
  const kind = documents.find((one) => (one.negotiates === true) === negotiates)!
  if (!known.has(key)) known.set(key, draftInputs(kind, matter, library, openTexts(library.licenses)))
  return known.get(key)!
}

/** As one whose addendum was signed on another model. */
function signed(matter: Matter): Matter {
  const addendum = {
    date: '2025-01-01',
    models: ['Llama 2'],
    other_words: ['output-training'],
    read_again: ['change-notice'],
    changed_text: 'the use policy',
    ...(matter.vendor?.products && {
      products: matter.vendor.products.map((one) => ({ ...one, models: ['Llama 3.3'] })),
    }),
  }
  return { ...matter, agreement: { ...matter.agreement, addendum } }
}

async function readBy(id: string) {
  for (const name of sets) read[name].clear()
  const kind = documents.find((one) => one.id === id)!
  const failed: string[] = []
  for (const matter of matters) {
    // Kinds of vendor matter to a vendor’s documents alone.
    if (matter.matter === 'Kind' && !id.startsWith('vendor-')) continue
    if (matter.vendor?.products && !kind.forVendor) continue
    read.quiet += 1
    const given = await inputsOf(kind.negotiates === true, matter)
    read.quiet -= 1
    const assessment = new Proxy(given.assessment!, {
      get: (target, key, self) => {
        if (typeof key === 'string')
          read.tell('assessment', ['thresholds', 'cases', 'answers'].includes(key) ? key : 'all')
        return Reflect.get(target, key, self)
      },
    })
    const input = {
      ...given,
      assessment,
      templates,
      library: watchedLibrary(),
      matter: read.watched(id === 'vendor-amendment' ? signed(matter) : matter),
      options: { allowBlanks: true, allowConflicts: id === 'vendor-amendment' },
    }
    try {
      draft(id, input)
    } catch (error) {
      failed.push(String(error))
    }
  }
  expect(failed.length, failed.join('\n')).toBeLessThan(matters.length)
  return Object.fromEntries(sets.map((name) => [name, new Set(read[name])])) as Record<
    (typeof sets)[number],
    Set<string>
  >
}

/** An amendment makes a matter of the facts of then: telling its uses apart copies these, whatever is made of them. */
const copiedWithUses = [
  'deployment',
  'cloud_provider',
  'access',
  'near_policy_uses',
  'eu_users',
  'inside',
  'service_provider',
]

describe.each(documents.map(({ id }) => id))('the %s', (id) => {
  const kind = documents.find((one) => one.id === id)!
  const { needs, reads } = kind
  let found: Awaited<ReturnType<typeof readBy>>
  beforeAll(async () => {
    found = await readBy(id)
  })

  test('reads no fact of the matter that it does not name, and names none that it does not read', () => {
    const byOthers = new Set([
      ...ofEveryDocument,
      ...factsReadBy(library, reads.judges ?? []),
      ...factsOfAssessment(library, reads.assessment ?? []),
      ...(kind.negotiates ? [...negotiationReads, ...factsReadBy(library, ['positions', 'risks'])] : []),
      ...(id === 'vendor-amendment' ? copiedWithUses : []),
    ])
    const undeclared = [...found.facts].filter(
      (path) => fieldOf(path) && !needs.includes(path) && !byOthers.has(path),
    )
    expect({ undeclared, unread: needs.filter((path) => !found.facts.has(path)) }).toEqual({
      undeclared: [],
      unread: [],
    })
  })

  test('judges by what it says, and tells of the assessment what it says', () => {
    expect([...found.judged].sort()).toEqual([...(reads.judges ?? [])].sort())
    expect([...found.assessment].sort()).toEqual([...(reads.assessment ?? [])].sort())
  })

  test('reads no fact of a term that it does not name', () => {
    const { facts = [] } = reads
    const exact = [...library.duties.values()].flatMap(({ topic, exact: words }) =>
      words ? [`${topic}.${words.fact}`] : [],
    )
    // Exact words of duties, and what staff is told besides, are named in the library itself.
    const staff = [...library.topics.values()].flatMap((topic) =>
      (topic.staff?.also ?? []).map(({ fact }) => `${topic.id}.${fact}`),
    )
    const silent = library.silences.flatMap((one) =>
      reads.silences?.includes(one.id) ? [`${one.topic}.${one.fact}`] : [],
    )
    const channels = Object.entries(library.facts.get('reporting') ?? {}).flatMap(([fact, one]) =>
      reads.topics?.includes('reporting') && 'channel' in one ? [`reporting.${fact}`] : [],
    )
    const byData = [...exact, ...silent, ...channels, ...(reads.everyTopic ? staff : [])]
    const undeclared = [...found.termFacts].filter((name) => !facts.includes(name) && !byData.includes(name))
    expect({ undeclared, unread: facts.filter((name) => !found.termFacts.has(name)) }).toEqual({
      undeclared: [],
      unread: [],
    })
  })

  test('reads no topic that it does not name, but those that it is led to by what it judges', () => {
    const { topics = [], facts = [] } = reads
    const judges: readonly Judged[] = [
      ...(reads.judges ?? []),
      ...(kind.negotiates ? (['positions', 'risks'] as const) : []),
      // Exact words of whatever duties there are are printed, and are no terms that a document defines.
      'duties',
    ]
    const led = new Set(reads.everyTopic ? library.topics.keys() : ledTo(judges))
    const named = [...topics, ...facts.map((name) => name.split('.')[0]!)]
    const undeclared = [...found.topics].filter((topic) => !named.includes(topic) && !led.has(topic))
    expect({ undeclared, unread: topics.filter((topic) => !found.topics.has(topic)) }).toEqual({
      undeclared: [],
      unread: [],
    })
  })
})

/** Topics that the library's own records lead to. */
function ledTo(judges: readonly Judged[]): string[] {
  const of = {
    risks: () =>
      [...library.risks.values()].flatMap(({ topics, cites }) => [
        ...topics,
        ...cites.map(({ topic }) => topic),
      ]),
    duties: () =>
      [...library.duties.values()].flatMap(({ topic, cites }) => [topic, ...cites.map((one) => one.topic)]),
    incidents: () => [...library.incidents.values()].flatMap(({ cites }) => cites.map(({ topic }) => topic)),
    'flow-downs': () => [],
    limits: () => [],
    rights: () => [],
    lines: () =>
      library.limits.flatMap(({ line, cites }) =>
        line === undefined ? [] : cites.map(({ topic }) => topic),
      ),
    contradictions: () => library.contradictions.flatMap(({ cites }) => cites.map(({ topic }) => topic)),
    positions: () => [...library.positions.values()].map(({ topic }) => topic),
  }
  return judges.flatMap((one) => of[one]())
}
