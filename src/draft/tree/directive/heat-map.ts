import { toString as textOf } from 'mdast-util-to-string'
import type { HeatMapNode } from '../../types.ts'
import { dataOf } from './data.ts'
import type { DirectiveBuilder } from './types.ts'

/** `::heatmap[Risks after mitigation]{of="cells"}`: `cells[impact-1][likelihood-1]` is a list of labels. */
export const heatMap: DirectiveBuilder = (node, building) => [
  {
    type: 'heatMap',
    cells: dataOf(node, building) as HeatMapNode['cells'],
    caption: textOf(node),
  },
]
