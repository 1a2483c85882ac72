import {
  elementsOf,
  type ReadWordDocument,
  runReader,
  type Splice,
  type XmlElement,
} from '../../ooxml/index.ts'

/**
 * The runs of a part that are hidden, as splices that take them out, and the words that they hold. A hidden field goes whole or
 * not at all: half of one would break the file.
 */
export function hiddenRuns(
  root: XmlElement,
  styles: ReadWordDocument['styles'],
): { splices: Splice[]; words: string } {
  const splices: Splice[] = []
  const words: string[] = []
  const paragraph = (node: XmlElement) => {
    const style = elementsOf(elementsOf(node, 'w:pPr')[0], 'w:pStyle')[0]?.attributes['w:val']
    const reader = runReader(styles, style)
    const hidden: XmlElement[] = []
    const visit = (one: XmlElement): void => {
      if (one.name === 'w:p') paragraph(one)
      else if (one.name === 'w:r' && reader(one).hidden) hidden.push(one)
      else elementsOf(one).forEach(visit)
    }
    elementsOf(node).forEach(visit)
    const fields = balanced(hidden)
    for (const run of hidden) {
      if (!fields && holdsField(run)) continue
      if (holdsReference(run)) continue
      splices.push({ start: run.start, end: run.end, text: '' })
      words.push(wordsIn(run))
    }
  }
  const find = (node: XmlElement): void => {
    if (node.name === 'w:p') paragraph(node)
    else elementsOf(node).forEach(find)
  }
  find(root)
  return { splices, words: words.join('') }
}

function holdsField(run: XmlElement): boolean {
  return elementsOf(run).some(({ name }) => name === 'w:fldChar' || name === 'w:instrText')
}

/** What other parts refer to stays: a note without its sign would be no note of anything. */
function holdsReference(run: XmlElement): boolean {
  return elementsOf(run).some(({ name }) => /^w:(?:footnote|endnote)(?:Reference|Ref)$/.test(name))
}

/** Whether the hidden runs of a paragraph hold fields from their beginning to their end. */
function balanced(runs: readonly XmlElement[]): boolean {
  let open = 0
  for (const run of runs) {
    for (const { name, attributes } of elementsOf(run)) {
      if (name === 'w:instrText' && open === 0) return false
      if (name !== 'w:fldChar') continue
      if (attributes['w:fldCharType'] === 'begin') open += 1
      if (attributes['w:fldCharType'] === 'end') open -= 1
      if (open < 0) return false
    }
  }
  return open === 0
}

function wordsIn(node: XmlElement): string {
  return node.children.map((one) => (one.type === 'text' ? one.text : wordsIn(one))).join('')
}
