import { beforeAll, describe, expect, test, vi } from 'vitest'
import { documentRule } from '../../src/draft/index.ts'
import { rules } from '../../src/library/check/rules/index.ts'
import type { CheckContext, CheckRule } from '../../src/library/check/types.ts'
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
  documentRule,
  ...rules.filter(({ id }) => ['ids', 'staff-rules', 'advisory'].includes(id)),
  conditionRule,
]

let reading: LibraryReading
beforeAll(async () => {
  reading = readLibraryIn(await readFolder(libraryFolder()))
})

/** Id of the first rule that tells something of a library; none where all are silent. */
function red(library: Library, more: CheckRule[] = [], file?: string): string[] {
  const told = new Set<string>()
  const context: CheckContext = {
    ...reading,
    reader: without(reading.reader, file),
    library,
    textOf: () => undefined,
    note: () => {},
    report: (rule) => told.add(rule),
  }
  for (const rule of [...byName, ...more]) {
    rule.run(context)
    if (told.size > 0) break
  }
  return [...told]
}

/** A file that is named like its id goes with it. */
function without(reader: LibraryReading['reader'], file?: string): LibraryReading['reader'] {
  if (file === undefined) return reader
  const files = new Map(reader.folder.files)
  files.delete(file)
  return { ...reader, folder: { ...reader.folder, files } }
}

const folders: Partial<Record<string, string>> = { flowDowns: 'flow-downs' }

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
    const silent = [...reading.library.topics.keys()].filter((id) => red(withTopic(id)).length === 0)
    expect(silent).toEqual([])
  })

  test('a fact of a topic', () => {
    const silent: string[] = []
    for (const [topic, facts] of reading.library.facts)
      for (const fact of Object.keys(facts))
        if (red(withFact(topic, fact)).length === 0) silent.push(`${topic}.${fact}`)
    expect(silent).toEqual([])
  }, 120_000)

  test.each([
    'positions',
    'flowDowns',
    'risks',
    'duties',
    'incidents',
    'licenses',
    'vendorKinds',
    'vendorTraits',
  ] as const)(
    'an id of %s',
    (kind) => {
      const map = reading.library[kind] as ReadonlyMap<string, unknown>
      const silent = [...map.keys()].filter(
        // Matters, houses and reports name some that nothing in the library does: those names are published.
        (id) =>
          red(
            { ...reading.library, [kind]: renamed(map, id) },
            [nameRule],
            `${folders[kind] ?? kind}/${id}.md`,
          ).length === 0,
      )
      expect(silent).toEqual([])
    },
    60_000,
  )

  test('a fact of a matter', () => {
    const silent = matterFields().flatMap(({ path, kind }) => {
      if (kind === 'group' || kind === 'list') return []
      gone.path = path
      const told = red(reading.library)
      gone.path = ''
      return told.length === 0 ? [path] : []
    })
    expect(silent).toEqual([])
  }, 120_000)

  test('an id or a topic of the lists: limits, open points, items of the policy, statements, models, cues, told facts', () => {
    const { library } = reading
    const lists = ['limits', 'openPoints', 'policyItems', 'statements', 'models'] as const
    const silent = lists.flatMap((list) =>
      (library[list] as readonly object[]).flatMap((item, at) =>
        (['id', 'topic', 'name', 'license', 'statement'] as const)
          .filter((key) => key in item && !(key === 'id' && 'line' in item))
          .filter((key) => {
            const changed = (library[list] as readonly object[]).map((one, index) =>
              index === at ? { ...one, [key]: other } : one,
            )
            return red({ ...library, [list]: changed }, [nameRule]).length === 0
          })
          .map((key) => `${list}[${at}].${key}`),
      ),
    )
    const cues = Object.keys(library.cues).filter((topic) => {
      const { [topic]: cue, ...rest } = library.cues
      return red({ ...library, cues: { ...rest, [other]: cue! } }).length === 0
    })
    expect([...silent, ...cues]).toEqual([])
  }, 120_000)

  test('a fact on the list of those that are only told: both what it was called and what it is called', () => {
    const { toldFacts } = reading.library
    const changed = (list: typeof toldFacts.terms) =>
      list.map((one) => ({ ...one, facts: one.facts.map((name) => `${name}_renamed`) }))
    const told: string[] = []
    documentRule.run({
      ...reading,
      library: {
        ...reading.library,
        toldFacts: { terms: changed(toldFacts.terms), matters: changed(toldFacts.matters) },
      },
      textOf: () => undefined,
      note: () => {},
      report: (_, reason) => told.push(reason),
    })
    const all = [...toldFacts.terms, ...toldFacts.matters].flatMap(({ facts }) => facts)
    expect(told).toHaveLength(2 * all.length)
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
  const told: string[] = []
  conditionRule.run({
    ...reading,
    library: withFact('built-with-display', 'product_trigger'),
    textOf: () => undefined,
    note: () => {},
    report: (_, reason) => told.push(reason),
  })
  expect(told.length).toBeGreaterThan(3)
})
