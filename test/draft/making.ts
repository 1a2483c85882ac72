import { readFileSync } from 'node:fs'
import { expect } from 'vitest'
import { type DraftDocument, draftToMarkdown } from '../../src/draft/index.ts'
import { engineOf } from '../../src/draft/template/compile.ts'
import { render } from '../../src/draft/template/render.ts'
import { treeOf } from '../../src/draft/tree-of.ts'
import { readMatter } from '../../src/matter/index.ts'

/** A document from a template given in the test. */
export function make(source: string, view: object = {}) {
  const template = { file: 'templates/test.md.hbs', source }
  return treeOf(render(engineOf({ sources: new Map() }), template, view), view)
}

export function documentOf({ tree, blanks, messages }: ReturnType<typeof make>): DraftDocument {
  return {
    id: 'test',
    title: 'Test',
    language: 'en-US',
    paper: 'A4',
    orientation: 'portrait',
    tree,
    properties: { matter: 'Test', status: 'Draft', libraryDigest: '', textDigests: {} },
    blanks,
    messages,
  }
}

export function acme() {
  const file = 'test/draft/fixtures/acme.yaml'
  return readMatter(readFileSync(file, 'utf8'), file)
}

/** A draft as it is kept: without the digest of the library, which changes with every word of it. */
export function toKeep(document: DraftDocument): string {
  const { libraryDigest } = document.properties
  expect(libraryDigest).toMatch(/^[0-9a-f]{64}$/)
  return draftToMarkdown(document).replaceAll(libraryDigest, 'DIGEST')
}
