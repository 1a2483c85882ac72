import type { Nodes, Paragraph, Parents, Root, TableRow } from 'mdast'
import { passagesOf } from '../check/passages.ts'
import { occurs } from '../check/terms.ts'
import { nodesOf } from './nodes.ts'

/** A definition of a list: its paragraph or row, the terms that it defines, and its words. */
interface Definition {
  paragraph: Paragraph | TableRow
  terms: string[]
  words: string
}

/**
 * Takes out the definitions of a list whose terms neither the document nor a definition that stays uses: which clauses
 * are in decides which terms are needed, and no clause has to know.
 */
export function dropDefinitions(tree: Root): void {
  const listed: Definition[] = nodesOf(tree, 'paragraph')
    .filter((paragraph) => paragraph.data?.definition)
    .map(definitionOf)
  // A field of a cover page that is called by a name is one as well.
  for (const row of nodesOf(tree, 'tableRow')) {
    const terms = row.children[0] ? termsOf(row.children[0]) : []
    if (terms.length > 0) listed.push({ ...definitionOf(row), terms })
  }
  if (listed.length === 0) return
  const inList = new Set<Nodes>(listed.map(({ paragraph }) => paragraph))
  // Taken out to read the rest, and those that are needed put back in their places.
  const places = takeOut(tree, inList)
  const body = treeWords(tree)
  const needed = new Set<Nodes>()
  for (let more = [body]; more.length > 0; ) {
    const words = more.join('\n')
    const found = listed.filter(
      ({ paragraph, terms }) => !needed.has(paragraph) && terms.some((term) => occurs(words, term)),
    )
    for (const { paragraph } of found) needed.add(paragraph)
    more = found.map((one) => one.words)
  }
  for (const [parent, children] of places) {
    parent.children = children.filter(
      (child) => !inList.has(child as Nodes) || needed.has(child as Nodes),
    ) as typeof parent.children
  }
}

function definitionOf(paragraph: Paragraph | TableRow): Definition {
  return {
    paragraph,
    terms: termsOf(paragraph),
    words: treeWords({ type: 'root', children: [paragraph as Paragraph] }),
  }
}

function termsOf(node: Nodes): string[] {
  return nodesOf(node, 'definedTerm').map(({ term }) => term)
}

/** Removes nodes from their parents. Returns those parents with the children that they had. */
function takeOut(tree: Root, nodes: ReadonlySet<Nodes>): Map<Parents, Nodes[]> {
  const places = new Map<Parents, Nodes[]>()
  const walk = (node: Nodes): void => {
    if (!('children' in node)) return
    const children = node.children as Nodes[]
    if (children.some((child) => nodes.has(child))) {
      places.set(node, children)
      node.children = children.filter((child) => !nodes.has(child)) as typeof node.children
    }
    for (const child of node.children) walk(child)
  }
  walk(tree)
  return places
}

function treeWords(tree: Root): string {
  return passagesOf(tree)
    .map(({ words }) => words)
    .join('\n')
}
