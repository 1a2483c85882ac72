import { SaxesParser } from 'saxes'
import { Problem } from '../../problem.ts'
import { broken, tooLong } from '../package/refusal.ts'
import { bottomScope, innerScope, type Scope } from './scope.ts'
import type { XmlElement } from './types.ts'

/** Deepest nesting that is read: Word itself writes some dozens; a parser's namespace look-up is quadratic in it. */
const DEEPEST = 256

/** Most elements, attributes and texts that one part may have: some two thousand pages. */
const MOST_NODES = 1_500_000

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
      attributes[scope.attribute(key)] = tag.attributes[key]!
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
      children: [],
      start,
      innerStart: end,
      innerEnd: end,
      end,
    }
    open.at(-1)?.children.push(element)
    root ??= element
    open.push(element)
  })
  parser.on('closetag', ({ isSelfClosing }) => {
    const element = open.pop()!
    scopes.pop()
    element.innerEnd = isSelfClosing ? element.innerStart : end
    end = parser.position
    element.end = end
  })
  const addText = (words: string, from: number, to: number) => {
    end = to
    if (open.length === 0) return
    count(1)
    open.at(-1)!.children.push({ type: 'text', text: words, start: from, end: to })
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
