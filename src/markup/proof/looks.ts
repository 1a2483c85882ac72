import { branchOf, child, elementsOf, type WordPackage, type XmlElement } from '../../ooxml/index.ts'
import { listKeysOf } from '../carry/definitions.ts'
import { looksOf } from '../write/looks.ts'

/** A paragraph's words, and how it and each stretch of it look. */
export interface LookedParagraph {
  words: string
  /** Of the paragraph: `style Heading1, centred` as its markup says it. */
  paragraph: string
  /** Looks of its letters, and how many in a row have them: `12×bold`. */
  letters: string
}

/**
 * How the paragraphs of a container look that have words, in the order in which they stand; those of tables and boxes too.
 *
 * @param file without tracked changes
 */
export function looksIn(file: WordPackage, container: XmlElement): LookedParagraph[] {
  const list = listKeysOf(file)
  const found: LookedParagraph[] = []
  const visit = (parent: XmlElement): void => {
    for (const node of elementsOf(parent)) {
      if (node.name === 'mc:AlternateContent') {
        const branch = branchOf(node)
        if (branch) visit(branch)
      } else {
        if (node.name === 'w:p') found.push(looked(node, list))
        visit(node)
      }
    }
  }
  visit(container)
  return found.filter(({ words }) => words !== '')
}

function looked(paragraph: XmlElement, list: (id: string) => string): LookedParagraph {
  const stretches: { looks: string; letters: number }[] = []
  let words = ''
  const visit = (parent: XmlElement): void => {
    for (const node of elementsOf(parent)) {
      if (node.name !== 'w:r') {
        // What stands in a drawing has paragraphs of its own.
        if (node.name !== 'w:txbxContent' && !node.name.endsWith('Pr')) visit(node)
        continue
      }
      const text = elementsOf(node, 'w:t')
        .flatMap(({ children }) => children.map((one) => (one.type === 'text' ? one.text : '')))
        .join('')
      if (text === '') continue
      words += text
      const looks = looksOf(child(node, 'w:rPr')).key
      const last = stretches.at(-1)
      if (last?.looks === looks) last.letters += text.length
      else stretches.push({ looks, letters: text.length })
    }
  }
  visit(paragraph)
  return {
    words,
    paragraph: looksOf(child(paragraph, 'w:pPr'), list).key,
    letters: stretches.map(({ looks, letters }) => `${letters}×${looks}`).join('; '),
  }
}

/** A paragraph that does not look as its side does, although it says the same. */
export interface LooksBreach {
  words: string
  /** Whether its own looks differ, or those of its letters. */
  of: 'paragraph' | 'letters'
  expected: string
  found: string
}

/** The paragraphs of which the looks did not come back; of those that do not say the same, nothing is told. */
export function looksBreaches(
  found: readonly LookedParagraph[],
  side: readonly LookedParagraph[],
): LooksBreach[] {
  return found.flatMap((own, at): LooksBreach[] => {
    const wanted = side[at]
    if (!wanted || wanted.words !== own.words) return []
    const { words } = own
    if (wanted.paragraph !== own.paragraph)
      return [{ words, of: 'paragraph', expected: wanted.paragraph, found: own.paragraph }]
    return wanted.letters === own.letters
      ? []
      : [{ words, of: 'letters', expected: wanted.letters, found: own.letters }]
  })
}
