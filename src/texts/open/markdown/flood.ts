/** More lists and quotations within each other than this no agreement begins on one line. */
const deepest = 100
/** More brackets, or more marks of emphasis, than this no paragraph has. */
const most = 1000

/** A line that is an entry of a list, and how far in it begins. */
const ENTRY = /^([ \t]*)(?:[-+*]|\d{1,9}[.)])(?=[ \t])/

/** More lines than this no paragraph has. */
const longest = 5000

/** What begins a list or a quotation, one after the other at the start of a line. */
const CONTAINERS = /^(?:[ \t]*(?:>|[-+*](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$)))+/
const CONTAINER = />|[-+*](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$)/g
/** Where a link or a note leads, often one a line. */
const DEFINITION = /^ {0,3}\[[^\]]{1,200}\]:/
/** A line that ends the paragraph above: an item, a heading or a quotation. */
const BEGINS = /^ {0,3}(?:[-+*][ \t]|1[.)][ \t]|#{1,6}(?:[ \t]|$)|>)/
/** The line below a table's head. */
const DELIMITER = /^[ \t|:-]*-[ \t|:-]*$/

/**
 * What of a source would keep a reader of Markdown busy by the square of it: its paragraphs pair brackets with brackets
 * and stars with stars, and its lines nest lists and quotations.
 *
 * @returns in words for a note, undefined where there is no such thing
 */
export function floodIn(source: string): string | undefined {
  let brackets = 0
  let marks = 0
  let lines = 0
  let table = false
  let open = false
  const within: number[] = []
  for (const line of source.split(/\r\n?|\n/)) {
    if (nested(line) > deepest) return `lists or quotations nested over ${deepest} deep on a line`
    const blank = line.trim() === ''
    const entry = ENTRY.exec(line)
    if (!blank) {
      const indent = entry ? entry[1]!.length : /^[ \t]*/.exec(line)![0].length
      while (within.length > 0 && within.at(-1)! >= indent) within.pop()
      if (entry) within.push(indent)
      if (within.length > deepest) return `lists nested over ${deepest} deep`
    }
    if (blank) table = false
    else if (line.includes('|') && DELIMITER.test(line)) table = true
    const defines: boolean = !open && DEFINITION.test(line)
    if (table || blank || BEGINS.test(line) || defines) brackets = marks = lines = 0
    open = !blank && !defines
    lines += 1
    brackets += countOf(line, '[') + countOf(line, ']')
    marks += runsOf(line)
    if (lines > longest) return `over ${longest} lines in a paragraph`
    if (brackets > most) return `over ${most} brackets in a paragraph`
    if (marks > most) return `over ${most} marks of emphasis in a paragraph`
  }
  return undefined
}

function nested(line: string): number {
  const [start = ''] = CONTAINERS.exec(line.slice(0, deepest * 20)) ?? []
  return start.match(CONTAINER)?.length ?? 0
}

function countOf(line: string, sign: string): number {
  let count = 0
  for (let at = line.indexOf(sign); at >= 0; at = line.indexOf(sign, at + 1)) count += 1
  return count
}

/** Stars, underscores, tildes and backticks, those that follow each other counted once. */
function runsOf(line: string): number {
  if (!/[*_~`]/.test(line)) return 0
  return line.match(/\*+|_+|~+|`+/g)!.length
}
