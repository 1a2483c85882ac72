import type { Root } from 'mdast'
import { check } from './check/check.ts'
import type { Rendered } from './template/render.ts'
import { build } from './tree/build.ts'
import { dropDefinitions } from './tree/drop-definitions.ts'
import { fill } from './tree/fill.ts'
import { nodesOf } from './tree/nodes.ts'
import { number } from './tree/number.ts'
import { parse } from './tree/parse.ts'
import type { DraftMessage } from './types.ts'

/**
 * From rendered Markdown to the finished tree.
 *
 * @param exact words with capital letters that no document defines, beside the names that everybody knows
 */
export function treeOf(
  { markdown, front, rendering }: Rendered,
  view: object,
  exact: () => readonly string[] = () => [],
): { tree: Root; messages: DraftMessage[]; blanks: string[] } {
  const messages: DraftMessage[] = []
  const tree = parse(markdown)
  fill(tree, rendering.slots.values)
  build(tree, { view, messages })
  dropDefinitions(tree)
  messages.push(...number(tree, front), ...check(tree, front, exact))
  return { tree, messages, blanks: nodesOf(tree, 'blank').map(({ words }) => words) }
}
