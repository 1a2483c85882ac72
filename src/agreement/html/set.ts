import { own } from '../../own.ts'
import { type HtmlElement, isElement, styleOf } from './node.ts'

/** Which parts of a formula are raised and lowered, by their place in it (MathML 3.0, 3.4). */
const SCRIPTS: Partial<Record<string, readonly (undefined | 'sup' | 'sub')[]>> = {
  msup: [undefined, 'sup'],
  msub: [undefined, 'sub'],
  msubsup: [undefined, 'sub', 'sup'],
  mover: [undefined, 'sup'],
  munder: [undefined, 'sub'],
}

/** Whether the words of an element are raised or lowered: by what it is, by its style, or as a part of a formula. */
export function positionOf(element: HtmlElement): 'sup' | 'sub' | undefined {
  const { tagName: name } = element
  if (name === 'sup' || name === 'sub') return name
  const style = styleOf(element, 'vertical-align')
  if (style === 'super' || style === 'text-top') return 'sup'
  if (style === 'sub' || style === 'text-bottom') return 'sub'
  const parent = parentOf(element)
  const scripts = parent && own(SCRIPTS, parent.tagName)
  return scripts?.[placeIn(parent!, element)]
}

/** Signs around a part of a formula on one line: 1/2 is not 12, and the root of 4 is not 4. */
export function signsAround(element: HtmlElement): { before: string; after: string } {
  const parent = parentOf(element)
  const rooted = element.tagName === 'msqrt' || element.tagName === 'mroot'
  const over = parent?.tagName === 'mfrac'
  const several = over && element.childNodes.filter(isElement).length > 1
  const under = over && placeIn(parent, element) === 1
  return {
    before: `${under ? '/' : ''}${several ? '(' : ''}${rooted ? '√(' : ''}`,
    after: `${rooted ? ')' : ''}${several ? ')' : ''}`,
  }
}

function parentOf({ parentNode }: HtmlElement): HtmlElement | undefined {
  return parentNode !== null && 'tagName' in parentNode ? parentNode : undefined
}

/** The place of a part among the first three of its formula; -1 for a later one. */
function placeIn(parent: HtmlElement, element: HtmlElement): number {
  let place = 0
  for (const node of parent.childNodes) {
    if (node === element) return place
    if (isElement(node)) place += 1
    if (place > 2) return -1
  }
  return -1
}
