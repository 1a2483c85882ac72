import { toString as textOf } from 'mdast-util-to-string'
import type { DirectiveBuilder } from './types.ts'

/** `:blank[address for notices]` */
export const blank: DirectiveBuilder = (node) => [{ type: 'blank', words: textOf(node) }]
