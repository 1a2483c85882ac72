import type { WordPackage } from '../package/package.ts'
import type { XmlElement } from '../xml/types.ts'
import { elementsOf } from '../xml/walk.ts'

/** Properties of the file that Word binds its cover page to, by the id of their store. */
const PROPERTIES: Record<string, string> = {
  '{6C3C8BC8-F283-45AE-878A-BAB7291924A1}': 'core-properties',
  '{6668398D-A668-4E3E-A5EB-62B293D839F1}': 'extended-properties',
}

/** The data at a simple path (`/a:b[1]/c:d[1]`, an attribute at its end); undefined where it cannot be found. */
export function boundData(binding: XmlElement | undefined, file: WordPackage): string | undefined {
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
