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
  /** Who answered, and when, as it is written. */
  by?: string
  on?: string
}

/** What a questionnaire prints, to tell the words of whoever answers from its own. */
export interface PrintedForm {
  /** Words of the question's cell, by the fact. */
  questions: ReadonlyMap<string, string>
  /** Questions for who answers and when. */
  about?: { by: string; on: string }
  /** Words that a place shows until it is filled. */
  placeholders?: ReadonlySet<string>
  /** Headings, and the sentence behind the tables, with which the questions end. */
  own: ReadonlySet<string>
  end: string
}

/** A part of a file in its order: the rows of a table, or a paragraph. */
export type FormPart = string[][] | string

const parser = unified().use(remarkParse).use(remarkGfm).freeze()

/**
 * The answers in a questionnaire, in Markdown. A question is known by its words, in an older form by its id, whatever has
 * become of the rest: in a table the last cell of the row is its answer; outside tables it is what stands behind the id
 * and a colon. Rows may have been moved, numbered anew or added.
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
  const form = answersInParts(parts, printed)
  return { ...form, answers: [...form.answers, ...lines] }
}

/** The answers in the tables of a file, and the words beside them. */
export function answersInParts(parts: FormPart[], printed?: PrintedForm): WrittenForm {
  const answers: WrittenAnswer[] = []
  const loose: string[] = []
  let within = false
  const about: Pick<WrittenForm, 'by' | 'on'> = {}
  for (const part of parts) {
    if (typeof part === 'string') {
      const words = folded(part)
      if (words === folded(printed?.end ?? '')) within = false
      else if (within && printed && words !== '' && !printed.own.has(words)) loose.push(part.trim())
      continue
    }
    const rows = part.map((cells) => ({
      cells,
      answer: answerIn(cells, printed),
      about: aboutIn(cells, printed),
    }))
    if (!rows.some((row) => row.answer ?? row.about)) continue
    within = true
    rows.forEach(({ cells, answer, about: said }, at) => {
      if (answer) answers.push(answer)
      else if (said) Object.assign(about, said.words === '' ? {} : { [said.which]: said.words })
      // The first row names the columns.
      else if (at > 0 && cells.some((cell) => cell.trim() !== '')) loose.push(cells.join(' | ').trim())
    })
  }
  return { answers, loose, ...about }
}

/** Who answers, or when, where a row asks that. */
function aboutIn(
  cells: string[],
  printed: PrintedForm | undefined,
): { which: 'by' | 'on'; words: string } | undefined {
  const { by, on } = printed?.about ?? {}
  const asks = (question: string | undefined) =>
    question !== undefined && cells.slice(0, -1).some((cell) => folded(cell) === folded(question))
  const which = asks(by) ? 'by' : asks(on) ? 'on' : undefined
  return which && { which, words: filledIn(cells.at(-1)!, printed).trim() }
}

/** What Word and LibreOffice show in a place that was emptied. */
const EMPTIED =
  /^(?:Choose an item\.|Click or tap (?:here to enter text|to enter a date)\.|Click here to enter (?:text|a date)\.|Enter text here\.)$/

/** An answer without what its places show until they are filled; of boxes, the ticked alone, where one is. */
function filledIn(words: string, printed: PrintedForm | undefined): string {
  const lines = words.split('\n').filter((line) => {
    const said = folded(line)
    return !printed?.placeholders?.has(said) && !EMPTIED.test(said)
  })
  return lines.join('\n')
}

/** The answer in a row, which is its last cell. */
function answerIn(cells: string[], printed?: PrintedForm): WrittenAnswer | undefined {
  const at = cells.findIndex((cell) => idIn(cell) !== undefined)
  if (at < 0) return askedIn(cells, printed)
  if (at === cells.length - 1) return undefined
  const { fact, rest } = idIn(cells[at]!)!
  const answer = { fact, words: filledIn(cells.at(-1)!, printed) }
  const own = printed?.questions.get(fact)
  const others = cells.slice(at + 1, -1).map((cell) => (own === undefined ? '' : addedTo(own, cell)))
  const beside = [...cells.slice(0, at).filter(isWords), rest, ...others]
    .filter((one) => one.trim() !== '')
    .join(' ')
  return beside === '' ? answer : { ...answer, beside }
}

/** The answer in a row that is known by the words of its question. */
function askedIn(cells: string[], printed: PrintedForm | undefined): WrittenAnswer | undefined {
  for (const [fact, question] of printed?.questions ?? []) {
    const at = cells.findIndex((cell) => folded(cell).startsWith(folded(question)))
    if (at < 0 || at === cells.length - 1) continue
    const answer = { fact, words: filledIn(cells.at(-1)!, printed) }
    const others = cells.slice(at + 1, -1)
    const beside = [...cells.slice(0, at).filter(isWords), addedTo(question, cells[at]!), ...others]
      .filter((one) => one.trim() !== '')
      .join(' ')
    return beside === '' ? answer : { ...answer, beside }
  }
  return undefined
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
