import { elementsOf, unreadIn, type WordPackage, type XmlElement } from '../ooxml/index.ts'
import { behindShown } from './behind-shown.ts'
import { pairHeaders } from './headers.ts'
import { aroundWords } from './left-alone.ts'
import { looksIn } from './proof/looks.ts'
import { short } from './short.ts'
import { looksOf } from './write/looks.ts'

/**
 * What two files differ in, or hold, that a redline of them does not show: in words, one line each.
 *
 * @param looks whether looks are shown
 */
export function leftOut(left: WordPackage, right: WordPackage, looks: boolean): string[] {
  const { gone } = pairHeaders(left, right)
  return [
    ...gone.map(
      (part) => `${headerWords(left, part)} of the left file, for which the right file has no place`,
    ),
    ...sections(left, right),
    ...aroundWords(left, right),
    ...behindShown(left, right),
    ...(looks ? [] : otherLooks(left, right)),
    ...new Set([left, right].flatMap(unreadIn).map(({ kind, part }) => `${part} (${kind})`)),
  ]
}

function headerWords(file: WordPackage, part: string): string {
  const { root } = file.xml(part)
  const words = wordsIn(root).replace(/\s+/g, ' ').trim()
  const kind = root.name === 'w:ftr' ? 'footer' : 'header'
  return words === '' ? `an empty ${kind}` : `the ${kind} “${short(words)}”`
}

function wordsIn(element: XmlElement): string {
  if (element.name === 'w:t')
    return element.children.map((node) => (node.type === 'text' ? node.text : '')).join('')
  return elementsOf(element)
    .map(wordsIn)
    .join(element.name === 'w:p' ? '' : ' ')
}

/** Section breaks that came or went, or page setup that is another. */
function sections(left: WordPackage, right: WordPackage): string[] {
  const [ours, theirs] = [sectionKeys(left), sectionKeys(right)]
  if (ours.length !== theirs.length)
    return [`section breaks: the left file has ${ours.length} sections and the right ${theirs.length}`]
  const other = ours.flatMap((key, at) => (key === theirs[at] ? [] : [at + 1]))
  return other.length === 0 ? [] : [`page setup, which is another in section ${other.join(', ')}`]
}

function sectionKeys(file: WordPackage): string[] {
  const keys: string[] = []
  const visit = (element: XmlElement): void => {
    for (const node of elementsOf(element)) {
      if (node.name !== 'w:sectPr') visit(node)
      else {
        const children = node.children.filter(
          (one) => one.type === 'element' && !/^w:(?:header|footer)Reference$/.test(one.name),
        )
        keys.push(looksOf({ ...node, children }).key)
      }
    }
  }
  visit(file.xml(file.main).root)
  // A body that says nothing of its pages has one section all the same.
  return keys.length === 0 ? [''] : keys
}

/** Paragraphs of the body with the same words that look other: hidden or struck words among them, and other numbers. */
function otherLooks(left: WordPackage, right: WordPackage): string[] {
  const ours = new Map<string, string[]>()
  for (const { words, paragraph, letters } of looksIn(left, left.xml(left.main).root)) {
    const looks = `${paragraph}\n${letters}`
    const known = ours.get(words)
    if (known) known.push(looks)
    else ours.set(words, [looks])
  }
  const other = looksIn(right, right.xml(right.main).root).flatMap(({ words, paragraph, letters }) => {
    const before = ours.get(words)?.shift()
    return before === undefined || before === `${paragraph}\n${letters}` ? [] : [words]
  })
  if (other.length === 0) return []
  const more = other.length > 1 ? ` and ${other.length - 1} more` : ''
  return [
    `looks and numbers: “${short(other[0]!)}”${more}: the same words with other looks (--formatting shows how)`,
  ]
}
