import { splitLabel } from './label.ts'
import type { DirectiveBuilder } from './types.ts'

/** `:::note`: a drafting note. */
export const note: DirectiveBuilder = (node) => [{ type: 'note', children: splitLabel(node).content }]
