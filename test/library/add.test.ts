import { rmSync } from 'node:fs'
import { afterEach, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { parseAgreement } from '../../src/agreement/index.ts'
import { classifierOf } from '../../src/compare/knowledge.ts'
import { newLicense, type Plan, planLicense, skeletonOf } from '../../src/library/add.ts'
import { parseFrontMatter } from '../../src/library/front-matter.ts'
import { loadLibrary, type TextKind } from '../../src/library/index.ts'
import { agreement, policy, writeLibrary } from './check/small-library.ts'

const made: string[] = []
afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true })
})

const textOf = (kind: TextKind, source: string) => ({
  kind,
  agreement: parseAgreement(source),
  sha256: 'ab'.repeat(32),
  bytes: source.length,
  words: 'ab'.repeat(32),
})

/** What is proposed for a third version of the small library's license. */
async function planFor(
  source: string,
  { extending = true, parentHere = true } = {},
): Promise<{ plan: Plan; files: Map<string, string>; how: Record<string, string> }> {
  const folder = await writeLibrary()
  made.push(folder)
  const library = await loadLibrary(folder)
  const texts = [textOf('agreement', source), textOf('use-policy', policy('Alpha 3'))]
  const parent = extending ? library.licenses.get('alpha-2') : undefined
  const classify = {
    agreement: classifierOf(library, 'agreement'),
    'use-policy': classifierOf(library, 'use-policy'),
  }
  const plan = planLicense(
    library,
    newLicense('alpha-3', texts, parent),
    texts,
    (kind, clause) => classify[kind](clause),
    new Map(
      parentHere && parent
        ? [
            ['agreement', parseAgreement(agreement('Alpha 2', 'April 5, 2025'))],
            ['use-policy', parseAgreement(policy('Alpha 2'))],
          ]
        : [],
    ),
  )
  const how = Object.fromEntries(plan.proposals.map((one) => [one.topic, one.how]))
  return { plan, files: skeletonOf(library, plan), how }
}

const same = agreement('Alpha 3', 'May 6, 2026')

describe('a license that extends another', () => {
  test('inherits everything where only its name and date differ', async () => {
    const { files, how, plan } = await planFor(same)
    expect(new Set(Object.values(how))).toEqual(new Set(['inherited']))
    expect([...files.keys()]).toEqual(['license.yaml', 'citations.yaml'])
    expect(parse(files.get('citations.yaml')!)).toEqual({
      agreement: { 'recital.1': 'Recital “{{version}} Version Release Date: May 6 …”' },
    })
    expect(plan.unclassified).toEqual([])
    expect(parse(files.get('license.yaml')!)).toMatchObject({
      id: 'alpha-3',
      title: 'Alpha 3 License Agreement',
      name: 'Alpha 3',
      version: '3',
      released: '2026-05-06',
      released_as: 'Version Release Date',
      extends: 'alpha-2',
      slots: { version: 'Alpha 3', release_date_iso: '2026-05-06' },
    })
  })

  test('has a file where its words differ, begun with the answer of the other and slots for names', async () => {
    const { files, how } = await planFor(same.replace('one hundred users', 'one thousand users'))
    expect(Object.keys(how).filter((topic) => how[topic] !== 'inherited')).toEqual(['threshold'])
    const { data, body } = parseFrontMatter(files.get('threshold.md')!, 'threshold.md')
    expect(data).toMatchObject({
      topic: 'threshold',
      license: 'alpha-3',
      sections: ['2'],
      facts: { users: 100 },
    })
    expect(body).toMatch(/^TODO/)
    expect(body).toContain('Above the number on the {{version}} release date')
  })

  test('says where the other text is not here, and tells by the quotes alone', async () => {
    const source = same.replace('one hundred users', 'one thousand users')
    const { plan, how } = await planFor(source, { parentHere: false })
    expect(how.threshold).toBe('inherited')
    expect(plan.notes.join(' ')).toMatch(/The agreement of Alpha 2 is not here/)
    const without = await planFor(source.replace('version release date you', 'version day you'), {
      parentHere: false,
    })
    expect(without.how.threshold).toBe('differs')
  })

  test('inherits under another number what stands under one, and names the clause that is new', async () => {
    const moved = same.replace('2. Threshold.', '2. Parking. Visitors park behind the mill.\n\n3. Threshold.')
    const { files, plan, how } = await planFor(moved)
    expect(how.threshold).toBe('inherited')
    expect(parse(files.get('renumbered.yaml')!)).toEqual({ agreement: { '2': '3' } })
    expect(plan.unclassified).toEqual([expect.objectContaining({ document: 'agreement', path: '2' })])
  })
})

describe('a license on its own', () => {
  test('has a file for each topic that a clause is on, and the others in absent.yaml', async () => {
    const { files, how } = await planFor(same.replace(/ {3}b\. Copies[^\n]+\n/, ''), { extending: false })
    expect(how.identity).toBe('new')
    expect(Object.values(how)).not.toContain('inherited')
    for (const [topic, what] of Object.entries(how)) {
      expect(files.has(`${topic}.md`)).toBe(what === 'new')
      expect(topic in (parse(files.get('absent.yaml') ?? '{}') as object)).toBe(what === 'silent')
    }
  })

  test('leaves every fact to be filled in, with its choices, so that the check asks for it', async () => {
    const { plan, files } = await planFor(same, { extending: false })
    expect(plan.proposals.find(({ topic }) => topic === 'threshold')?.how).toBe('new')
    expect(files.get('threshold.md')).toContain('  users: TODO # number; how many')
  })
})
