import { child, elementsOf, type WordPackage, type XmlElement } from '../../ooxml/index.ts'
import { storyParts } from '../story-parts.ts'

/** A tracked row with something in it that is not tracked as the row is: Word shows it as if it stayed. */
export interface RowBreach {
  row: 'inserted' | 'deleted'
  /** The words that have no mark; where it is the end of a paragraph, the words of that. */
  words: string
}

/**
 * The tracked rows of a redline in which words have no mark of their kind, or some ends of paragraphs have one and others
 * not: with one that marks no ends at all, as other programs do, nothing is wrong.
 */
export function rowBreaches(file: WordPackage): RowBreach[] {
  const found: RowBreach[] = []
  const visit = (element: XmlElement): void => {
    for (const node of elementsOf(element)) {
      const kind = node.name === 'w:tr' ? rowKind(node) : undefined
      if (kind) found.push(...unmarkedIn(node, kind))
      else visit(node)
    }
  }
  for (const { name } of storyParts(file)) visit(file.xml(name).root)
  return found
}

function rowKind(row: XmlElement): RowBreach['row'] | undefined {
  const properties = child(row, 'w:trPr')
  if (child(properties, 'w:del')) return 'deleted'
  return child(properties, 'w:ins') ? 'inserted' : undefined
}

const marks: Record<RowBreach['row'], RegExp> = {
  inserted: /^w:(?:ins|moveTo)$/,
  deleted: /^w:(?:del|moveFrom)$/,
}

function unmarkedIn(row: XmlElement, kind: RowBreach['row']): RowBreach[] {
  const found: RowBreach[] = []
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
      if (node.name === 'w:r' && !inside && wordsIn(node) !== '')
        found.push({ row: kind, words: wordsIn(node) })
      visit(node, inside)
    }
  }
  visit(row, false)
  const isMixed = ends.some(({ isMarked }) => isMarked) && ends.some(({ isMarked }) => !isMarked)
  const unmarked = isMixed ? ends.filter(({ isMarked }) => !isMarked) : []
  return [...found, ...unmarked.map(({ words }) => ({ row: kind, words: `${words}¶` }))]
}

function wordsIn(element: XmlElement): string {
  const { name, children } = element
  if (name === 'w:t' || name === 'w:delText')
    return children.map((node) => (node.type === 'text' ? node.text : '')).join('')
  return elementsOf(element).map(wordsIn).join('')
}
