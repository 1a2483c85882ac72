import { splitLabel } from './label.ts'
import type { DirectiveBuilder } from './types.ts'

/** `:::clause[Audit]{#audit}`: the label is the heading. An unnamed clause cannot be referred to. */
export const clause: DirectiveBuilder = (node) => {
  const { label, content } = splitLabel(node)
  return [
    {
      type: 'clauseBlock',
      id: node.attributes?.id ?? '',
      number: '',
      depth: 0,
      ...(label && { heading: label }),
      children: content,
    },
  ]
}
