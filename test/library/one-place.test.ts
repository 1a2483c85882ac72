import { readdir, readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { dutyVerdicts } from '../../src/draft/document/duty-verdicts.ts'
import { documents } from '../../src/draft/document/index.ts'
import type { DocumentKind } from '../../src/draft/document/types.ts'
import { documentRuleFor } from '../../src/draft/document-rule.ts'
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
  ['leaves a trait out', /^ {6}hosts: .*\n/m, ''],
  ['has a trait that there is none of', 'sees-data:', 'sees-nothing:'],
  ['bears an id that is taken', 'id: copilot', 'id: saas'],
  ['says what a trait is in other words than yes and no', 'hosts: true', 'hosts: perhaps'],
  ['does not say what it means', /^ {4}means: .*\n/m, ''],
])('a kind of vendor that %s is refused at its place', (_, was, is) => {
  const source = files.get('vendor-kinds.yaml')!
  const saas = /^ {2}- id: saas\n(?: {4}.*\n)+/m.exec(source)![0].replace('id: saas', 'id: copilot')
  const made = saas.replace(was, is)
  expect(made).not.toBe(saas)
  const changed = new Map(files).set('vendor-kinds.yaml', `${source}${made}`)
  const [problem] = readLibraryIn({ folder, files: changed }).problems
  expect(problem?.place?.line).toBeGreaterThan(source.split('\n').length - 1)
})

const readable = { topics: ['deletion'], facts: ['model-naming.inputs'] }
test.each([
  ['a topic', { reads: { ...readable, topics: ['deletions'] } }],
  ['a fact of a topic', { reads: { ...readable, facts: ['model-naming.input'] } }],
  ['a topic of a fact', { reads: { ...readable, facts: ['model-name.inputs'] } }],
  ['a silence', { reads: { silences: ['time-to-think'] } }],
  ['a flow-down', { reads: { flowDowns: ['securities'] } }],
  ['a trait', { reads: { traits: ['sees-nothing'] } }],
  ['a fact of the matter', { needs: ['client.nom'] }],
  ['an item of a list of the matter', { needs: ['models[].modell'] }],
])('the check is red where a document reads %s that is not there, and not where all is', (_, more) => {
  const kind: DocumentKind = {
    id: 'welcome-note',
    title: 'Welcome Note',
    summary: 'What a new colleague reads first',
    needs: ['client.name'],
    reads: readable,
    view: () => ({}),
  }
  const told = (one: DocumentKind) => {
    const reading = readLibraryIn({ folder, files })
    const messages: string[] = []
    documentRuleFor([...documents, one]).run({
      ...reading,
      textOf: () => undefined,
      note: () => {},
      report: (_rule, message) => messages.push(message),
    })
    return messages
  }
  expect(told(kind)).toEqual([])
  expect(told({ ...kind, ...more })).toEqual([expect.stringContaining('welcome-note')])
})

test.each([
  ['flow-downs/security.md', '  matter.vendor.kind: { $trait: sees-data }', '  matter.vendor.kind: saas'],
  ['flow-downs/security.md', '{ $trait: sees-data }', '{ $not: { $in: [reseller, unknown] } }'],
  ['risks/resale-without-pass-through.md', 'kind: { $trait: sells-on }', 'kind: own-reseller'],
])('a condition that names a kind of vendor is refused, at its place: %s, %s', (file, was, is) => {
  const source = files.get(file)!
  expect(source).toContain(was)
  const changed = new Map(files).set(file, source.replace(was, is))
  const { problems } = readLibraryIn({ folder, files: changed })
  expect(problems).toHaveLength(1)
  expect(problems[0]).toMatchObject({
    rule: 'vendor-kinds',
    message: expect.stringMatching(/names the kind (saas|own-reseller|reseller): ask for a trait/),
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
