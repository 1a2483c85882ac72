import { engineOf } from './template/compile.ts'
import { render } from './template/render.ts'
import { treeOf } from './tree-of.ts'
import type { DraftDocument } from './types.ts'

/**
 * A document that shows every style once, for whoever gives them another look.
 *
 * @param source its Markdown, as a template's
 */
export function styleSample(source: string): DraftDocument {
  const rendered = render(engineOf({ sources: new Map() }), { file: 'templates/house/styles.md', source }, {})
  const { tree } = treeOf(rendered, {})
  tree.children.push({
    type: 'signatures',
    parties: [{ name: 'Name of a party', signatory: 'Name', title: 'Title' }],
  })
  return {
    id: 'styles',
    title: '',
    language: 'en-US',
    paper: 'A4',
    orientation: 'portrait',
    // Nothing of a draft in its header, which is the firm's to fill.
    outbound: true,
    tree,
    properties: { matter: '', status: '', libraryDigest: '', textDigests: {} },
    blanks: [],
    messages: [],
  }
}
