import { attribute, type HtmlElement, isElement, wordsBelow } from './node.ts'

/** What a form field shows: its value, whether it is checked, what is chosen; and the options that are not. */
export interface Field {
  shown: string
  /** Words of options that were not chosen. */
  others: string[]
}

/** Reads a form field; undefined for any other element. */
export function fieldOf(element: HtmlElement): Field | undefined {
  switch (element.tagName) {
    case 'input':
      return { shown: inputValue(element), others: [] }
    case 'select':
      return selected(element)
    default:
      return undefined
  }
}

function inputValue(element: HtmlElement): string {
  const type = attribute(element, 'type')?.toLowerCase() ?? 'text'
  if (type === 'checkbox' || type === 'radio') return attribute(element, 'checked') === undefined ? '☐' : '☑'
  if (type === 'image') return attribute(element, 'alt') ?? ''
  // A password stands on no page as words.
  if (type === 'password' || type === 'file') return ''
  // An empty field shows what it waits for.
  return attribute(element, 'value') || (attribute(element, 'placeholder') ?? '')
}

function selected(element: HtmlElement): Field {
  const options: HtmlElement[] = []
  const groups: string[] = []
  const waiting = element.childNodes.filter(isElement).reverse()
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (next.tagName === 'option') options.push(next)
    else if (next.tagName === 'optgroup') groups.push(attribute(next, 'label') ?? '')
    if (next.tagName !== 'option')
      for (const child of next.childNodes.filter(isElement).reverse()) waiting.push(child)
  }
  const words = (option: HtmlElement) => attribute(option, 'label') ?? wordsBelow(option, () => false)
  const marked = options.filter((option) => attribute(option, 'selected') !== undefined)
  const several = attribute(element, 'multiple') !== undefined
  // A list box shows all of its options, those that are chosen marked.
  if (several || Number(attribute(element, 'size')) > 1)
    return {
      shown: options.map((option) => `${marked.includes(option) ? '☑' : '☐'} ${words(option)}`).join(', '),
      others: [],
    }
  // Of several marked ones a list that takes one shows the last (HTML, 4.10.7).
  const chosen = marked.length > 0 ? marked.slice(-1) : options.slice(0, 1)
  return {
    shown: chosen.map(words).join(', '),
    others: [...groups, ...options.filter((option) => !chosen.includes(option)).map(words)],
  }
}
