import type { Root } from 'mdast'
import type { Matter } from '../../matter/index.ts'
import { Problem } from '../../problem.ts'
import type { DraftInput } from '../document/types.ts'
import { vendorAddendum } from '../document/vendor-addendum.ts'
import { factsOf } from '../facts.ts'
import { engineOf } from '../template/compile.ts'
import { render } from '../template/render.ts'
import { treeOf } from '../tree-of.ts'

/** The addendum for a product on some models, as it goes to signature: numbered, and without a note of ours. */
export function addendumTree(input: DraftInput, models: string[]): Root {
  const matter: Matter = { ...input.matter, vendor: { ...input.matter.vendor, models } }
  const template = input.templates.sources.get(vendorAddendum.id)
  if (!template)
    throw new Problem('template', 'there is no template of the addendum: install Clausebook again')
  const own = { ...input, matter }
  const view = {
    ...vendorAddendum.view(own),
    matter: factsOf(matter),
    draft: { title: vendorAddendum.title, final: true, date: '', author: '', privileged: false, record: '' },
  }
  const rendered = render(engineOf(input.templates), template, view, vendorAddendum.parts?.(own))
  return treeOf(rendered, view).tree
}
