import { toString as textOf } from 'mdast-util-to-string'
import { bare } from '../number.ts'
import type { DirectiveBuilder } from './types.ts'

/** `:ref[audit]`, or `:ref[audit]{bare}` for the number without its word. Numbering settles it. */
export const reference: DirectiveBuilder = (node) => [
  {
    type: 'clauseReference',
    target: textOf(node),
    prefix: node.attributes && 'bare' in node.attributes ? bare : '',
    number: '',
    suffix: '',
  },
]
