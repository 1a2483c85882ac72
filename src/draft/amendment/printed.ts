import type { BlockContent, Nodes, Paragraph, PhrasingContent } from 'mdast'
import type { ClauseNode } from '../types.ts'
import type { PairedClause } from './numbers.ts'

/** Prints words of the addendum as it is to be: with the numbers that were signed, and no clause of the amendment itself. */
export interface Printer {
  /** A clause and what is below it. */
  clause(paired: PairedClause): BlockContent[]
  /** Blocks without a number of their own. */
  blocks(nodes: readonly Nodes[]): BlockContent[]
}

/** @param numbers of clauses and schedules by their names */
export function printerOf(numbers: ReadonlyMap<string, string>): Printer {
  const inline = (nodes: readonly Nodes[]): PhrasingContent[] =>
    nodes.map((node): PhrasingContent => {
      switch (node.type) {
        case 'clauseReference':
          return {
            type: 'text',
            value: node.prefix + (numbers.get(node.target) ?? node.number) + node.suffix,
          }
        case 'definedTerm':
          return { type: 'strong', children: [{ type: 'text', value: node.term }] }
        default:
          return (
            'children' in node ? { ...node, children: inline(node.children as Nodes[]) } : { ...node }
          ) as PhrasingContent
      }
    })

  const block = (node: Nodes): BlockContent =>
    // A heading of the addendum is none of the amendment.
    node.type === 'heading'
      ? { type: 'paragraph', children: [{ type: 'strong', children: inline(node.children) }] }
      : node.type === 'paragraph'
        ? { type: 'paragraph', children: inline(node.children) }
        : ({
            ...node,
            ...('children' in node && { children: (node.children as Nodes[]).map(block) }),
            ...(node.type === 'tableCell' && { children: inline(node.children) }),
          } as BlockContent)

  const blocks = (nodes: readonly Nodes[]) =>
    nodes.filter(({ type }) => type !== 'clauseBlock').map((node) => block(node))

  const clause = ({ is, number, below }: PairedClause): BlockContent[] => {
    if (!is) return []
    const label = labelOf(is, number)
    const own = blocks(is.children)
    const [first, ...rest] = own
    const start: PhrasingContent[] = is.heading
      ? [{ type: 'strong', children: [text(`${label} `), ...inline(is.heading)] }]
      : [text(`${label} `)]
    const head: BlockContent[] =
      is.heading || first?.type !== 'paragraph'
        ? [paragraph(start), ...own]
        : [paragraph([...start, ...first.children]), ...rest]
    return [...head, ...below.flatMap(clause)]
  }
  return { clause, blocks }
}

/** What is printed before a clause: `6A.`, `6A.1`, `(b)`. */
function labelOf({ depth }: ClauseNode, number: string): string {
  if (depth === 1) return `${number}.`
  return depth === 2 ? number : (/\([^()]+\)$/.exec(number)?.[0] ?? number)
}

function text(value: string): PhrasingContent {
  return { type: 'text', value }
}

function paragraph(children: PhrasingContent[]): Paragraph {
  return { type: 'paragraph', children }
}
