import type { Nodes } from 'mdast'
import type { ClauseNode } from '../../draft/index.ts'
import type { PointParagraph } from '../types.ts'

/** The paragraphs of a clause as they print, without their numbers; a heading further down runs into the first words. */
export function paragraphsOfClause(clause: ClauseNode): PointParagraph[] {
  const heading = wordsIn(clause.heading ?? [])
  const inner = clause.children.flatMap((child) => paragraphsOfNode(child as Nodes))
  if (heading === '') return inner
  if (clause.depth === 1) return [{ text: heading, heading: true }, ...inner]
  const [first, ...others] = inner
  if (first && clause.children[0]?.type === 'paragraph')
    return [{ text: `${heading}. ${first.text}` }, ...others]
  return [{ text: heading }, ...inner]
}

function paragraphsOfNode(node: Nodes): PointParagraph[] {
  if (node.type === 'note') return []
  if (node.type === 'clauseBlock') return paragraphsOfClause(node)
  if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') {
    const text = wordsIn(node.children).trim()
    return text === '' ? [] : [{ text }]
  }
  return 'children' in node ? node.children.flatMap((child) => paragraphsOfNode(child as Nodes)) : []
}

/** Words as the Word file prints them. */
function wordsIn(nodes: readonly Nodes[]): string {
  return nodes
    .map((node): string => {
      if (node.type === 'clauseReference') return `${node.prefix}${node.number}${node.suffix}`
      if (node.type === 'definedTerm') return node.term
      if (node.type === 'blank') return `[●: ${node.words}]`
      if (node.type === 'formField') return node.value
      if ('value' in node) return node.value
      return 'children' in node ? wordsIn(node.children as Nodes[]) : ''
    })
    .join('')
}
