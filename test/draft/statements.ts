import type { Nodes, Root, TableRow } from 'mdast'
import { SKIP, visit } from 'unist-util-visit'
import type { DraftDocument } from '../../src/draft/index.ts'

/** A paragraph, an entry of a list or a row of a table, which is read together. */
export interface Block {
  words: string
  /** Headings above it, the nearest last. */
  under: string[]
  /** Whether it is a row, whose cells are cited together. */
  row: boolean
  /** Whether it is an entry of a list. */
  item: boolean
}

/** The blocks of a document, in their order; headings, the heads of tables and words to copy are none. */
export function blocksOf({ tree }: DraftDocument): Block[] {
  const found: Block[] = []
  const under: string[] = []
  const take = (node: Nodes, item: boolean) =>
    found.push({ words: wordsOf(node), under: under.filter(Boolean), row: false, item })
  const head = (depth: number, words: string) => {
    under.length = Math.max(0, depth - 1)
    under[depth - 1] = words
  }
  visit(tree as Root, (node: Nodes, _, parent) => {
    switch (node.type) {
      case 'heading':
        head(node.depth, wordsOf(node))
        return SKIP
      case 'clauseBlock':
        if (node.heading) head(node.depth + 1, node.heading.map(wordsOf).join(''))
        return undefined
      case 'schedule':
        head(2, node.heading.map(wordsOf).join(''))
        return undefined
      case 'paragraph':
        take(node, parent?.type === 'listItem')
        return SKIP
      case 'table':
        for (const row of node.children.slice(1))
          found.push({ words: rowOf(row), under: under.filter(Boolean), row: true, item: false })
        return SKIP
      case 'code':
      case 'heatMap':
      case 'licenseClause':
      case 'signatures':
        return SKIP
      default:
        return undefined
    }
  })
  return found
}

function rowOf({ children }: TableRow): string {
  return children.map(wordsOf).join(' | ')
}

/** The words of a node as they are printed, references and defined terms among them. */
function wordsOf(node: Nodes): string {
  switch (node.type) {
    case 'clauseReference':
      return node.prefix + node.number + node.suffix
    case 'definedTerm':
      return node.term
    case 'blank':
      return `[●: ${node.words}]`
    default:
      if ('children' in node) return node.children.map((child) => wordsOf(child as Nodes)).join('')
      return 'value' in node ? node.value : ''
  }
}

/** `Llama 2 and 3.1, section 1.b.i`, `Llama 4, use policy, “…”`, `Llama 2, no such clause`. */
const citation =
  /(?:LLaMA|Llama)(?: [\d.]+)?(?:(?:,| and| or) (?:(?:LLaMA|(?:Meta )?Llama) ?)?[\d.]*)*,? (?:(?:sections?|definitions?|recitals?|titles?|silent|has no such clause|no such clause)\b|use policy, )/

/** Whether words say where what they say stands. */
export function isCited(words: string): boolean {
  return citation.test(words)
}

/** The sentences of a block that no citation covers: one covers those before it, back to the one before, and a row is one. */
export function uncitedSentences({ words, row }: Block): string[] {
  const start = citation.exec(words)
  // What opens with its place is all from there: `Llama 3.1, section 2. If …`
  if (start && (row || /^(?:Meta )?$/.test(words.slice(0, start.index)))) return []
  let open: string[] = []
  for (const sentence of sentencesOf(words)) {
    open.push(sentence)
    if (isCited(sentence)) open = []
  }
  return open
}

/** Sentences, and cells as such. */
function sentencesOf(words: string): string[] {
  return words
    .split(/ \| |(?<=[.!?][”’)]{0,2})\s+(?=[A-Z“‘[])/)
    .map((one) => one.trim())
    .filter((one) => one !== '')
}

/** Words by which a sentence speaks of what a license gives, asks or takes. */
const law =
  /\b(?:licen[cs]e[sed]*|licensee|licensor|Meta|agreement|use policy|policy|clauses?|terminat\w+|threshold|indemni\w+|bars?|barred|forbids?|forbidden|requires?|demands?|must|may not|not authori[sz]ed|no rights?|Llama Materials)\b/i

/** Whether a sentence speaks of the law, apart from the facts that the matter gives. */
export function speaksOfLaw(words: string, facts: readonly string[]): boolean {
  const plain = words.replaceAll(/https?:\/\/\S+|\S+@\S+|\bvendor\.\w+/g, ' ')
  return law.test(facts.reduce((rest, fact) => rest.replaceAll(fact, ' '), plain))
}

/** What a license does, as a sentence that states it has it. */
const does =
  '(?:is|are|has|have|may|can|cannot|must|gives?|grants?|asks?|demands?|requires?|allows?|bars?|forbids?|ends?|incorporates?|excludes?|limits?|withholds?|says|say|rules? out|applies|apply|binds?|terminates?|counts?|names?|defines?|speaks?|mentions?|makes?|takes?|leaves?|needs?|spares?)'
const whose =
  '(?:licen[cs]es?|agreements?|use polic(?:y|ies)|licensees?|licensors?|Meta|policy|clauses?|sections?|texts?|company|companies|threshold|Llama Materials)'
const stated = new RegExp(
  `\\b(?:(?:The|A|An|Each|Every|No|That|This|Their|Its|Both|Each of)(?: [\\w’.-]+){0,4} |the |each |a |every |of )?${whose}(?: (?:itself|alone|then|also|still))? ${does}\\b`,
  'i',
)

/** Whether a sentence states what a license does, and does not only name one. */
export function statesLaw(words: string, facts: readonly string[]): boolean {
  const rest = facts.reduce((all, fact) => all.replaceAll(fact, ' '), words)
  return stated.test(rest) || /\b(?:no rights? in|not authori[sz]ed)\b/i.test(rest)
}

/** Words by which we tell someone to do something. */
const tells =
  /^(?:(?:Please|Never|Do not|Where [^,]*,|Before [^,]*,|Once [^,]*,) )?(?:Add|Agree|Answer|Ask|Assess|Bar|Bind|Block|Bring|Build|Call|Check|Close|Collect|Compare|Confirm|Copy|Count|Decide|Delete|Design|Disclose|Display|Do|Document|Establish|Fill|Filter|Find|Fix|Follow|Forbid|Gate|Get|Give|Have|Hold|Insure|Keep|Label|Leave|Let|List|Log|Look|Make|Mark|Measure|Mend|Moderate|Move|Name|Negotiate|Offer|Pass|Plan|Promise|Publish|Put|Read|Record|Release|Remove|Replace|Report|Request|Review|Run|Say|Screen|Seek|Send|Separate|Serve|Set|Show|Split|State|Stop|Store|Structure|Switch|Take|Tell|Test|Train|Turn|Use|Watch|Weigh|Write)\b/

/** Whether a sentence tells someone what to do, says what is kept as evidence of it, or asks. */
export function isInstruction(words: string): boolean {
  if (/^Evidence: /.test(words)) return true
  return tells.test(words.replace(/^(?:“|\d+\. |What ends it: )/, '')) || /\?[”’)]?$/.test(words)
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
