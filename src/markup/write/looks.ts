import { elementsOf, type XmlElement } from '../../ooxml/index.ts'
import { serialize } from '../carry/serialize.ts'
import type { Token } from '../tokens/types.ts'
import { endTracedBy } from '../trace.ts'
import { closeTag, type Looks, openTag, type Writing } from './writing.ts'

/** The properties that no reader sees: languages, marks of proofing, what else is told by marks of its own. */
const unseen =
  /^w:(?:lang|noProof|rPr|sectPr|\w+Change|ins|del|moveFrom|moveTo|rsid\w*|lastRenderedPageBreak)$/

/** @param number what a list is told by, by its id in the file */
export function looksOf(node: XmlElement | undefined, number: (id: string) => string = (id) => id): Looks {
  const said = (element: XmlElement): string => {
    const attributes = Object.entries(element.attributes)
      .filter(([name]) => !/^(?:w:rsid|\{|xmlns)/.test(name))
      .map(([name, value]) => `${name}=${element.name === 'w:numId' ? number(value) : value}`)
    return `${element.name} ${attributes.sort().join(' ')}(${elementsOf(element).map(said).join()})`
  }
  const key = elementsOf(node)
    .filter(({ name }) => !unseen.test(name))
    .map(said)
    .sort()
    .join()
  return { key, node }
}

/** The run of a token of the left in which the part of its answering token starts that has so many characters before it. */
export function runAt(left: Token, offset: number): XmlElement | undefined {
  let at = 0
  for (const part of left.parts) {
    at += part.to - part.from
    if (at > offset || part.to === 0) return part.run
  }
  return left.parts.at(-1)?.run
}

/** Properties of the right file with what they were in the left: a tracked change of looks (ECMA-376 part 1, 17.13.5.29, 31). */
export function changedLooks(
  writing: Writing,
  kind: 'rPr' | 'pPr',
  own: XmlElement | undefined,
  before: XmlElement | undefined,
): string {
  const { w, names, passage, text } = writing
  const was = elementsOf(before)
    .filter(({ name }) => !/^w:(?:rPr|sectPr|\w+Change|ins|del|moveFrom|moveTo)$/.test(name))
    .map((node) => serialize(node, names, passage))
    .join('')
  const change = `<${w}${kind}Change ${writing.mark(own && endTracedBy(own))}><${w}${kind}>${was}</${w}${kind}></${w}${kind}Change>`
  if (!own) return `<${w}${kind}>${change}</${w}${kind}>`
  return openTag(writing, own) + text.slice(own.innerStart, own.innerEnd) + change + closeTag(writing, own)
}
