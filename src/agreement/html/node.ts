import type { DefaultTreeAdapterTypes } from 'parse5'

export type HtmlNode = DefaultTreeAdapterTypes.ChildNode
export type HtmlParent = DefaultTreeAdapterTypes.ParentNode
export type HtmlElement = DefaultTreeAdapterTypes.Element
export type HtmlText = DefaultTreeAdapterTypes.TextNode

export function isElement(node: HtmlNode): node is HtmlElement {
  return 'tagName' in node
}

export function isText(node: HtmlNode): node is HtmlText {
  return node.nodeName === '#text'
}

/** An attribute's value; undefined where the element has none of that name. */
export function attribute(element: HtmlElement, name: string): string | undefined {
  return element.attrs.find((one) => one.name === name)?.value
}

/** A declaration of the element's own style, in small letters without `!important`. */
export function styleOf(element: HtmlElement, property: string): string | undefined {
  const style = attribute(element, 'style')
  if (style === undefined) return undefined
  let value: string | undefined
  for (const declaration of style.split(';')) {
    const colon = declaration.indexOf(':')
    if (colon > 0 && declaration.slice(0, colon).trim().toLowerCase() === property)
      value = declaration
        .slice(colon + 1)
        .replace(/!\s*important/i, '')
        .trim()
        .toLowerCase()
  }
  return value
}

/** What is never text of a page, wherever it stands. */
export const notText: ReadonlySet<string> = new Set(
  'head script style template title base meta link'.split(' '),
)

/** Every word below an element that is no text of the page: of a script, a style sheet, a template. */
export function wordsInside(element: HtmlElement): string {
  const parts: string[] = []
  const waiting: (HtmlNode | HtmlParent)[] = [element]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if ('value' in next) parts.push(next.value)
    const inner = 'content' in next ? next.content : next
    if ('childNodes' in inner)
      for (let at = inner.childNodes.length - 1; at >= 0; at -= 1) waiting.push(inner.childNodes[at]!)
  }
  return parts.join(' ').replace(/\s+/g, ' ').trim()
}

/** All words below a node, as a browser would show them if nothing were hidden; blocks a line each. */
export function wordsBelow(node: HtmlNode | HtmlParent, isBlock: (name: string) => boolean): string {
  const parts: string[] = []
  const waiting: (HtmlNode | HtmlParent | '\n')[] = [node]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (next === '\n') parts.push(next)
    else if ('value' in next) parts.push(next.value.replace(/\s+/g, ' '))
    else if ('childNodes' in next) {
      const name = 'tagName' in next ? next.tagName : ''
      if (notText.has(name)) continue
      if (name === 'br') parts.push('\n')
      const block = isBlock(name)
      if (block) {
        parts.push('\n')
        waiting.push('\n')
      }
      for (let at = next.childNodes.length - 1; at >= 0; at -= 1) waiting.push(next.childNodes[at]!)
    }
  }
  return parts
    .join('')
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter(Boolean)
    .join('\n')
}
