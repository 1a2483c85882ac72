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
  /** Words of the same row that stand in no column for answers, and remarks that hang on it or are about it. */
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
  /** The question alone, without how to answer it. */
  asks?: ReadonlyMap<string, string>
  /** Questions for who answers and when. */
  about?: { by: string; on: string }
  /** Words that a place shows until it is filled. */
  placeholders?: ReadonlySet<string>
  /** Headings, and the sentence behind the tables, with which the questions end. */
  own: ReadonlySet<string>
  end: string
  /** Title of what follows that nobody answers. */
  after?: string
}

/** A row: its cells, and what hangs on them without being among their words. */
export interface FormRow {
  cells: string[]
  remarks: string[]
}

/** A part of a file in its order: the rows of a table, a paragraph, or a remark that hangs on no row. */
export type FormPart = (string[] | FormRow)[] | string | { remark: string }

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

/** Words that are in no row of a question, and the answers that they may be about. */
interface Aside {
  words: string
  near: WrittenAnswer[]
}

/**
 * The answers in the tables of a file, and the words beside them. A remark in a row of its own or under a table is about the
 * questions that it names by number, else about any that the table asks: their answers stay open.
 */
export function answersInParts(parts: FormPart[], printed?: PrintedForm): WrittenForm {
  const answers: WrittenAnswer[] = []
  const numbered = new Map<number, WrittenAnswer>()
  const asides: Aside[] = []
  let near: WrittenAnswer[] = []
  let within = false
  const about: Pick<WrittenForm, 'by' | 'on'> = {}
  for (const part of parts) {
    if (typeof part === 'string') {
      const words = folded(part)
      const ends = printed === undefined ? undefined : endIn(words, printed)
      const isSaid = within ? words !== '' && printed && !printed.own.has(words) : namesAnswer(words)
      if (ends !== 'same' && ends !== 'after' && answers.length > 0 && isSaid)
        asides.push({ words: part.trim(), near: ends === undefined ? near : [] })
      if (ends !== undefined) {
        within = false
        near = []
      }
      continue
    }
    if (!Array.isArray(part)) {
      asides.push({ words: part.remark, near: [] })
      continue
    }
    const rows = part.map((row) => {
      const { cells, remarks } = Array.isArray(row) ? { cells: row, remarks: [] } : row
      const said = answerIn(cells, printed)
      const beside = [said?.beside ?? '', ...remarks].filter((one) => one !== '').join(' ')
      const answer = said && beside !== '' ? { ...said, beside } : said
      return { cells, remarks, answer, about: aboutIn(cells, printed) }
    })
    if (!rows.some((row) => row.answer ?? row.about)) {
      asides.push(...rows.flatMap(({ remarks }) => remarks.map((words) => ({ words, near: [] }))))
      continue
    }
    within = true
    near = rows.flatMap(({ answer }) => answer ?? [])
    rows.forEach(({ cells, remarks, answer, about: said }, at) => {
      if (answer) {
        answers.push(answer)
        const number = /^\d{1,3}$/.exec(folded(cells[0] ?? ''))?.[0]
        if (number !== undefined) numbered.set(Number(number), answer)
        return
      }
      asides.push(...remarks.map((words) => ({ words, near: [] })))
      if (said) Object.assign(about, said.words === '' ? {} : { [said.which]: said.words })
      // The first row names the columns.
      else if (at > 0 && cells.some((cell) => cell.trim() !== ''))
        asides.push({ words: cells.join(' | ').trim(), near })
    })
  }
  for (const aside of asides) holdOpen(aside, numbered)
  return { answers, loose: asides.map(({ words }) => words), ...about }
}

/** Keeps open what a remark is about. */
function holdOpen({ words, near }: Aside, numbered: ReadonlyMap<number, WrittenAnswer>): void {
  const named = numbersIn(words).flatMap((number) => numbered.get(number) ?? [])
  const about = named.length > 0 ? named : near.filter((answer) => answer.words.trim() !== '')
  for (const answer of about)
    answer.beside = [answer.beside ?? '', words].filter((one) => one !== '').join(' ')
}

/** How words refer to a question by its number: `Note to 8`, `questions 8 and 9`, `Q8`, `8: …`. */
const REFERS =
  /(?:^|\b(?:notes?|answers?|questions?|rows?|items?|nos?\.?|numbers?|points?|re|ad|to|on|for|q|#)[\s.:#]*)(\d{1,3}(?:\s*(?:,|&|and|or|to|-|–)\s*\d{1,3})*)(?![\d.,]*\d|\s*(?:days?|hours?|months?|years?|%))/gi

function numbersIn(words: string): number[] {
  return [...words.matchAll(REFERS)].flatMap(([, numbers]) => (numbers!.match(/\d+/g) ?? []).map(Number))
}

/** Whether words behind the questions are about one of them all the same. */
function namesAnswer(words: string): boolean {
  return /\b(?:notes?|answers?|questions?|q|ad|re)\b[\s.:#]*(?:to |on |no\.? ?)?(?:questions? |answers? )?\d{1,3}\b/i.test(
    words,
  )
}

/** Whether a paragraph ends the questions: with the form's sentence, one that was made of it, or the title of what follows. */
function endIn(words: string, { end, after }: PrintedForm): 'same' | 'edited' | 'after' | undefined {
  if (words === folded(end)) return 'same'
  if (after !== undefined && words.endsWith(folded(after))) return 'after'
  const own = new Set(
    folded(end)
      .toLowerCase()
      .match(/\p{L}+/gu) ?? [],
  )
  const said = words.toLowerCase().match(/\p{L}+/gu) ?? []
  const kept = new Set(said.filter((word) => own.has(word))).size
  return said.length <= own.size * 3 && kept >= own.size * 0.6 ? 'edited' : undefined
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
  const words = cell.children.map(saidBy).join('').trim()
  // Words that are struck and nothing beside them are told, and are no answer.
  return words === '' && textOf(cell).trim() !== '' ? `~~${textOf(cell).trim()}~~` : words
}

/** The words of a node: what is struck is not said, and a note's mark stays, since words hang on it. */
function saidBy(node: RootContent): string {
  if (node.type === 'html') return /^<br\s*\/?>$/i.test(node.value) ? '\n' : node.value
  if (node.type === 'delete') return ''
  if (node.type === 'footnoteReference') return `[^${node.identifier}]`
  return 'children' in node ? (node.children as RootContent[]).map(saidBy).join('') : textOf(node)
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
