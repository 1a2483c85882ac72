import { branchOf, elementsOf, type Relationship, type XmlElement } from '../../ooxml/index.ts'
import { isTrace, tracedBy } from '../trace.ts'
import type { By, Part } from './types.ts'
import { widthless } from './widthless.ts'

/** A leaf of a paragraph, in reading order: characters, or an object. */
export interface Leaf {
  part: Part
  /** Of characters. */
  text?: string
  /** What a word in a link or a simple field is told by beside its letters. */
  scope: string
}

/**
 * The leaves of a paragraph. What has no width (bookmarks, ranges of comments, proofing marks) is none of them and
 * stays where it stands.
 */
export function leavesOf(paragraph: XmlElement, relationships: ReadonlyMap<string, Relationship>): Leaf[] {
  const leaves: Leaf[] = []
  visit(paragraph, { wrappers: [], scope: '' }, relationships, leaves)
  return leaves
}

interface Around {
  wrappers: readonly XmlElement[]
  scope: string
  by?: By
}

function visit(
  parent: XmlElement,
  around: Around,
  relationships: ReadonlyMap<string, Relationship>,
  leaves: Leaf[],
): void {
  for (const node of elementsOf(parent)) {
    if (node.name === 'w:r') run(node, around, leaves)
    else if (node.name === 'm:oMath' || node.name === 'm:oMathPara')
      leaves.push(whole(node, undefined, around))
    else if (node.name.endsWith('Pr')) continue
    else {
      const inner = node.name === 'mc:AlternateContent' ? branchOf(node) : node
      if (!inner) continue
      const by = tracedBy(node) ?? around.by
      visit(
        inner,
        {
          wrappers: isTrace(node) ? around.wrappers : [...around.wrappers, node],
          scope: around.scope + scopeOf(node, relationships),
          ...(by && { by }),
        },
        relationships,
        leaves,
      )
    }
  }
}

function run(node: XmlElement, around: Around, leaves: Leaf[]): void {
  for (const leaf of elementsOf(node)) {
    if (leaf.name === 'w:t') {
      const text = leaf.children.map((one) => (one.type === 'text' ? one.text : '')).join('')
      if (text !== '') {
        const { part, scope } = whole(leaf, node, around)
        leaves.push({ part: { ...part, to: text.length }, text, scope })
      }
    } else if (!widthless.has(leaf.name)) leaves.push(whole(leaf, node, around))
  }
}

function whole(leaf: XmlElement, run: XmlElement | undefined, { wrappers, scope, by }: Around): Leaf {
  return { part: { leaf, from: 0, to: 0, run, wrappers, ...(by && { by }) }, scope }
}

/** A link to elsewhere and a simple field tell their words apart from the same words outside. */
function scopeOf(node: XmlElement, relationships: ReadonlyMap<string, Relationship>): string {
  if (node.name === 'w:fldSimple')
    return `{${(node.attributes['w:instr'] ?? '').trim().replace(/\s+/g, ' ')}}`
  if (node.name !== 'w:hyperlink') return ''
  const target = relationships.get(node.attributes['r:id'] ?? '')?.target
  return target === undefined ? '' : `<${target}>`
}
