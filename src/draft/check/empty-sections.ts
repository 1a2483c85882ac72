import type { Nodes, Parents, Root } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import type { DraftMessage } from '../types.ts'

/** Clauses, schedules and headings with nothing under them: what conditions leave behind. */
export function emptySections(tree: Root): DraftMessage[] {
  const messages: DraftMessage[] = []
  const tell = (name: string) =>
    messages.push({ rule: 'empty-section', reason: `“${name}” has nothing under it`, about: name })
  const walk = (parent: Parents): void => {
    const children = parent.children as Nodes[]
    children.forEach((child, index) => {
      if (child.type === 'clauseBlock' || child.type === 'schedule') {
        if (child.children.length === 0) tell(textOf(child.heading ?? []) || child.id || child.number)
      }
      if (child.type === 'heading' && child.depth > 1) {
        const next = children[index + 1]
        const ends = !next || (next.type === 'heading' && next.depth <= child.depth)
        if (ends) tell(textOf(child))
      }
      if ('children' in child) walk(child as Parents)
    })
  }
  walk(tree)
  return messages
}
