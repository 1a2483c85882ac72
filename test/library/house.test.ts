import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { checkLibrary, houseBelow, libraryFolder, loadLibrary } from '../../src/library/index.ts'
import { Problem } from '../../src/problem.ts'

const fixture = 'test/fixtures/house'
const folder = mkdtempSync(join(tmpdir(), 'clausebook-house-'))
afterAll(() => rmSync(folder, { recursive: true }))

let houses = 0
/** A copy of the fixture with some files written over. */
function house(files: Record<string, string | Uint8Array> = {}): string {
  houses += 1
  const copy = join(folder, `house-${houses}`)
  cpSync(fixture, copy, { recursive: true })
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(copy, path)), { recursive: true })
    writeFileSync(join(copy, path), content)
  }
  return copy
}

const problemOf = async (work: Promise<unknown>): Promise<Problem> => {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  expect(error).toBeInstanceOf(Problem)
  return error as Problem
}

const ours = await loadLibrary()
const theirs = await loadLibrary(undefined, { folder: fixture })

describe('a house over the library', () => {
  it('adds positions and flow-downs, in their place, and for the heirs of their licenses', () => {
    expect(theirs.positions.get('publicity')?.appliesTo).toContain('llama-3.3')
    expect(theirs.positions.size).toBe(ours.positions.size + 1)
    const order = [...theirs.flowDowns.keys()]
    expect(order.indexOf('model-cards')).toBe(order.indexOf('moderation') + 1)
  })

  it('changes of a file of ours what it gives, and leaves the rest', () => {
    const { giveInReturn, positions, ...rest } = theirs.positions.get('forum')!
    expect(giveInReturn).toBe("A first meeting at the licensee's cost.")
    expect(positions.preferred?.ask).toContain('after 60 days of talks')
    expect(positions.fallback?.ask).toContain('after 45 days of talks')
    const { hurts, rationale, negotiability } = ours.positions.get('forum')!
    expect(rest).toMatchObject({ hurts, rationale, negotiability })
    expect(theirs.risks.get('known-dangers-not-disclosed')?.likelihood).toEqual({
      ...ours.risks.get('known-dangers-not-disclosed')!.likelihood,
      base: 4,
    })
  })

  it('sets numbers, weights and levels in house.yaml', () => {
    const cure = theirs.positions.get('termination-cure')!.positions
    expect(cure.preferred?.ask).toContain('not cured within 45 days')
    expect(cure.fallback?.editsFor['llama-1']?.[0]?.text).toContain('within 45 days')
    expect(cure.walk_away?.ask).toContain('within ten business days')
    expect(theirs.flowDowns.get('confidentiality')?.figures.logs).toMatchObject({ preferred: 14 })
    expect(theirs.topics.get('trademarks')).toMatchObject({
      weight: 5,
      weightReason: "The firm's clients live by their marks.",
    })
    expect(theirs.risks.get('weights-leak')?.likelihood.base).toBe(4)
  })

  it('says who it is and how it writes, and is another version of the library', () => {
    expect(theirs.house).toMatchObject({
      name: 'Example LLP',
      language: 'en-GB',
      dateStyle: 'day-month-year',
      words: { organization: 'organisation', license: 'licence' },
      paper: 'A4',
      currency: 'EUR',
    })
    expect(theirs.digest).not.toBe(ours.digest)
    expect(ours.house).toBeUndefined()
    expect(theirs.terms.get('llama-3.1/user-threshold')).toEqual(ours.terms.get('llama-3.1/user-threshold'))
  })

  it('passes the check, which reads both whole', async () => {
    const { problems, notes } = await checkLibrary(libraryFolder(), new Map(), [], { folder: fixture })
    expect(problems.map(String)).toEqual([])
    expect(notes.join('\n')).toContain('publicity is on the same section')
  })
})

