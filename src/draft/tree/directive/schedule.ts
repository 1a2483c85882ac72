import { splitLabel } from './label.ts'
import type { DirectiveBuilder } from './types.ts'

/** `:::schedule[Amendments]{#amendments}` */
export const schedule: DirectiveBuilder = (node) => {
  const { label, content } = splitLabel(node)
  return [
    { type: 'schedule', id: node.attributes?.id ?? '', number: '', heading: label ?? [], children: content },
  ]
}
