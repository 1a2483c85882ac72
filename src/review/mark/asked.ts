import type { Nodes, Parents, Table } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import { type ClauseNode, draft, type Templates } from '../../draft/index.ts'
import { withinSentence } from '../../in-words.ts'
import { type Level, type Library, levelWords } from '../../library/index.ts'
import type { Matter } from '../../matter/index.ts'
import type { AskedClause, AskedDefinition, AskedPaper, AskedParagraph, AskedWords } from './types.ts'

/** What our words are drafted from. */
export interface AskedInput {
  matter: Matter
  library: Library
  templates: Templates
}

/**
 * Our clauses at given levels as the addendum of the matter would have them, each with its paragraphs, and the clauses and
 * definitions that they refer to.
 *
 * @param levels by flow-down; others stand at the level of the matter
 */
export function askedPaper(
  { matter, library, templates }: AskedInput,
  levels: ReadonlyMap<string, Level>,
): AskedPaper {
  const positions = {
    ...matter.negotiation?.positions,
    ...Object.fromEntries(
      [...levels].map(([id, level]) => [id, levelWords[level] as 'preferred' | 'fallback' | 'walk-away']),
    ),
  }
  const { tree } = draft('vendor-addendum', {
    templates,
    matter: { ...matter, negotiation: { ...matter.negotiation, positions } },
    library,
    options: { form: 'inserted', allowBlanks: true, allowConflicts: true },
  })
  const nodes = tree.children.filter((node): node is ClauseNode => node.type === 'clauseBlock')
  const definitions = nodes.find(({ id }) => id === 'definitions')
  const [listed, interpretation] = (definitions?.children ?? []).filter(
    (node): node is ClauseNode => (node as Nodes).type === 'clauseBlock',
  )
  return {
    clauses: new Map(nodes.map((node) => [node.id, clauseOf(node)])),
    definitions: listed ? definitionsOf(listed) : [],
    interpretation: interpretation ? (clauseOf(interpretation).paragraphs[0]?.words ?? []) : [],
    product: matter.vendor?.product ?? '',
  }
}

function clauseOf(node: ClauseNode): AskedClause {
  return {
    id: node.id,
    heading: node.heading ? textOf({ type: 'root', children: node.heading } as Nodes) : '',
    paragraphs: paragraphsOf(node),
  }
}

/** The paragraphs of a clause: its numbered parts are one each, with their items behind them. */
function paragraphsOf(clause: ClauseNode): AskedParagraph[] {
  const children = clause.children as Nodes[]
  const parts = children.filter((node): node is ClauseNode => node.type === 'clauseBlock')
  // A clause of one part has its list at once.
  if (parts.length > 0 && parts.length < children.length && children[0]?.type === 'paragraph')
    return [partOf(clause, '')]
  const found: AskedParagraph[] = []
  let title: AskedWords = []
  for (const node of children) {
    if (node.type === 'clauseBlock') {
      found.push(partOf(node, node.id))
    } else if (node.type === 'table') {
      for (const words of rowsOf(node)) {
        found.push({ id: '', words: title.length > 0 ? [...title, ': ', ...words] : words, items: [] })
        title = []
      }
    } else {
      const words = wordsOf(node)
      if (/[.:;]$/.test(plain(words))) found.push({ id: '', words, items: [] })
      else title = words
    }
  }
  return found
}

/** A part of a clause, with the entries of its list. */
function partOf(node: ClauseNode, id: string): AskedParagraph {
  const children = node.children as Nodes[]
  const items = children.filter((child): child is ClauseNode => child.type === 'clauseBlock')
  return {
    id,
    words: children.flatMap((child) => (child.type === 'clauseBlock' ? [] : wordsOf(child))),
    items: items.map(allWords),
  }
}

function allWords({ children }: ClauseNode): AskedWords {
  return (children as Nodes[]).flatMap((child, at) => [
    ...(at === 0 ? [] : [' ']),
    ...(child.type === 'clauseBlock' ? allWords(child) : wordsOf(child)),
  ])
}

/** A table as sentences: one for a list of points, one for each row of a wider one. */
function rowsOf({ children: [head, ...rows] }: Table): AskedWords[] {
  const names = (head?.children ?? []).map((cell) => textOf(cell))
  const cells = rows.map(({ children }) => children.map(cellWords))
  if (names.length === 2) {
    const points = cells.flatMap(([point = [], what = []], at) => [
      ...(at === 0 ? [] : ['; ']),
      ...point,
      ': ',
      ...what,
    ])
    return [[...points, '.']]
  }
  return cells.map(([first = [], ...others]) => [
    ...first,
    ' (',
    ...others.flatMap((cell, at) => [`${at === 0 ? '' : '; '}${columnName(names[at + 1] ?? '')}: `, ...cell]),
    ').',
  ])
}

/** Parties are told as everywhere, and other names of columns in small letters. */
function columnName(name: string): string {
  return isParty(name) ? `the ${name}` : name === 'License' ? name : withinSentence(name)
}

function isParty(name: string): boolean {
  return /^(?:Customer|Vendor|Supplier|Reseller)$/.test(name)
}

/** A party alone in a cell is told as everywhere. */
function cellWords(cell: Nodes): AskedWords {
  const text = textOf(cell)
  return isParty(text) ? [`the ${text}`] : wordsOf(cell)
}

function definitionsOf(node: ClauseNode): AskedDefinition[] {
  return (node.children as Nodes[]).flatMap((child) => {
    const term = termIn(child)
    return term === undefined ? [] : [{ term, words: wordsOf(child) }]
  })
}

function termIn(node: Nodes): string | undefined {
  if (node.type === 'definedTerm') return node.term
  return 'children' in node ? (node.children as Nodes[]).map(termIn).find((term) => term) : undefined
}

function wordsOf(node: Nodes): AskedWords {
  if (node.type === 'clauseReference') return [{ target: node.target, bare: node.prefix === '' }]
  if (node.type === 'definedTerm') return [node.term]
  if (node.type === 'blank') return [`[${node.words}]`]
  if (node.type === 'break') return [' ']
  if ('value' in node) return [node.value.replace(/\s+/g, ' ')]
  return 'children' in node ? ((node as Parents).children as Nodes[]).flatMap(wordsOf) : []
}

function plain(words: AskedWords): string {
  return words.map((one) => (typeof one === 'string' ? one : '1')).join('')
}
