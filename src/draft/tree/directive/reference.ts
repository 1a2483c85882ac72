import { toString as textOf } from 'mdast-util-to-string'
import type { DirectiveBuilder } from '../build.ts'
import { bare } from '../number.ts'

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