describe('a mistake in a house', () => {
  it.each([
    ['house.yaml', 'name: A\nlanguage: de\n', /house\.yaml:2:11 \(house [^)]*\) language: /],
    [
      'house.yaml',
      'name: A\nfigures:\n  termination-cure.cur: 3\n',
      /:3:25 \(house A\) no clause has the figure termination-cure\.cur: did you mean termination-cure\.cure\?/,
    ],
    [
      'house.yaml',
      'name: A\nfigures:\n  termination-cure.cure: { walk_away: 3 }\n',
      /:3:\d+ \(house A\) termination-cure has no figure cure at the level walk-away/,
    ],
    [
      'house.yaml',
      'name: A\nfigures:\n  incidents.notice: { preferred: 100, fallback: 48 }\n',
      /house\.yaml:3:\d+ \(house A\) a lower level asks for more of the figure incidents\.notice: .*it is 100 \(preferred\), 48 \(fallback\)/,
    ],
    [
      'house.yaml',
      'name: A\ntopics:\n  trademark: { weight: 2 }\n',
      /:3:\d+ \(house A\) there is no topic trademark: did you mean trademarks\?/,
    ],
    ['house.yaml', 'name: A\nreference_doc: ../../etc/passwd.docx\n', /:2:\d+ .*without a path/],
    ['house.yaml', 'name: A\nreference_doc: firm.docx\n', /:2:\d+ \(house A\) there is no firm\.docx/],
    [
      'house.yaml',
      'name: A\nwords:\n  letter: deed\n  may: can\n',
      /house\.yaml:4:\d+ \(house A\) “may” carries duties/,
    ],
    ['house.yaml', 'name: A\nwords: { days: weeks }\n', /:2:\d+ \(house A\) “days” carries/],
    ['house.yaml', 'name: A\nwords: { approval: no approval }\n', /:2:\d+ \(house A\) “no” carries/],
    ['house.yaml', 'name: A\nwords: { business day: working day }\n', /“business” carries/],
    ['house.yaml', 'name: A\nwords: { schedule: appendix }\n', /“schedule” carries/],
    ['house.yaml', 'name: A\nwords: { meta: Facebook }\n', /:2:\d+ \(house A\) “meta” is a name or a term/],
    ['house.yaml', 'name: A\nwords: { Llama models: alpacas }\n', /“llama” is a name or a term/],
    ['house.yaml', 'name: A\nwords: { licensee: holder }\n', /“licensee” is a name or a term/],
    ['house.yaml', 'name: A\nwords: { Acceptable Use Policy: rules }\n', /“acceptable use policy” is a name/],
    [
      'house.yaml',
      'name: A\nwords: { addendum: rider, Rider: addendum }\n',
      /“addendum” and “rider” turn each other around/,
    ],
    ['house.yaml', 'name: A\n__proto__: { language: en-GB }\n', /\(house [^)]*\) the file: /],
    [
      'positions/forum.md',
      '---\nnegotiability: bendable\n---\n',
      /positions\/forum\.md:2:16 \(house Example LLP\) negotiability: /,
    ],
    [
      'positions/forum.md',
      '---\nleverage: It is {{figures.nothing}}.\n---\n',
      /positions\/forum\.md:2:11 \(house Example LLP\) there is no figure nothing/,
    ],
    [
      'positions/forum.md',
      'no front matter',
      /positions\/forum\.md:1:1 \(house Example LLP\) the file must start with/,
    ],
    [
      'flow-downs/security.md',
      '---\n---\n## prefered\nx\n',
      /flow-downs\/security\.md:3:1 \(house Example LLP\) ## prefered is no level/,
    ],
  ])('in %s (%j) is told with its layer, file and line', async (path, content, message) => {
    const problem = await problemOf(loadLibrary(undefined, { folder: house({ [path]: content }) }))
    expect(problem.toString()).toMatch(message)
  })

  it('is told by the check with the rest, each in its layer', async () => {
    const text = readFileSync(join(fixture, 'positions/publicity.md'), 'utf8')
    const broken = house({
      'positions/publicity.md': text.replace('topic: trademarks', 'topic: trademark'),
      'flow-downs/model-cards.md': readFileSync(join(fixture, 'flow-downs/model-cards.md'), 'utf8').replace(
        'within {{figures.delivery}} after',
        'within 12 days after',
      ),
    })
    const { problems } = await checkLibrary(libraryFolder(), new Map(), [], { folder: broken })
    const told = problems.map(String).join('\n')
    expect(told).toMatch(/positions\/publicity\.md:4:\d+ \(house Example LLP\) .*trademark/)
    expect(told).toMatch(
      /flow-downs\/model-cards\.md:\d+:\d+ \(house Example LLP\) preferred: “12 days” is written out/,
    )
  })
})

describe('a folder that is mistyped', () => {
  it.each([
    ['postions', 'positions'],
    ['Flow_Downs', 'flow-downs'],
    ['templates/partial', 'templates/partials'],
  ])('%s is told with the one that was meant', async (name, meant) => {
    const folder = house({ [`${name}/forum.md`]: 'x' })
    expect(String(await problemOf(loadLibrary(undefined, { folder })))).toMatch(
      new RegExp(`${name} \\(house [^)]*\\) is read by nothing: did you mean ${meant}\\?`),
    )
  })

  it('is another matter than a folder that is no folder of a house', async () => {
    await loadLibrary(undefined, { folder: house({ 'minutes/forum.md': 'x' }) })
  })
})

