import type { BlockContent, DefinitionContent, PhrasingContent } from 'mdast'
import type { Directive } from './types.ts'

/** Parts a container directive's label, `:::clause[Audit]`, from its content. */
export function splitLabel(node: Directive): {
  label: PhrasingContent[] | undefined
  content: (BlockContent | DefinitionContent)[]
} {
  if (node.type !== 'containerDirective') return { label: node.children, content: [] }
  const [first, ...rest] = node.children
  return first?.type === 'paragraph' && first.data?.directiveLabel
    ? { label: first.children, content: rest }
    : { label: undefined, content: node.children }
}
