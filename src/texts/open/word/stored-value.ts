import type { SourceMark } from '../../../agreement/index.ts'
import { type Control, child, elementsOf, type WordPackage, type XmlElement } from '../../../ooxml/index.ts'

/** What a content control keeps beside what it shows. */
export interface StoredValue {
  value: string
  /** Words that show this value. */
  shownAs: string[]
}

/** Reads what controls keep: a tick, a choice, a day, data of the file that they are bound to (17.5.2). */
export function storedValues(file: WordPackage): (control: Control) => StoredValue | undefined {
  const known = new Map<XmlElement, StoredValue | undefined>()
  return ({ node, kind }) => {
    if (kind !== 'control') return undefined
    if (!known.has(node)) known.set(node, keptBy(child(node, 'w:sdtPr'), file))
    return known.get(node)
  }
}

function keptBy(properties: XmlElement | undefined, file: WordPackage): StoredValue | undefined {
  const box = child(properties, 'w14:checkbox')
  if (box) {
    const ticked = /^(?:1|true|on)$/i.test(child(box, 'w14:checked')?.attributes['w14:val'] ?? '0')
    const state = child(box, ticked ? 'w14:checkedState' : 'w14:uncheckedState')?.attributes['w14:val']
    const sign = state === undefined ? [] : [String.fromCodePoint(Number.parseInt(state, 16) || 0)]
    return ticked
      ? { value: 'ticked', shownAs: ['☒', '☑', '✓', '✔', '✗', 'x', ...sign] }
      : { value: 'not ticked', shownAs: ['☐', '□', '◻', '', ...sign] }
  }
  const bound = boundData(child(properties, 'w:dataBinding') ?? child(properties, 'w15:dataBinding'), file)
  const choice = child(properties, 'w:dropDownList') ?? child(properties, 'w:comboBox')
  const value = bound ?? choice?.attributes['w:lastValue']
  if (choice && value) {
    const shown = elementsOf(choice, 'w:listItem')
      .filter(({ attributes }) => attributes['w:value'] === value)
      .flatMap(({ attributes }) => attributes['w:displayText'] ?? [])
    return { value, shownAs: [value, ...shown] }
  }
  const date = child(properties, 'w:date')
  const day = date && (bound ?? date.attributes['w:fullDate'])
  // A day is shown in any of a thousand ways: whether it is that one is told by its year and its day.
  if (day) return { value: day, shownAs: [day] }
  return bound ? { value: bound, shownAs: [bound] } : undefined
}

/** Properties of the file that Word binds its cover page to, by the id of their store. */
const PROPERTIES: Record<string, string> = {
  '{6C3C8BC8-F283-45AE-878A-BAB7291924A1}': 'core-properties',
  '{6668398D-A668-4E3E-A5EB-62B293D839F1}': 'extended-properties',
}

/** The data at a simple path (`/a:b[1]/c:d[1]`, an attribute at its end); undefined where it cannot be found. */
function boundData(binding: XmlElement | undefined, file: WordPackage): string | undefined {
  const { 'w:xpath': path = '', 'w:storeItemID': id = '' } = binding?.attributes ?? {}
  if (path === '') return undefined
  const type = PROPERTIES[id.toUpperCase()]
  const stores = type
    ? file.relationships('').filter((one) => one.type === type)
    : file.relationships(file.main).filter((one) => one.type === 'customXml' && isStore(file, one.target, id))
  for (const { target, external } of stores) {
    if (external || !file.has(target)) continue
    const found = at(file.xml(target).root, path)
    if (found !== undefined) return found.replace(/\s+/g, ' ').trim()
  }
  return undefined
}

function isStore(file: WordPackage, part: string, id: string): boolean {
  if (id === '') return true
  const [about] = file.relationships(part).filter(({ type }) => type === 'customXmlProps')
  if (!about || about.external || !file.has(about.target)) return true
  const own = Object.entries(file.xml(about.target).root.attributes).find(([name]) =>
    /itemID$/.test(name),
  )?.[1]
  return own === undefined || own.toUpperCase() === id.toUpperCase()
}

function at(root: XmlElement, path: string): string | undefined {
  const [first, ...steps] = path.split('/').filter((step) => step !== '')
  const name = (step: string) => step.replace(/\[\d+\]$/, '').replace(/^[^:]*:/, '')
  if (first === undefined || name(first) !== localName(root.name)) return undefined
  let element = root
  for (const step of steps) {
    if (step.startsWith('@')) {
      const found = Object.entries(element.attributes).find(([key]) => localName(key) === name(step.slice(1)))
      return found?.[1]
    }
    const place = Number(/\[(\d+)\]$/.exec(step)?.[1] ?? '1') - 1
    const next = elementsOf(element).filter((one) => localName(one.name) === name(step))[place]
    if (!next) return undefined
    element = next
  }
  return elementWords(element)
}

function localName(name: string): string {
  return name.slice(Math.max(name.lastIndexOf('}'), name.lastIndexOf(':')) + 1)
}

function elementWords({ children }: XmlElement): string {
  return children.map((node) => (node.type === 'text' ? node.text : elementWords(node))).join('')
}

/** The mark of a control that keeps something else than it shows: Word shows what is kept once it is touched. */
export function storedMark({
  stored: { value, shownAs },
  text,
  within,
  at,
}: {
  stored: StoredValue
  text: string
  within: string
  at: number
}): SourceMark | undefined {
  const shown = text.replace(/\s+/g, ' ').trim()
  if (shownAs.some((one) => one.toLowerCase() === shown.toLowerCase())) return undefined
  const [day] = /^\d{4}-\d\d-\d\d(?=T)/.exec(value) ?? []
  if (day && shown.includes(day.slice(0, 4)) && shown.includes(String(Number(day.slice(8))))) return undefined
  return { kind: 'stored-value', within, at: `${at} ${value}`, place: `“${value}” behind “${shown}”` }
}