describe('a figure that house.yaml sets wrong', () => {
  it('is told by the check once, where it is set', async () => {
    const broken = house({ 'house.yaml': 'name: A\nfigures:\n  incidents.notice: { preferred: 100 }\n' })
    const { problems } = await checkLibrary(libraryFolder(), new Map(), [], { folder: broken })
    expect(problems.map(String)).toEqual([
      expect.stringMatching(/house\.yaml:3:\d+ \(house A\) a lower level asks for more/),
    ])
  })
})

describe('a house that means harm', () => {
  it('has no link followed, to a file or a folder', async () => {
    const linked = house()
    symlinkSync('/etc/hostname', join(linked, 'positions', 'other.md'))
    expect(String(await problemOf(loadLibrary(undefined, { folder: linked })))).toMatch(
      /positions\/other\.md \(house Example LLP\) is a link, and links are not followed/,
    )
    const folders = house()
    rmSync(join(folders, 'templates'), { recursive: true })
    symlinkSync('/etc', join(folders, 'templates'))
    expect(String(await problemOf(loadLibrary(undefined, { folder: folders })))).toMatch(
      /templates .*is a link/,
    )
  })

  it.each([
    ['huge', 'positions/huge.md', new Uint8Array(600_000), 'is larger than such a file'],
    ['no text', 'positions/bytes.md', new Uint8Array([0xff, 0xfe, 0]), 'is no text in UTF-8'],
    [
      'of bombs',
      'house.yaml',
      'a: &a [x, x, x, x, x, x, x, x, x]\nb: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]\nc: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b]\nd: &d [*c, *c, *c, *c, *c, *c, *c]\ne: [*d, *d, *d, *d, *d, *d, *d]\n',
      'aliases',
    ],
    ['deep', 'house.yaml', '['.repeat(100_000), 'nested deeper'],
  ])('is refused where a file is %s', async (_, path, content, message) => {
    expect(String(await problemOf(loadLibrary(undefined, { folder: house({ [path]: content }) })))).toContain(
      message,
    )
  })

  it('runs no code in a condition', async () => {
    const text = readFileSync(join(fixture, 'positions/publicity.md'), 'utf8')
    const coded = house({
      'positions/publicity.md': text.replace('when: {}', "when: { $where: 'process.exit(3)' }"),
    })
    const { conditionRule } = await import('../../src/matter/index.ts')
    const { problems } = await checkLibrary(libraryFolder(), new Map(), [conditionRule], { folder: coded })
    expect(problems.map(String).join('\n')).toMatch(
      /positions\/publicity\.md:\d+:\d+ \(house Example LLP\) .*\$where/,
    )
  })

  it.each(['../house', '/etc', 'a/b', '..', '.', '', 'a\0b', 'con:x', 'x'.repeat(65)])(
    'is never found by the name %j, which is none',
    async (name) => {
      await expect(houseBelow('test/fixtures', name)).rejects.toThrow('is no name of a house')
    },
  )

  it('is never found behind a link', async () => {
    symlinkSync(join(process.cwd(), fixture), join(folder, 'linked'))
    await expect(houseBelow(folder, 'linked')).rejects.toThrow('there is no house linked')
    expect(await houseBelow('test/fixtures', 'house')).toEqual({ folder: fixture, shown: 'house' })
  })

  it('is none without house.yaml', async () => {
    await expect(loadLibrary(undefined, { folder: 'clauses' })).rejects.toThrow('is no house')
    await expect(loadLibrary(undefined, { folder: join(folder, 'nowhere') })).rejects.toThrow('is no folder')
  })
})

describe('a level that a house writes anew', () => {
  it('is told where its account for staff and review is of words that are not there any more', async () => {
    const clause = (front: string) =>
      `---\nid: incidents\n${front}---\n\n## fallback\n\n:::clause[Incidents]{#incidents}\nThe {{they}} tells the {{we}} within {{figures.notice}}.\n:::\n`
    const told = async (front: string) => {
      const folder = house({ 'flow-downs/incidents.md': clause(front) })
      const { problems } = await checkLibrary(libraryFolder(), new Map(), [], { folder })
      return problems.filter(({ rule }) => rule === 'replaced-levels').map(String)
    }
    expect(await told('')).toEqual([
      expect.stringMatching(/what a paper is judged by .*give evidence\.levels\.fallback/),
      expect.stringMatching(
        /incidents\.md:5:1 \(house Example LLP\) fallback has words of the house, and what staff is told of it .*give told\.fallback, or leave it blank/,
      ),
    ])
    expect(
      await told(
        'told:\n  fallback: has a vendor tell us within {notice}\nevidence:\n  levels:\n    fallback: [first]\n',
      ),
    ).toEqual([])
    expect(await told('told:\n  fallback:\nevidence:\n')).toEqual([])
  })
})
