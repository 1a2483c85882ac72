import { child, elementsOf, type WordPackage, type XmlElement } from '../../ooxml/index.ts'
import { storyParts } from '../story-parts.ts'

/** A tracked row or cell with something in it that is not tracked as it is: Word shows it as if it stayed. */
export interface RowBreach {
  row: 'inserted' | 'deleted'
  of: 'row' | 'cell'
  /** The words that have no mark; where it is the end of a paragraph, the words of that. */
  words: string
}

/**
 * The tracked rows and cells of a redline in which words have no mark of their kind, or some ends of paragraphs have one and others
 * not: with one that marks no ends at all, as other programs do, nothing is wrong.
 */
export function rowBreaches(file: WordPackage): RowBreach[] {
  const found: RowBreach[] = []
  const visit = (element: XmlElement): void => {
    for (const node of elementsOf(element)) {
      const kind = kindOf(node)
      const of = node.name === 'w:tr' ? 'row' : 'cell'
      if (kind) found.push(...unmarkedIn(node, kind).map((words) => ({ row: kind, of, words }) as const))
      else visit(node)
    }
  }
  for (const { name } of storyParts(file)) visit(file.xml(name).root)
  return found
}

/** Whether a row or cell is tracked, and how. */
function kindOf(node: XmlElement): RowBreach['row'] | undefined {
  const kind = { 'w:tr': ['w:trPr', 'w:ins', 'w:del'], 'w:tc': ['w:tcPr', 'w:cellIns', 'w:cellDel'] }[
    node.name
  ]
  if (!kind) return undefined
  const [name, inserted, deleted] = kind as [string, string, string]
  const properties = child(node, name)
  if (child(properties, deleted)) return 'deleted'
  return child(properties, inserted) ? 'inserted' : undefined
}

const marks: Record<RowBreach['row'], RegExp> = {
  inserted: /^w:(?:ins|moveTo)$/,
  deleted: /^w:(?:del|moveFrom)$/,
}

function unmarkedIn(row: XmlElement, kind: RowBreach['row']): string[] {
  const found: string[] = []
  const ends: { words: string; isMarked: boolean }[] = []
  const visit = (element: XmlElement, isMarked: boolean): void => {
    for (const node of elementsOf(element)) {
      if (node.name === 'w:p') {
        const own = elementsOf(child(child(node, 'w:pPr'), 'w:rPr'))
        ends.push({ words: wordsIn(node), isMarked: own.some(({ name }) => marks[kind].test(name)) })
      }
      // A text box comes or goes with the run that it hangs on.
      if (node.name.endsWith('Pr') || node.name === 'w:txbxContent') continue
      const inside = isMarked || marks[kind].test(node.name)
      if (node.name === 'w:r' && !inside && wordsIn(node) !== '') found.push(wordsIn(node))
      visit(node, inside)
    }
  }
  visit(row, false)
  const isMixed = ends.some(({ isMarked }) => isMarked) && ends.some(({ isMarked }) => !isMarked)
  const unmarked = isMixed ? ends.filter(({ isMarked }) => !isMarked) : []
  return [...found, ...unmarked.map(({ words }) => `${words}¶`)]
}

function wordsIn(element: XmlElement): string {
  const { name, children } = element
  if (name === 'w:t' || name === 'w:delText')
    return children.map((node) => (node.type === 'text' ? node.text : '')).join('')
  return elementsOf(element).map(wordsIn).join('')
}
