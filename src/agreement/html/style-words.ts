import { attribute, type HtmlParent, isElement, isText } from './node.ts'

/** Attributes by which rules find an element, or from which they take what they print. */
const GONE_BY = /^(?:class|id|data-.*)$/
const LIST_SIGN = /list-style(?:-type)?\s*:[^;]*["'][^"']*[\p{L}\p{N}][^"']*["']/giu
const CONTENT = /([^{};]*:?:(?:before|after|marker)[^{};]*)\{[^{}]*?\bcontent\s*:\s*([^;{}]+)/gi

/** What style sheets do to a page. */
export interface StyleWords {
  /**
   * The words and numbers that they print before and after its elements, each behind its selector; where there are any,
   * the classes and data that they go by; and signs of lists that an element's own style has.
   */
  printed: string[]
  /** How many stand in other files, and may hide words, print some, or change their order. */
  elsewhere: number
}

/** Reads what the style sheets of a page print, and counts those that it takes from other files. */
export function styleWords(page: HtmlParent): StyleWords {
  let elsewhere = 0
  const printed: string[] = []
  const goneBy: string[] = []
  const own: string[] = []
  const waiting: HtmlParent[] = [page]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if ('tagName' in next) {
      if (next.tagName === 'style') {
        for (const child of next.childNodes) {
          if (!isText(child)) continue
          printed.push(...printedBy(child.value))
          elsewhere += child.value.match(/@import\b/gi)?.length ?? 0
        }
        continue
      }
      if (next.tagName === 'link' && /\bstylesheet\b/i.test(attribute(next, 'rel') ?? '')) elsewhere += 1
      for (const { name, value } of next.attrs) {
        if (GONE_BY.test(name)) goneBy.push(`${name}=${value}`)
        if (name === 'style') own.push(...(value.match(LIST_SIGN) ?? []))
      }
    }
    for (let at = next.childNodes.length - 1; at >= 0; at -= 1) {
      const child = next.childNodes[at]!
      if (isElement(child)) waiting.push(child)
    }
  }
  return { printed: [...printed, ...(printed.length > 0 ? goneBy : []), ...own], elsewhere }
}

function printedBy(css: string): string[] {
  return css.split('}').flatMap((rule) =>
    [...`${rule}}`.matchAll(CONTENT)].flatMap(([, selector = '', value = '']) => {
      const words = value.replace(/\\([0-9a-f]{1,6})\s?/gi, (_, code: string) => signOf(code)).trim()
      const prints = /counters?\(|attr\(/i.test(words) || /["'][^"']*[\p{L}\p{N}]/u.test(words)
      return prints ? [`${selector.trim()} ${words}`] : []
    }),
  )
}

function signOf(code: string): string {
  const value = Number.parseInt(code, 16)
  return value > 0 && value <= 0x10ffff ? String.fromCodePoint(value) : ''
}
