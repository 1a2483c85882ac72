import { SaxesParser } from 'saxes'
import { Problem } from '../../problem.ts'
import { broken, tooLong } from '../package/refusal.ts'
import { bottomScope, innerScope, type Scope } from './scope.ts'
import type { XmlElement, XmlNode } from './types.ts'

/** Deepest nesting that is read: Word itself writes some dozens; a parser's namespace look-up is quadratic in it. */
const DEEPEST = 256

/** Most elements, attributes and texts that one part may have: some two thousand pages. */
const MOST_NODES = 1_500_000

/** Most short values of attributes that are kept once for all who have them. */
const MOST_VALUES = 10_000

/** What an element holds that holds nothing. */
const childless: readonly XmlNode[] = Object.freeze([])

/**
 * Reads a part into a tree of which every node knows its place, so that an edit is a splice of the part's text.
 * Entities that a part defines itself are not known, and none is fetched.
 *
 * @param text of the part, without a byte order mark
 * @returns its root
 * @throws Problem where it is no well-formed XML, nested too deep, or too long
 * @example parseXml('<w:p xmlns:w="…"/>').name // 'w:p'
 */
export function parseXml(text: string): XmlElement {
  const parser = new SaxesParser({ xmlns: false, position: false })
  const open: XmlElement[] = []
  // Nodes that wait for the end of the element that they stand in, and where those of each open element start: an array
  // that grows by pushing keeps room for seventeen, and most elements hold one or two.
  const waiting: XmlNode[] = []
  const from: number[] = []
  const values = new Map<string, string>()
  const kept = (value: string) => {
    if (value.length > 24) return value
    const known = values.get(value)
    if (known !== undefined) return known
    if (values.size < MOST_VALUES) values.set(value, value)
    return value
  }
  // Namespaces are looked up here and not by the parser, which takes twice the time for it.
  const scopes: Scope[] = [bottomScope()]
  let root: XmlElement | undefined
  let end = 0
  let nodes = 0
  let start = 0
  const count = (more: number) => {
    nodes += more
    if (nodes > MOST_NODES) throw tooLong()
  }

  // Offsets as measured: an open tag starts at `position - name.length - 2` when its name has been read; text ends one
  // before the position, since the parser has taken the `<`; a comment is told one character early.
  parser.on('opentagstart', ({ name }) => {
    start = parser.position - name.length - 2
  })
  parser.on('opentag', (tag) => {
    if (open.length >= DEEPEST) throw tooLong()
    const scope = innerScope(scopes.at(-1)!, tag.attributes)
    scopes.push(scope)
    const attributes: Record<string, string> = {}
    let held = 1
    for (const key in tag.attributes) {
      attributes[scope.attribute(key)] = kept(tag.attributes[key]!)
      held += 1
    }
    count(held)
    end = parser.position
    const name = scope.element(tag.name)
    if (name === 'mc:Choice') attributes.Requires = namespacesOf(attributes.Requires ?? '', scope)
    const element: XmlElement = {
      type: 'element',
      name,
      attributes,
      children: childless,
      start,
      innerStart: end,
      innerEnd: end,
      end,
    }
    if (root) waiting.push(element)
    root ??= element
    open.push(element)
    from.push(waiting.length)
  })
  parser.on('closetag', ({ isSelfClosing }) => {
    const element = open.pop()!
    const first = from.pop()!
    if (first < waiting.length) element.children = waiting.splice(first)
    scopes.pop()
    element.innerEnd = isSelfClosing ? element.innerStart : end
    end = parser.position
    element.end = end
  })
  const addText = (words: string, at: number, to: number) => {
    end = to
    if (open.length === 0) return
    count(1)
    waiting.push({ type: 'text', text: words, start: at, end: to })
  }
  parser.on('text', (words) => addText(words, end, parser.position - 1))
  parser.on('cdata', (words) => addText(words, end, parser.position))
  parser.on('comment', () => {
    end = parser.position + 1
  })
  parser.on('processinginstruction', () => {
    end = parser.position
  })
  // No handler of errors: without one the parser throws them, and an eighth handler makes V8 keep the parser as a
  // dictionary, in which it reads four times slower.
  try {
    parser.write(text).close()
  } catch (error) {
    throw error instanceof Problem ? error : broken()
  }
  if (!root) throw broken()
  return root
}

/** The namespaces that prefixes stand for; one that is bound to nothing stays as it is written. */
function namespacesOf(prefixes: string, scope: Scope): string {
  return prefixes
    .trim()
    .split(/\s+/)
    .map((prefix) => scope.uri(prefix) || prefix)
    .join(' ')
}
