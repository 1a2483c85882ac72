import type { Element, ElementContent, Root as HtmlRoot } from 'hast'
import type { Nodes, Paragraph, PhrasingContent } from 'mdast'
import { type Handlers, type State, toHast } from 'mdast-util-to-hast'
import rehypeSanitize, { defaultSchema } from 'rehype-sanitize'
import rehypeStringify from 'rehype-stringify'
import { unified } from 'unified'
import { riskLevelOf } from '../../matter/index.ts'
import type {
  BlankNode,
  ClauseNode,
  DefinedTermNode,
  DraftDocument,
  FormFieldNode,
  HeatMapNode,
  LicenseClauseNode,
  NoteNode,
  ReferenceNode,
  ScheduleNode,
  SignaturesNode,
} from '../types.ts'
import { headMatterOf } from './head-matter.ts'
import { style } from './style.ts'

const schema = {
  ...defaultSchema,
  // The names are the templates' own, and references point at them.
  clobberPrefix: '',
  tagNames: [...(defaultSchema.tagNames ?? []), 'header', 'main', 'aside', 'mark', 'dfn', 'caption'],
  attributes: {
    ...defaultSchema.attributes,
    // The default keeps no class of a section but that of footnotes.
    section: [],
    '*': [...(defaultSchema.attributes?.['*'] ?? []), 'className', 'scope'],
  },
}

const writer = unified().use(rehypeSanitize, schema).use(rehypeStringify).freeze()

/** A draft as HTML to stand inside another page, which has a style for it: running head and words, sanitised. */
export function draftBody(draft: DraftDocument): string {
  return contentOf(draft, 'div', 'div')
}

function contentOf(draft: DraftDocument, headTag: string, bodyTag: string): string {
  const body = toHast(draft.tree, { handlers, allowDangerousHtml: false }) as HtmlRoot
  const head = headMatterOf(draft).map((line) => element('p', {}, [words(line)]))
  const page: HtmlRoot = {
    type: 'root',
    children: [element(headTag, {}, head), element(bodyTag, {}, body.children as ElementContent[])],
  }
  return writer.stringify(writer.runSync(page) as HtmlRoot)
}

/** A draft as one HTML page that needs nothing else and prints on the draft's paper. */
export function draftToHtml(draft: DraftDocument): string {
  return `<!doctype html>
<html lang="${draft.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped([draft.title, draft.properties.matter].filter((part) => part !== '').join(': '))}</title>
<style>${style(draft)}</style>
</head>
<body>
${contentOf(draft, 'header', 'main')}
</body>
</html>
`
}

function escaped(text: string): string {
  return text.replace(/[&<>]/g, (char) => `&#${char.charCodeAt(0)};`)
}

function element(tagName: string, properties: Element['properties'], children: ElementContent[]): Element {
  return { type: 'element', tagName, properties, children }
}

function words(value: string): ElementContent {
  return { type: 'text', value }
}

function inline(state: State, nodes: PhrasingContent[]): ElementContent[] {
  return state.all({ type: 'paragraph', children: nodes }) as ElementContent[]
}

function content(state: State, node: Nodes): ElementContent[] {
  return state.wrap(state.all(node as Parameters<State['all']>[0]), true) as ElementContent[]
}

