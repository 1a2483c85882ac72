import { readdir, readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { dutyVerdicts } from '../../src/draft/document/duty-verdicts.ts'
import { chooseFlowDowns, documentOf, neededFacts } from '../../src/draft/index.ts'
import { readFolder } from '../../src/library/folder.ts'
import { libraryFolder } from '../../src/library/index.ts'
import { readLibraryIn } from '../../src/library/read-library.ts'
import { matterOf, parties } from '../draft/vendor-matters.ts'

const { folder, files } = await readFolder(libraryFolder())

/** The library with files of a lawyer put in or changed. */
function withFiles(more: Record<string, string>) {
  const { library, problems } = readLibraryIn({
    folder,
    files: new Map([...files, ...Object.entries(more)].sort(([a], [b]) => (a < b ? -1 : 1))),
  })
  expect(problems).toEqual([])
  return library
}

test('a kind of vendor is one entry: by its traits it has every clause that its like has', () => {
  const source = files.get('vendor-kinds.yaml')!
  const saas = /^ {2}- id: saas\n(?: {4}.*\n)+/m.exec(source)![0]
  const library = withFiles({ 'vendor-kinds.yaml': `${source}${saas.replace('id: saas', 'id: copilot')}` })
  const clauses = (kind: string) =>
    chooseFlowDowns(
      { ...matterOf({ ...parties, models: [{ model: 'Llama 3.1' }] }), vendor: { ...parties.vendor, kind } },
      library,
    ).flatMap((one) => (one.in ? [one.flowDown.id] : []))
  expect(clauses('copilot')).toEqual(clauses('saas'))
  expect(clauses('copilot').length).toBeGreaterThan(20)
})

test.each([
  ['flow-downs/security.md', '  matter.vendor.kind: { $trait: sees-data }', '  matter.vendor.kind: saas'],
  ['flow-downs/security.md', '{ $trait: sees-data }', '{ $not: { $in: [reseller, unknown] } }'],
  ['risks/resale-without-pass-through.md', 'kind: { $trait: sells-on }', 'kind: reseller'],
])('a condition that names a kind of vendor is refused, at its place: %s, %s', (file, was, is) => {
  const source = files.get(file)!
  expect(source).toContain(was)
  const changed = new Map(files).set(file, source.replace(was, is))
  const { problems } = readLibraryIn({ folder, files: changed })
  expect(problems).toHaveLength(1)
  expect(problems[0]).toMatchObject({
    rule: 'vendor-kinds',
    message: expect.stringMatching(/names the kind (saas|reseller): ask for a trait/),
    place: { line: source.slice(0, source.indexOf(was)).split('\n').length },
  })
})

test('no code and no template names a kind of vendor', async () => {
  const kinds = [...withFiles({}).vendorKinds.keys()]
  expect(kinds.length).toBeGreaterThan(5)
  const quoted = new RegExp(`(['"\`])(?:${kinds.join('|')})\\1`)
  const found: string[] = []
  for (const root of ['src', 'templates', 'web'])
    for (const path of await readdir(root, { recursive: true })) {
      if (!/\.(?:ts|js|hbs)$/.test(path)) continue
      const code = (await readFile(`${root}/${path}`, 'utf8')).replaceAll(
        /\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm,
        '',
      )
      if (quoted.test(code)) found.push(path)
    }
  expect(found).toEqual([])
})

test('a duty is one file: notice, memo and form know it', () => {
  const copy = files.get('duties/agreement-copy.md')!
  const library = withFiles({
    'duties/agreement-link.md': copy
      .replace('id: agreement-copy', 'id: agreement-link')
      .replace('controls.agreement_copy', 'controls.insurance'),
  })
  const matter = matterOf({
    models: [{ license: 'llama-3.1', status: 'in-use' }],
    weights_recipients: ['public'],
  })
  const verdicts = dutyVerdicts([library.licenses.get('llama-3.1')!], matter, library)
  expect(verdicts.map(({ duty, status }) => [duty.id, status])).toContainEqual(['agreement-link', 'due'])
  expect(neededFacts(documentOf('notice'), library).has('controls.insurance')).toBe(true)
})

test('an incident is one file: the plan’s form asks for what its condition reads', () => {
  const library = withFiles({
    'incidents/lawsuit.md': files
      .get('incidents/own-suit.md')!
      .replace('id: own-suit', 'id: lawsuit')
      .replace('terms.litigation-termination.absent: false', 'matter.litigation.planned: true'),
  })
  expect(library.incidents.has('lawsuit')).toBe(true)
  expect(neededFacts(documentOf('incident-plan'), library).has('litigation.planned')).toBe(true)
})
