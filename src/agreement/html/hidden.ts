import { attribute, type HtmlElement, type HtmlParent, isElement, isText, styleOf } from './node.ts'

/** A rule of a page's own style sheet that shows or hides. */
interface Rule {
  tag: string
  ids: string[]
  classes: string[]
  hides: boolean
  weight: number
}

/** What a page's style sheets say of showing and hiding, as far as their selectors are simple. */
export type StyleSheet = readonly Rule[]

const HIDES = /(?:^|[;{\s])(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse))\b/i
const SHOWS = /(?:^|[;{\s])(?:display\s*:\s*(?!none)[a-z]|visibility\s*:\s*visible)/i
const SIMPLE = /^([a-z][a-z0-9-]*|\*)?((?:[.#][\w-]+)*)$/i

/** Reads the rules of the page's `<style>` elements; those for other media and with selectors of several steps are not. */
export function styleSheetOf(page: HtmlParent): StyleSheet {
  const rules: Rule[] = []
  const waiting: HtmlParent[] = [page]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const name = 'tagName' in next ? next.tagName : ''
    if (name === 'style') {
      for (const child of next.childNodes) if (isText(child)) addRules(child.value, rules)
      continue
    }
    for (let at = next.childNodes.length - 1; at >= 0; at -= 1) {
      const child = next.childNodes[at]!
      if (isElement(child)) waiting.push(child)
    }
  }
  return rules
}

function addRules(css: string, rules: Rule[]): void {
  for (const [selectors, body] of topLevelRules(css.replace(/\/\*[\s\S]*?\*\//g, ' '))) {
    const hides = HIDES.test(body)
    if (!hides && !SHOWS.test(body)) continue
    for (const selector of selectors.split(',')) {
      const [, tag = '', rest = ''] = SIMPLE.exec(selector.trim()) ?? []
      if (tag === '' && rest === '') continue
      const parts = rest.match(/[.#][\w-]+/g) ?? []
      const ids = parts.filter((part) => part.startsWith('#')).map((part) => part.slice(1))
      const classes = parts.filter((part) => part.startsWith('.')).map((part) => part.slice(1))
      const weight = ids.length * 100 + classes.length * 10 + (tag === '' || tag === '*' ? 0 : 1)
      rules.push({ tag: tag === '*' ? '' : tag.toLowerCase(), ids, classes, hides, weight })
    }
  }
}

/** The rules outside of `@media` and its like, as selector and body. */
function* topLevelRules(css: string): Generator<[string, string]> {
  let from = 0
  while (from < css.length) {
    const open = css.indexOf('{', from)
    if (open < 0) return
    const selector = css
      .slice(from, open)
      .replace(/^[\s\S]*;/, '')
      .trim()
    let depth = 1
    let at = open + 1
    for (; at < css.length && depth > 0; at += 1) depth += css[at] === '{' ? 1 : css[at] === '}' ? -1 : 0
    if (!selector.startsWith('@')) yield [selector, css.slice(open + 1, at - 1)]
    from = at
  }
}

/** Whether a browser does not show an element: by its own attributes, its own style, or the page's style sheet. */
export function isHidden(element: HtmlElement, sheet: StyleSheet): boolean {
  const hidden = attribute(element, 'hidden')
  if (hidden !== undefined && hidden.toLowerCase() !== 'until-found') return true
  const display = styleOf(element, 'display')
  const visibility = styleOf(element, 'visibility')
  if (display === 'none' || visibility === 'hidden' || visibility === 'collapse') return true
  if (/^0(?:\.0*)?(?:[a-z]+|%)?$/.test(styleOf(element, 'font-size') ?? '')) return true
  if (/^0(?:\.0*)?%?$/.test(styleOf(element, 'opacity') ?? '')) return true
  const { tagName } = element
  if (tagName === 'noscript' || tagName === 'datalist' || tagName === 'rp') return true
  if (tagName === 'dialog' && attribute(element, 'open') === undefined) return true
  if (tagName === 'input' && attribute(element, 'type')?.toLowerCase() === 'hidden') return true
  return display === undefined && sheet.length > 0 && hiddenBySheet(element, sheet)
}

function hiddenBySheet(element: HtmlElement, sheet: StyleSheet): boolean {
  const id = attribute(element, 'id')
  const classes = new Set(attribute(element, 'class')?.split(/\s+/))
  let best = -1
  let hides = false
  for (const rule of sheet) {
    if (rule.weight < best || (rule.tag !== '' && rule.tag !== element.tagName)) continue
    if (!rule.ids.every((one) => one === id) || !rule.classes.every((one) => classes.has(one))) continue
    best = rule.weight
    hides = rule.hides
  }
  return hides
}
