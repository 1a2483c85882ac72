import { toString as textOf } from 'mdast-util-to-string'
import type { DirectiveBuilder } from './types.ts'

/** `“:term[Llama Materials]”`: the place that defines a term. */
export const term: DirectiveBuilder = (node) => [{ type: 'definedTerm', term: textOf(node) }]
