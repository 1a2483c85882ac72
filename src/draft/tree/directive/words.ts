import type { Nodes } from 'mdast'
import { dataOf } from './data.ts'
import type { DirectiveBuilder } from './types.ts'

/** `::words{of="changes.0.words"}`: words of another paper, finished and numbered there. */
export const words: DirectiveBuilder = (node, building) => [structuredClone(dataOf(node, building) as Nodes)]
