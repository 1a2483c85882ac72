import { beforeAll, describe, expect, test, vi } from 'vitest'
import { documentRule } from '../../src/draft/index.ts'
import { rules } from '../../src/library/check/rules/index.ts'
import type { CheckContext } from '../../src/library/check/types.ts'
import { readFolder } from '../../src/library/folder.ts'
import { type Library, libraryFolder } from '../../src/library/index.ts'
import { nameRule } from '../../src/library/published-names.ts'
import { type LibraryReading, readLibraryIn } from '../../src/library/read-library.ts'
import { conditionRule, derivedFacts, matterFields } from '../../src/matter/index.ts'

/** A fact of a matter that is gone for a while, so that it can be renamed without another schema. */
const gone = vi.hoisted(() => ({ path: '' }))
vi.mock(import('../../src/matter/fields.ts'), async (original) => {
  const real = await original()
  return {
    ...real,
    matterFields: () => real.matterFields().filter(({ path }) => path !== gone.path),
    fieldOf: (path: string) => {
      const field = real.fieldOf(path)
      return field?.path === gone.path ? undefined : field
    },
  }
})

/** Rules that need no text, and that go by names. */
const byName = [
  ...rules.filter(({ id }) => ['ids', 'staff-rules', 'advisory'].includes(id)),
  conditionRule,
  documentRule,
  nameRule,
]

let reading: LibraryReading
beforeAll(async () => {
  reading = readLibraryIn(await readFolder(libraryFolder()))
})

/** Ids of the rules that tell something of a library. */
function red(library: Library): string[] {
  const told = new Set<string>()
  const context: CheckContext = {
    ...reading,
    library,
    textOf: () => undefined,
    note: () => {},
    report: (rule) => told.add(rule),
  }
  for (const rule of byName) rule.run(context)
  return [...told]
}

/** Whether no rule tells anything; names are asked first, since that is quick. */
function silentOn(library: Library): boolean {
  let told = false
  const context: CheckContext = {
    ...reading,
    library,
    textOf: () => undefined,
    note: () => {},
    report: () => {
      told = true
    },
  }
  return byName.toReversed().every((rule) => {
    rule.run(context)
    return !told
  })
}

const other = 'renamed-for-a-test'

function renamed<T>(map: ReadonlyMap<string, T>, id: string, to = other): Map<string, T> {
  return new Map([...map].map(([key, value]) => [key === id ? to : key, value]))
}

/** A fact under another name in facts.yaml and in every term: as whoever renames it in all the files would. */
function withFact(topic: string, fact: string): Library {
  const rename = <T>(facts: Record<string, T>) =>
    Object.fromEntries(Object.entries(facts).map(([key, value]) => [key === fact ? 'renamed' : key, value]))
  const { facts, terms } = reading.library
  return {
    ...reading.library,
    facts: new Map([...facts].map(([id, some]) => [id, id === topic ? rename(some) : some])),
    terms: new Map(
      [...terms].map(([key, term]) => [
        key,
        term.absent || term.topic !== topic ? term : { ...term, facts: rename(term.facts) },
      ]),
    ),
  }
}

function withTopic(id: string): Library {
  const { topics, groups, facts, terms } = reading.library
  const named = (topic: string) => (topic === id ? other : topic)
  return {
    ...reading.library,
    topics: renamed(topics, id),
    groups: groups.map((group) => ({
      ...group,
      topics: group.topics.map((topic) => ({ ...topic, id: named(topic.id) })),
    })),
    facts: renamed(facts, id),
    terms: new Map(
      [...terms].map(([key, term]) => [
        term.topic === id ? `${term.license}/${other}` : key,
        { ...term, topic: named(term.topic) },
      ]),
    ),
  }
}

test('nothing is wrong before anything is renamed', () => {
  expect(red(reading.library)).toEqual([])
})

