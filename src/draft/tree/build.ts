import type { Nodes, Parents, Root } from 'mdast'
import { directives } from './directive/index.ts'
import type { Building, Directive } from './directive/types.ts'

/** Turns directives into nodes of the draft, innermost first. */
export function build(tree: Root, building: Building): void {
  buildChildren(tree, building)
}

function buildChildren(parent: Parents, building: Building): void {
  const children: Nodes[] = []
  for (const child of parent.children) {
    if ('children' in child) buildChildren(child, building)
    if (isDirective(child)) children.push(...buildDirective(child, building))
    else if (child.type === 'html') children.push(...asWords(child, building))
    else children.push(child)
  }
  parent.children = children as typeof parent.children
}

function isDirective(node: Nodes): node is Directive {
  return node.type === 'containerDirective' || node.type === 'leafDirective' || node.type === 'textDirective'
}

function buildDirective(node: Directive, building: Building): Nodes[] {
  const builder = directives[node.type][node.name]
  if (builder) return builder(node, building)
  // `9:30`, `ratio a:b`: remark sees a directive, the writer meant a colon.
  if (node.type === 'textDirective') return [{ type: 'text', value: `:${node.name}` }, ...node.children]
  building.messages.push({
    rule: 'directive',
    reason: `there is no directive “${node.name}”: use one of ${Object.keys(directives[node.type]).join(', ')}`,
    about: node.name,
  })
  return node.type === 'containerDirective' ? node.children : [{ type: 'paragraph', children: node.children }]
}

/** A template has no HTML: what looks like it is printed as it is. */
function asWords(node: { value: string }, { messages }: Building): Nodes[] {
  messages.push({ rule: 'html', reason: `“${node.value}” is HTML: write Markdown`, about: node.value })
  return [{ type: 'text', value: node.value }]
}
