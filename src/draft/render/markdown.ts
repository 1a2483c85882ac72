import type { BlockContent, Nodes, PhrasingContent, Root, RootContent, TableRow } from 'mdast'
import remarkDirective from 'remark-directive'
import remarkGfm from 'remark-gfm'
import remarkStringify from 'remark-stringify'
import { unified } from 'unified'
import { riskLevelOf } from '../../matter/index.ts'
import type { ClauseNode, DraftDocument, HeatMapNode, SignaturesNode } from '../types.ts'
import { headMatterOf } from './head-matter.ts'

// The directive extension knows that a colon before a name has to be escaped.
const writer = unified()
  .use(remarkGfm)
  .use(remarkDirective)
  .use(remarkStringify, { bullet: '-', fences: true, rule: '-' })
  .freeze()

/** A draft as Markdown (GitHub's), every number and reference written out. */
export function draftToMarkdown(draft: DraftDocument): string {
  const head: RootContent[] = headMatterOf(draft).map((line) => ({
    type: 'paragraph',
    children: [{ type: 'emphasis', children: [text(line)] }],
  }))
  const tree: Root = {
    type: 'root',
    children: [...head, ...draft.tree.children.flatMap(plain)] as RootContent[],
  }
  return writer.stringify(tree)
}

function text(value: string): PhrasingContent {
  return { type: 'text', value }
}

/** A node in the words of Markdown. */
function plain(node: Nodes): Nodes[] {
  switch (node.type) {
    case 'clauseBlock':
      return clause(node)
    case 'schedule':
      return [
        { type: 'thematicBreak' },
        { type: 'heading', depth: 2, children: [text(`${node.number}: `), ...inline(node.heading)] },
        ...node.children.flatMap(plain),
      ]
    case 'note':
      return [{ type: 'blockquote', children: node.children.flatMap(plain) as BlockContent[] }]
    case 'pageBreak':
      return [{ type: 'thematicBreak' }]
    case 'signatures':
      return signatures(node)
    case 'heatMap':
      return heatMap(node)
    case 'licenseClause': {
      const label: PhrasingContent[] = node.label === '' ? [] : [text(node.label)]
      const printed = node.change && label.length > 0 ? [{ type: node.change, children: label }] : label
      const space = label.length === 0 ? [] : [text(' ')]
      const all = inline(node.children)
      // A heading without a number, or a title, is one throughout.
      const words: PhrasingContent[] =
        node.kind === 'heading' || node.kind === 'title' ? [{ type: 'strong', children: all }] : all
      return [{ type: 'paragraph', children: [...inline(printed), ...space, ...words] }]
    }
    case 'clauseReference':
      return [text(node.prefix + node.number + node.suffix)]
    case 'blank':
      return [{ type: 'strong', children: [text(`[●: ${node.words}]`)] }]
    case 'formField':
      return node.value === '' ? [] : [text(node.value)]
    case 'definedTerm':
      return [{ type: 'strong', children: [text(node.term)] }]
    case 'insertion':
      return [{ type: 'html', value: '<ins>' }, ...inline(node.children), { type: 'html', value: '</ins>' }]
    case 'deletion':
      return [{ type: 'delete', children: inline(node.children) }]
    default:
      return 'children' in node ? [{ ...node, children: node.children.flatMap(plain) } as Nodes] : [node]
  }
}

function inline(nodes: PhrasingContent[]): PhrasingContent[] {
  return nodes.flatMap(plain) as PhrasingContent[]
}

/** A clause at the top has a heading; the number of one below starts its first paragraph. */
function clause({ number, depth, heading, children }: ClauseNode): Nodes[] {
  const rest = (children as Nodes[]).flatMap(plain)
  if (depth === 1 && heading) {
    return [{ type: 'heading', depth: 2, children: [text(`${number} `), ...inline(heading)] }, ...rest]
  }
  const start: PhrasingContent[] = [text(`${number} `)]
  if (heading) start.push({ type: 'strong', children: inline(heading) }, text('. '))
  const [first] = rest
  if (first?.type !== 'paragraph') return [{ type: 'paragraph', children: start }, ...rest]
  return [{ ...first, children: [...start, ...first.children] }, ...rest.slice(1)]
}

function signatures({ parties }: SignaturesNode): Nodes[] {
  const toFill = '____________________'
  return parties.map(({ name, capacity, others = [], notices, ...first }) => {
    const lines = [
      capacity === undefined ? name : `${name} (${capacity})`,
      ...[first, ...others].flatMap(({ signatory, title }) => [
        `By: ${toFill}`,
        `Name: ${signatory ?? toFill}`,
        `Title: ${title ?? toFill}`,
      ]),
      `Date: ${toFill}`,
      ...(notices ? [`Address for notices: ${toFill}`] : []),
    ]
    const children = lines.flatMap((line, index): PhrasingContent[] =>
      index === 0 ? [{ type: 'strong', children: [text(line)] }] : [{ type: 'break' }, text(line)],
    )
    return { type: 'paragraph', children }
  })
}

function heatMap({ cells, caption }: HeatMapNode): Nodes[] {
  const row = (words: string[]): TableRow => ({
    type: 'tableRow',
    children: words.map((word) => ({ type: 'tableCell', children: [text(word)] })),
  })
  const rows = cells.map((line, index) =>
    row([
      `Impact ${index + 1}`,
      ...line.map((labels, at) =>
        [riskLevelOf(at + 1, index + 1).level, labels.join(', ')].filter(Boolean).join(': '),
      ),
    ]),
  )
  const head = row(['', ...[1, 2, 3, 4, 5].map((likelihood) => `Likelihood ${likelihood}`)])
  return [
    { type: 'paragraph', children: [{ type: 'strong', children: [text(caption)] }] },
    { type: 'table', children: [head, ...rows.reverse()] },
  ]
}
