import type { DirectiveBuilder } from '../build.ts'
import { splitLabel } from './label.ts'

/** `:::schedule[Amendments]{#amendments}` */
export const schedule: DirectiveBuilder = (node) => {
  const { label, content } = splitLabel(node)
  return [
    { type: 'schedule', id: node.attributes?.id ?? '', number: '', heading: label ?? [], children: content },
  ]
}
