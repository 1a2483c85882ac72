import { readFileSync } from 'node:fs'
import { visit } from 'unist-util-visit'
import {
  type DraftDocument,
  type DraftOptions,
  draft,
  draftToHtml,
  draftToMarkdown,
  loadTemplates,
} from '../../src/draft/index.ts'
import { loadLibrary } from '../../src/library/index.ts'
import { type Matter, readMatter } from '../../src/matter/index.ts'

export const [library, templates] = await Promise.all([loadLibrary(), loadTemplates()])

/** The matters that come with the program. */
export const examples = ['acme', 'internal-pilot', 'vendor-saas', 'whitelabel']

export function example(name: string): Matter {
  const file = `examples/${name}.yaml`
  return readMatter(readFileSync(file, 'utf8'), file)
}

/** A matter whose models are under these licenses, with more facts. */
export function under(licenses: string[], facts: object = {}): Matter {
  const models = licenses.map((license) => ({ license, status: 'in-use' }))
  return readMatter(JSON.stringify({ matter: 'Test', models, ...facts }), 'test.yaml')
}

export function drafted(id: string, matter: Matter, options: DraftOptions = { allowBlanks: true }) {
  return draft(id, { templates, library, matter, options })
}

/** The words in the boxes to copy from. */
export function boxes({ tree }: DraftDocument): string[] {
  const found: string[] = []
  visit(tree, 'code', ({ value }) => {
    found.push(value)
  })
  return found
}

/** Every form of a document but Word, for comparing two. */
export function forms(document: DraftDocument): string[] {
  return [draftToMarkdown(document), draftToHtml(document)]
}
