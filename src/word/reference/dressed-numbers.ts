import { child, elementsOf, parseXml, type XmlElement } from '../../ooxml/index.ts'
import { copied, declarations } from './copy.ts'
import { abstractNumber, dressedLevel, inOrder, type ListLook } from './numbers.ts'

/** The lists of a firm, by what they are in a document of ours. */
export interface FirmLists {
  clauses: ListLook
  bullets: ListLook
  ordered: ListLook
}

/** The lists of a document of ours in a firm's look. */
export interface DressedNumbers {
  /** The part. */
  xml: string
  /** Number of a list in it, by ours. */
  numbers: ReadonlyMap<string, string>
  /** Whether the document has clauses that are counted. */
  hasClauses: boolean
}

/**
 * The firm's lists, and ours after them, which look as the firm's do.
 *
 * @param source our `word/numbering.xml`
 * @param styles id of a style that counts in each list, by the list's number
 */
export function dressedNumbers(
  source: string,
  styles: ReadonlyMap<string, string>,
  numbering: XmlElement | undefined,
  lists: FirmLists,
  leave: (what: string) => void,
): DressedNumbers {
  const ours = parseXml(source)
  const theirAbstract = elementsOf(numbering, 'w:abstractNum').filter((one) =>
    isId(one.attributes['w:abstractNumId']),
  )
  const theirNumbers = elementsOf(numbering, 'w:num').filter((one) => isId(one.attributes['w:numId']))
  const firstAbstract = highest(theirAbstract, 'w:abstractNumId') + 1
  const firstNumber = highest(theirNumbers, 'w:numId') + 1
  const roles = new Map<string, keyof FirmLists>()
  const own = elementsOf(ours, 'w:num')
  for (const num of own) {
    const role = roleOf(styles.get(num.attributes['w:numId'] ?? ''))
    const abstract = child(num, 'w:abstractNumId')?.attributes['w:val']
    if (role && abstract !== undefined) roles.set(abstract, role)
  }
  const abstract = elementsOf(ours, 'w:abstractNum').map((list, at) => {
    const role = roles.get(list.attributes['w:abstractNumId'] ?? '')
    const theirs = role ? lists[role] : []
    const deeper = Number(theirs[0]?.attributes['w:ilvl'] ?? 0)
    const levels = elementsOf(list, 'w:lvl').map((level, depth) =>
      dressedLevel(level, theirs[depth], role !== 'clauses', deeper, leave),
    )
    return { id: list.attributes['w:abstractNumId'] ?? '', now: firstAbstract + at, levels, list }
  })
  const numbers = new Map(own.map((num, at) => [num.attributes['w:numId'] ?? '', String(firstNumber + at)]))
  const written = own.map((num) => {
    const id = numbers.get(num.attributes['w:numId'] ?? '')
    const list = abstract.find((one) => one.id === child(num, 'w:abstractNumId')?.attributes['w:val'])
    const overrides = elementsOf(num, 'w:lvlOverride').map((one) => copied(one))
    return `<w:num w:numId="${id}"><w:abstractNumId w:val="${list?.now ?? firstAbstract}"/>${overrides.join('')}</w:num>`
  })
  const parts = [
    ...theirAbstract.map((one) => copied(inOrder(one))),
    ...abstract.map(({ list, now, levels }) => abstractNumber(list, now, levels)),
    ...theirNumbers.map((one) => copied(one)),
    ...written,
  ]
  return {
    xml: `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:numbering ${declarations}>${parts.join('')}</w:numbering>`,
    numbers,
    hasClauses: [...roles.values()].includes('clauses'),
  }
}

function roleOf(style: string | undefined): keyof FirmLists | undefined {
  if (style === undefined) return undefined
  if (/^Clause/.test(style)) return 'clauses'
  return style === 'ListBullet' ? 'bullets' : style === 'ListNumber' ? 'ordered' : undefined
}

function isId(value: string | undefined): boolean {
  return value !== undefined && /^\d{1,6}$/.test(value)
}

function highest(elements: readonly XmlElement[], name: string): number {
  return elements.reduce((most, one) => Math.max(most, Number(one.attributes[name])), 0)
}
