import { type HtmlParent, isElement, isText } from './node.ts'

const CONTENT = /([^{};]*:?:(?:before|after|marker)[^{};]*)\{[^{}]*?\bcontent\s*:\s*([^;{}]+)/gi

/** The words and numbers that a page's style sheets print before and after its elements, each behind its selector. */
export function styleWords(page: HtmlParent): string[] {
  const found: string[] = []
  const waiting: HtmlParent[] = [page]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if ('tagName' in next && next.tagName === 'style') {
      for (const child of next.childNodes) if (isText(child)) found.push(...printedBy(child.value))
      continue
    }
    for (let at = next.childNodes.length - 1; at >= 0; at -= 1) {
      const child = next.childNodes[at]!
      if (isElement(child)) waiting.push(child)
    }
  }
  return found
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