const handlers: Handlers = {
  paragraph: (state, node: Paragraph) =>
    element('p', node.data?.record ? { className: ['record'] } : {}, inline(state, node.children)),
  clauseBlock: (state, node: ClauseNode) => {
    const number = element('span', { className: ['number'] }, [words(node.number)])
    const heading = node.heading && inline(state, node.heading)
    const first =
      node.depth === 1
        ? element('h2', {}, [number, words(' '), ...(heading ?? [])])
        : element('p', { className: ['label'] }, [
            number,
            words(' '),
            ...(heading ? [element('strong', {}, heading)] : []),
          ])
    return element(
      'section',
      { className: ['clause', `depth-${node.depth}`], ...(node.id && { id: node.id }) },
      [first, ...content(state, node as Nodes)],
    )
  },
  schedule: (state, node: ScheduleNode) =>
    element('section', { className: ['schedule'], ...(node.id && { id: node.id }) }, [
      element('h2', {}, [words(`${node.number}: `), ...inline(state, node.heading)]),
      ...content(state, node as Nodes),
    ]),
  note: (state, node: NoteNode) => element('aside', { className: ['note'] }, content(state, node as Nodes)),
  pageBreak: () => element('hr', { className: ['page-break'] }, []),
  licenseClause: (state, node: LicenseClauseNode) =>
    element('p', { className: ['license-clause', `depth-${Math.min(node.depth + 1, 5)}`] }, [
      ...labelOf(node),
      ...headed(node, inline(state, node.children)),
    ]),
  clauseReference: (_, { target, prefix, number, suffix }: ReferenceNode) =>
    element('a', { href: `#${target}` }, [words(prefix + number + suffix)]),
  formField: (_, { value }: FormFieldNode) => words(value),
  blank: (_, node: BlankNode) => element('mark', {}, [words(`[●: ${node.words}]`)]),
  definedTerm: (_, { term }: DefinedTermNode) => element('dfn', {}, [words(term)]),
  insertion: (state, node) => element('ins', {}, inline(state, node.children)),
  deletion: (state, node) => element('del', {}, inline(state, node.children)),
  signatures: (_, { parties }: SignaturesNode) =>
    element('div', { className: ['signatures'] }, parties.map(signature)),
  heatMap: (_, node: HeatMapNode) => heatMap(node),
}

/** A heading without a number, or a title, is one throughout. */
function headed({ kind }: LicenseClauseNode, children: ElementContent[]): ElementContent[] {
  return kind === 'heading' || kind === 'title' ? [element('strong', {}, children)] : children
}

function labelOf({ label, change }: LicenseClauseNode): ElementContent[] {
  if (label === '') return []
  const printed = words(`${label} `)
  return [change === undefined ? printed : element(change === 'insertion' ? 'ins' : 'del', {}, [printed])]
}

function signature({
  name,
  capacity,
  others = [],
  notices,
  ...first
}: SignaturesNode['parties'][number]): Element {
  const line = (label: string, value = '') =>
    element('p', { className: ['line'] }, [element('span', {}, [words(label)]), words(` ${value}`)])
  return element('div', { className: ['signature'] }, [
    element('p', {}, [element('strong', {}, [words(name)])]),
    ...(capacity === undefined ? [] : [element('p', {}, [words(capacity)])]),
    ...[first, ...others].flatMap(({ signatory, title }) => [
      line('By:'),
      line('Name:', signatory),
      line('Title:', title),
    ]),
    line('Date:'),
    ...(notices ? [line('Address for notices:')] : []),
  ])
}

/** The level in words, so that no color is needed, and the numbers of the findings. */
function heatCell(level: string, labels: string[]): Element {
  const numbers = labels.length === 0 ? [] : [words(' '), element('strong', {}, [words(labels.join(', '))])]
  return element('td', { className: ['heat', level] }, [words(level), ...numbers])
}

function heatMap({ cells, caption }: HeatMapNode): Element {
  const head = (text: string, scope: string) => element('th', { scope }, [words(text)])
  const columns = [1, 2, 3, 4, 5].map((likelihood) => head(`Likelihood ${likelihood}`, 'col'))
  const rows = cells.map((row, index) =>
    element('tr', {}, [
      head(`Impact ${index + 1}`, 'row'),
      ...row.map((labels, at) => heatCell(riskLevelOf(at + 1, index + 1).level, labels)),
    ]),
  )
  return element('table', { className: ['heat-map'] }, [
    element('caption', {}, [words(caption)]),
    element('thead', {}, [element('tr', {}, [element('td', {}, []), ...columns])]),
    element('tbody', {}, rows.reverse()),
  ])
}
