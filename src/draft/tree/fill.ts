import type { Nodes, Parents, PhrasingContent, Root } from 'mdast'
import { hasSlot, type SlotValue, slotPattern } from '../template/slot.ts'
import { Missing } from '../template/value.ts'

declare module 'mdast' {
  interface TextData {
    /** Whether the words are a value of the matter and not ours. */
    given?: boolean
  }
}

/**
 * Puts the values in the places of their slots, as text: whatever a value looks like, it is never read again.
 *
 * @param values by number of the slot
 */
export function fill(tree: Root, values: SlotValue[]): void {
  fillChildren(tree, values, true)
}

/** @param lines whether a line break may stand here: not in a heading or a cell */
function fillChildren(parent: Parents, values: SlotValue[], lines: boolean): void {
  const children: Nodes[] = []
  for (const child of parent.children) {
    if (child.type === 'text')
      children.push(...(hasSlot(child.value) ? filledText(child.value, values, lines) : [child]))
    else {
      fillFields(child, values)
      if ('children' in child) {
        fillChildren(child, values, lines && child.type !== 'heading' && child.type !== 'tableRow')
      }
      children.push(child)
    }
  }
  parent.children = children as typeof parent.children
}

function filledText(text: string, values: SlotValue[], lines: boolean): PhrasingContent[] {
  const nodes: PhrasingContent[] = []
  let at = 0
  for (const match of text.matchAll(slotPattern)) {
    const value = values[Number(match[1])]
    if (match.index > at) nodes.push({ type: 'text', value: text.slice(at, match.index) })
    at = match.index + match[0].length
    if (value instanceof Missing) nodes.push({ type: 'blank', words: value.words })
    else if (value) {
      nodes.push(...given(value, lines))
      // “… Meta Platforms, Inc.” ends the sentence with its own full stop.
      if (value.endsWith('.') && text[at] === '.' && text[at + 1] !== '.') at += 1
    }
  }
  if (at < text.length) nodes.push({ type: 'text', value: text.slice(at) })
  return nodes
}

function given(value: string, lines: boolean): PhrasingContent[] {
  if (!lines) return [{ type: 'text', value: value.replace(/\s*\n\s*/g, ' '), data: { given: true } }]
  return value
    .split('\n')
    .flatMap((line, index): PhrasingContent[] => [
      ...(index === 0 ? [] : [{ type: 'break' as const }]),
      ...(line === '' ? [] : [{ type: 'text' as const, value: line, data: { given: true } }]),
    ])
}

/** Slots in what is no child: code, addresses, attributes of directives. */
function fillFields(node: Nodes, values: SlotValue[]): void {
  if (node.type === 'inlineCode' || node.type === 'code' || node.type === 'html') {
    node.value = plain(node.value, values)
  }
  if ('url' in node) node.url = plain(node.url, values)
  if ('title' in node && node.title) node.title = plain(node.title, values)
  if ('attributes' in node && node.attributes) {
    for (const [name, value] of Object.entries(node.attributes)) {
      if (value) node.attributes[name] = plain(value, values)
    }
  }
}

function plain(text: string, values: SlotValue[]): string {
  if (!hasSlot(text)) return text
  return text.replace(slotPattern, (_, index: string) => {
    const value = values[Number(index)]
    return value instanceof Missing ? `[●: ${value.words}]` : (value ?? '')
  })
}
