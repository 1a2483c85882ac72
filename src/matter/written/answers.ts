import type { RootContent, Table, TableCell } from 'mdast'
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
}

const parser = unified().use(remarkParse).use(remarkGfm).freeze()

/**
 * The answers in a questionnaire, in Markdown. A question is known by its id, whatever
 * has become of the rest: in a table the last cell of the row with the id is its answer; outside tables it is what stands
 * behind the id and a colon. Rows may have been moved, numbered anew or added.
 *
 * @example answersIn('| vendor.kind | What does it do? | saas |\n') // with a head row above
 */
export function answersIn(markdown: string): WrittenAnswer[] {
  const answers: WrittenAnswer[] = []
  visit(parser.parse(markdown), (node) => {
    if (node.type === 'table') {
      answers.push(...answersOfTable(node))
      return 'skip'
    }
    if (node.type === 'paragraph') answers.push(...answersOfLines(textOf(node)))
    return undefined
  })
  return answers
}

function answersOfTable({ children: rows }: Table): WrittenAnswer[] {
  return answersInRows(rows.map(({ children: cells }) => cells.map(cellWords)))
}

/** The answers in the rows of a table, cell by cell. */
export function answersInRows(rows: string[][]): WrittenAnswer[] {
  return rows.flatMap((words) => {
    const at = words.findIndex((one) => factOf(one) !== undefined)
    const answer = words.at(-1)
    if (at < 0 || answer === undefined || at === words.length - 1) return []
    return [{ fact: factOf(words[at]!)!, words: answer }]
  })
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

/** The fact that a cell names and nothing else. */
function factOf(words: string): string | undefined {
  const id = words.replace(/[\s`*\u200B]/g, '').replace(/^matter\./, '')
  return id.includes('.') && fieldOf(id) ? id : undefined
}
