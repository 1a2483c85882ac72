import type { Nodes, Root, TableRow } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import { SKIP, visit } from 'unist-util-visit'
import type { DraftDocument } from '../../src/draft/index.ts'

/** A paragraph, an entry of a list or a row of a table, which is read together and cited together. */
export interface Block {
  words: string
  /** Headings above it, the nearest last. */
  under: string[]
}

/** The blocks of a document, in their order; headings, the heads of tables and words to copy are none. */
export function blocksOf({ tree }: DraftDocument): Block[] {
  const found: Block[] = []
  const under: string[] = []
  const take = (node: Nodes) => found.push({ words: textOf(node), under: [...under] })
  visit(tree as Root, (node: Nodes) => {
    switch (node.type) {
      case 'heading':
        under.length = Math.max(0, node.depth - 1)
        under[node.depth - 1] = textOf(node)
        return SKIP
      case 'paragraph':
        take(node)
        return SKIP
      case 'table':
        for (const row of node.children.slice(1)) found.push({ words: rowOf(row), under: [...under] })
        return SKIP
      case 'code':
      case 'heatMap':
      case 'note':
      case 'signatures':
        return SKIP
      default:
        return undefined
    }
  })
  return found
}

function rowOf({ children }: TableRow): string {
  return children.map((cell) => textOf(cell)).join(' | ')
}

/** `Llama 2 and 3.1, section 1.b.i`, `Llama 4, use policy, “…”`, `Llama 2, no such clause`. */
const citation =
  /(?:LLaMA|Llama)(?: [\d.]+)?(?:(?:,| and| or) (?:(?:LLaMA|(?:Meta )?Llama) ?)?[\d.]*)*,? (?:(?:sections?|definitions?|recitals?|titles?|silent|has no such clause|no such clause)\b|use policy, )/

/** Whether a block says where what it says stands. */
export function isCited(words: string): boolean {
  return citation.test(words)
}

/** Words by which a sentence speaks of what a license gives, asks or takes. */
const law =
  /\b(?:licen[cs]e[sed]*|licensee|licensor|Meta|agreement|use policy|clauses?|terminat\w+|threshold|indemni\w+|bars?|barred|forbids?|forbidden|requires?|demands?|must|may not|no rights?)\b/i

/** Whether a block speaks of the law, apart from the facts that the matter gives. */
export function speaksOfLaw(words: string, facts: readonly string[]): boolean {
  return law.test(facts.reduce((rest, fact) => rest.replaceAll(fact, ' '), words))
}

/** Every value of a matter that is words, the longest first. */
export function factsIn(value: unknown): string[] {
  const found: string[] = []
  const walk = (one: unknown): void => {
    if (typeof one === 'string' && one.length > 2) found.push(one)
    else if (typeof one === 'object' && one !== null) for (const each of Object.values(one)) walk(each)
  }
  walk(value)
  return [...new Set(found)].sort((a, b) => b.length - a.length)
}
