import type { DirectiveBuilder } from '../build.ts'
import { splitLabel } from './label.ts'

/** `:::note`: a drafting note. */
export const note: DirectiveBuilder = (node) => [{ type: 'note', children: splitLabel(node).content }]
