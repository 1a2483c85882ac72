import type { RootContent, TableCell } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import { fieldOf } from '../fields.ts'

/** An answer in a questionnaire. */
export interface WrittenAnswer {
  /** Path of the fact, which is the question's id. */
  fact: string
  /** As it is written; empty where nothing is. */
  words: string
  /** Words of the same row that stand in no column for answers. */
  beside?: string
}

/** A questionnaire as it came back. */
export interface WrittenForm {
  answers: WrittenAnswer[]
  /** Words that stand in no row with a question's id: rows of their own, and what is between the tables. */
  loose: string[]
}

/** What a questionnaire prints, to tell the words of whoever answers from its own. */
export interface PrintedForm {
  /** Words of the question's cell, by the fact. */
  questions: ReadonlyMap<string, string>
  /** Headings, and the sentence behind the tables, with which the questions end. */
  own: ReadonlySet<string>
  end: string
}

/** A part of a file in its order: the rows of a table, or a paragraph. */
export type FormPart = string[][] | string

const parser = unified().use(remarkParse).use(remarkGfm).freeze()

/**
 * The answers in a questionnaire, in Markdown. A question is known by its id, whatever
 * has become of the rest: in a table the last cell of the row with the id is its answer; outside tables it is what stands
 * behind the id and a colon. Rows may have been moved, numbered anew or added.
 *
 * @example answersIn('| vendor.kind | What does it do? | saas |\n') // with a head row above
 */
export function answersIn(markdown: string, printed?: PrintedForm): WrittenForm {
  const parts: FormPart[] = []
  const lines: WrittenAnswer[] = []
  visit(parser.parse(markdown), (node) => {
    if (node.type === 'table') parts.push(node.children.map(({ children }) => children.map(cellWords)))
    if (node.type !== 'paragraph' && node.type !== 'heading')
      return node.type === 'table' ? 'skip' : undefined
    const found = answersOfLines(textOf(node))
    lines.push(...found)
    if (found.length === 0) parts.push(textOf(node))
    return 'skip'
  })
  const { answers, loose } = answersInParts(parts, printed)
  return { answers: [...answers, ...lines], loose }
}

/** The answers in the tables of a file, and the words beside them. */
export function answersInParts(parts: FormPart[], printed?: PrintedForm): WrittenForm {
  const answers: WrittenAnswer[] = []
  const loose: string[] = []
  let within = false
  for (const part of parts) {
    if (typeof part === 'string') {
      const words = folded(part)
      if (words === folded(printed?.end ?? '')) within = false
      else if (within && printed && words !== '' && !printed.own.has(words)) loose.push(part.trim())
      continue
    }
    const rows = part.map((cells) => ({ cells, answer: answerIn(cells, printed) }))
    if (!rows.some(({ answer }) => answer)) continue
    within = true
    rows.forEach(({ cells, answer }, at) => {
      if (answer) answers.push(answer)
      // The first row names the columns.
      else if (at > 0 && cells.some((cell) => cell.trim() !== '')) loose.push(cells.join(' | ').trim())
    })
  }
  return { answers, loose }
}

/** The answer in a row, which is its last cell. */
function answerIn(cells: string[], printed?: PrintedForm): WrittenAnswer | undefined {
  const at = cells.findIndex((cell) => idIn(cell) !== undefined)
  if (at < 0 || at === cells.length - 1) return undefined
  const { fact, rest } = idIn(cells[at]!)!
  const answer = { fact, words: cells.at(-1)! }
  const own = printed?.questions.get(fact)
  const others = cells.slice(at + 1, -1).map((cell) => (own === undefined ? '' : addedTo(own, cell)))
  const beside = [...cells.slice(0, at).filter(isWords), rest, ...others]
    .filter((one) => one.trim() !== '')
    .join(' ')
  return beside === '' ? answer : { ...answer, beside }
}

/** Rows may be numbered. */
function isWords(cell: string): boolean {
  return /\p{L}/u.test(cell)
}

/** What a cell says beyond the question that is printed in it; nothing where the question is put in other words. */
function addedTo(question: string, cell: string): string {
  const [own, said] = [folded(question), folded(cell)]
  if (said.startsWith(own)) return said.slice(own.length).trim()
  const words = new Set(own.toLowerCase().split(' '))
  const all = said.toLowerCase().split(' ')
  // An older form asks it in other words.
  return all.filter((word) => words.has(word)).length >= all.length / 3 ? '' : said
}

function folded(words: string): string {
  return words.replace(/[\s\u200B]+/g, ' ').trim()
}

/** A cell's words; a line break, which Markdown writes as HTML there, parts the items of a list. */
function cellWords(cell: TableCell): string {
  return cell.children
    .map((node: RootContent) =>
      node.type === 'html' && /^<br\s*\/?>$/i.test(node.value) ? '\n' : textOf(node),
    )
    .join('')
    .trim()
}

function answersOfLines(text: string): WrittenAnswer[] {
  return text.split('\n').flatMap((line) => {
    const [, id = '', words = ''] = /^\s*([\w.[\]]+)\s*:\s*(.*)$/.exec(line) ?? []
    const fact = factOf(id)
    return fact === undefined ? [] : [{ fact, words: words.trim() }]
  })
}

/** The fact that a cell names, and what else stands there. */
function idIn(words: string): { fact: string; rest: string } | undefined {
  const whole = factOf(words)
  if (whole !== undefined) return { fact: whole, rest: '' }
  const [, id = '', rest = ''] = /^[\s`*\u200B]*([\w.[\]\u200B]+)[\s`*:]+(.*)$/s.exec(words) ?? []
  const fact = factOf(id)
  return fact === undefined ? undefined : { fact, rest: rest.trim() }
}

/** The fact that a cell names and nothing else. */
function factOf(words: string): string | undefined {
  const id = words.replace(/[\s`*\u200B]/g, '').replace(/^matter\./, '')
  return id.includes('.') && fieldOf(id) ? id : undefined
}