describe('whatever is renamed, and renamed in every file that has it, the check says so', () => {
  test('a topic', () => {
    const silent = [...reading.library.topics.keys()].filter((id) => silentOn(withTopic(id)))
    expect(silent).toEqual([])
  })

  test('a fact of a topic; one that a condition or a document reads, by the reader too', () => {
    const read = readFacts()
    expect(read.size).toBeGreaterThan(40)
    const silent: string[] = []
    for (const [topic, facts] of reading.library.facts) {
      for (const fact of Object.keys(facts)) {
        const told = red(withFact(topic, fact))
        const readers = told.filter((rule) => rule !== 'names')
        if (told.length === 0 || (read.has(`${topic}.${fact}`) && readers.length === 0))
          silent.push(`${topic}.${fact}`)
      }
    }
    expect(silent).toEqual([])
  })

  test.each([
    'positions',
    'flowDowns',
    'risks',
    'duties',
    'incidents',
    'licenses',
    'vendorKinds',
    'vendorTraits',
  ] as const)('an id of %s', (kind) => {
    const map = reading.library[kind] as ReadonlyMap<string, unknown>
    const silent = [...map.keys()].filter((id) => silentOn({ ...reading.library, [kind]: renamed(map, id) }))
    expect(silent).toEqual([])
  })

  test.each([
    ['limits', 'id'],
    ['enough', 'id'],
    ['breaches', 'id'],
    ['openPoints', 'id'],
    ['silences', 'id'],
    ['silences', 'topic'],
    ['silences', 'fact'],
    ['policyItems', 'topic'],
    ['statements', 'topic'],
    ['models', 'name'],
    ['models', 'license'],
    ['tables', 'id'],
    ['advisory', 'id'],
    ['groups', 'id'],
  ] as const)('each of %s by its %s', (kind, key) => {
    const list = reading.library[kind] as readonly object[]
    expect(list.length).toBeGreaterThan(2)
    // A line of limits.yaml has no id of its own: it is known by its topic, which is renamed below.
    const named = list.flatMap((one, at) => ('line' in one ? [] : [at]))
    const silent = named.filter((at) => {
      const changed = list.map((one, index) => (index === at ? { ...one, [key]: other } : one))
      return silentOn({ ...reading.library, [kind]: changed })
    })
    expect(silent.map((at) => (list[at] as Record<string, unknown>)[key])).toEqual([])
  })

  test('the topic of a line of the policy, a basis of every answer, cues', () => {
    const { limits, basis, cues } = reading.library
    const silent = [
      ...limits.flatMap((limit) => {
        const cites = limit.cites.map((cite) => ({ ...cite, topic: other }))
        // What a line bars and what is related to it are one entry of the file.
        const same = (one: typeof limit) => one === limit || (one.line ?? -1) === limit.line
        const changed = limits.map((one) => (same(one) ? { ...one, cites } : one))
        return silentOn({ ...reading.library, limits: changed }) ? [limit.id] : []
      }),
      ...basis.filter((topic) =>
        silentOn({ ...reading.library, basis: basis.map((one) => (one === topic ? other : one)) }),
      ),
      ...Object.keys(cues).filter((topic) => {
        const { [topic]: own = {}, ...rest } = cues
        return silentOn({ ...reading.library, cues: { ...rest, [other]: own } })
      }),
    ]
    expect(silent).toEqual([])
  })

  test('a value that a condition compares a fact with', () => {
    const { facts, limits, silences } = reading.library
    const compared = new Set(
      [
        ...JSON.stringify([limits, silences, [...reading.library.duties.values()]]).matchAll(
          /"terms\.([a-z-]+)\.([a-z_]+)":"([a-z][a-z0-9.-]*)"/g,
        ),
      ].map(([, topic, fact, value]) => `${topic} ${fact} ${value}`),
    )
    expect(compared.size).toBeGreaterThan(8)
    const silent = [...compared].filter((one) => {
      const [topic = '', fact = '', value] = one.split(' ')
      const some = facts.get(topic)!
      const renamedValue = JSON.parse(
        JSON.stringify(some[fact]).replaceAll(`"${value}"`, `"${other}"`),
      ) as (typeof some)[string]
      if (JSON.stringify(renamedValue) === JSON.stringify(some[fact])) return false
      const changed = new Map(facts).set(topic, { ...some, [fact]: renamedValue })
      return silentOn({ ...reading.library, facts: changed })
    })
    expect(silent).toEqual([])
  })

  test('a fact of a matter', () => {
    const silent = matterFields().flatMap(({ path, kind }) => {
      if (kind === 'group' || kind === 'list') return []
      gone.path = path
      const told = red(reading.library)
      gone.path = ''
      return told.length === 0 ? [path] : []
    })
    expect(silent).toEqual([])
  })

  test('a derived fact', () => {
    const silent = Object.keys(derivedFacts).filter((name) => {
      const definition = derivedFacts[name]!
      delete derivedFacts[name]
      const told = red(reading.library)
      derivedFacts[name] = definition
      return told.length === 0
    })
    expect(silent).toEqual([])
  })
})

test('a trait renamed in vendor-kinds.yaml alone keeps the library from loading: conditions ask for it', () => {
  const { folder, files } = reading.reader.folder
  const source = files.get('vendor-kinds.yaml')!
  for (const trait of reading.library.vendorTraits.keys()) {
    const changed = source.replaceAll(new RegExp(`\\b${trait}:`, 'g'), `${other}:`)
    const { library, problems } = readLibraryIn({
      folder,
      files: new Map(
        [...files].filter(([path]) => !path.startsWith('licenses/')).concat([['vendor-kinds.yaml', changed]]),
      ),
    })
    const named = problems.some(({ message }) => message.includes(`no trait ${trait} `))
    expect(named || red({ ...reading.library, vendorTraits: library.vendorTraits }).length > 0, trait).toBe(
      true,
    )
  }
})

test('the case that went unseen: a fact renamed in nine files turned “due” into “not due”', () => {
  expect(red(withFact('built-with-display', 'product_trigger'))).toContain('conditions')
})

/** `topic.fact` of the facts that conditions name, or documents say that they read. */
function readFacts(): Set<string> {
  const sources = ['risks', 'duties', 'incidents', 'flow-downs', 'positions'].flatMap((folder) =>
    [...reading.reader.folder.files].filter(([path]) => path.startsWith(`${folder}/`)),
  )
  return new Set(
    sources
      .flatMap(([, content]) =>
        [...content.matchAll(/\bterms\.([a-z-]+\.[a-z_]+)/g)].map(([, name]) => name!),
      )
      .filter((name) => !name.endsWith('.absent')),
  )
}
