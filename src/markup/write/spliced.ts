import { elementsOf, type XmlElement } from '../../ooxml/index.ts'

/** A passage of a part, and what is written in place of some elements in it. */
export interface Splice {
  text: string
  node: XmlElement
  /** Offsets of the passage: all of the element, or what is in it. */
  start: number
  end: number
  written: ReadonlyMap<XmlElement, string>
  /** Names of elements in which nothing is looked for. */
  closed: readonly string[]
}

/** Words that are written once: behind an element, or where there is none at a place, but behind all that is written. */
export interface Tail {
  markup: string
  behind: XmlElement | undefined
  orAt: number
}

/** The passage with what is written; all else keeps its letters. */
export function spliced({ text, node, start, end, written, closed }: Splice, tail: Tail): string {
  let markup = ''
  let at = start
  const visit = (parent: XmlElement) => {
    for (const inner of elementsOf(parent)) {
      const own = written.get(inner)
      if (own !== undefined) {
        markup += text.slice(at, inner.start) + own
        at = inner.end
        if (inner === tail.behind) markup += tail.markup
      } else if (!closed.includes(inner.name)) visit(inner)
    }
  }
  visit(node)
  if (!tail.behind) {
    const place = Math.max(at, tail.orAt)
    markup += text.slice(at, place) + tail.markup
    at = place
  }
  return markup + text.slice(at, end)
}
