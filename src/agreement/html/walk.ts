import { parse } from 'parse5'
import { countWords } from '../count-words.ts'
import { isOwnAddress } from '../link.ts'
import type { Omission, SourceBlock, SourceParagraph, SourcePicture, SourceRow } from '../source.ts'
import { fieldOf } from './form.ts'
import { isHidden, type StyleSheet, styleSheetOf } from './hidden.ts'
import { indentOf } from './indent.ts'
import { marksOf } from './list.ts'
import {
  attribute,
  type HtmlElement,
  type HtmlNode,
  type HtmlParent,
  type HtmlText,
  isElement,
  isText,
  notText,
  styleOf,
  wordsBelow,
  wordsInside,
} from './node.ts'
import { withFewOpen } from './open-formatting.ts'
import { Paragraph } from './paragraph.ts'
import { raised } from './raised.ts'
import { positionOf, signsAround } from './set.ts'
import { styleWords } from './style-words.ts'
import { hangingLabels, isLayout, rowsOf } from './table.ts'

/** How a page is read. */
export interface HtmlOptions {
  /** Of words marked as deleted and inserted (`del`, `ins`): with all accepted, or as they were. */
  view?: 'accepted' | 'original'
  /** Whether words that a browser does not show are read with the rest. */
  hidden?: boolean
}

/** What a page says. */
export interface HtmlPage {
  blocks: SourceBlock[]
  /** Where its links lead, a paragraph each, but for those whose words are their address. */
  links: SourceParagraph[]
  /** The same words as lines of text, where most of them are set as such (`pre`). */
  lines?: string
  leftOut: Omission[]
  unread: Omission[]
  /** Each by its address, or by its bytes where they stand in the page. */
  pictures: SourcePicture[]
  /** Whether it marks words as deleted or inserted. */
  revisions: boolean
  /** How many style sheets it takes from other files. */
  sheetsElsewhere: number
}

const BLOCKS = new Set(
  'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav ol optgroup p plaintext pre search section summary table tbody td tfoot th thead tr ul xmp'.split(
    ' ',
  ),
)
const LISTS = new Set(['ol', 'ul', 'menu', 'dir'])
const PREFORMATTED = new Set(['pre', 'textarea', 'listing', 'xmp', 'plaintext'])
const BOLD = new Set(['b', 'strong', 'th'])
/** What a page shows from elsewhere, or draws. */
const EMBEDDED = new Set('iframe frame object embed video audio canvas applet'.split(' '))
/** Tables in cells deeper than this are read as lines: no page means them. */
const DEEPEST_TABLE = 20

/** A list set as a table stands in a few tables of a page's layout at most. */
const DEEPEST_LIST = 5

const SET_AS_BLOCK = /^(?:block|list-item|flex|grid)$/

type Step = HtmlNode | (() => void)

/**
 * Reads the blocks of an HTML page, in the order of the source: paragraphs with the numbers that a browser prints, tables
 * as tables. The walk keeps its own stack: a page nested ten thousand deep is read like any other.
 *
 * @param source the page, decoded
 */
export function readPage(source: string, options: HtmlOptions = {}): HtmlPage {
  const tree = parse(withFewOpen(asHtml(source)), { sourceCodeLocationInfo: true, scriptingEnabled: false })
  const { page } = new Walk(tree, options)
  // Words that a page gives names of its own are put in by XML's readers alone.
  if (/<!ENTITY\s/.test(source.slice(0, 4000)))
    page.unread.push({ kind: 'entities', place: 'of the page itself' })
  return page
}

/** XML lets any element close itself, which HTML takes for one that is open until the page's end. */
function asHtml(source: string): string {
  if (!/^\s*<\?xml\b|xmlns=["']http:\/\/www\.w3\.org\/1999\/xhtml/.test(source.slice(0, 4000))) return source
  return source.replace(
    /<(script|style|title|iframe|textarea|div|p|span|a|td|li|b|i|em|strong)(\s[^<>]*?)?\/>/g,
    '<$1$2></$1>',
  )
}

/** A walk over one page: what is open at the place where it stands. */
class Walk {
  readonly page: HtmlPage = {
    blocks: [],
    links: [],
    leftOut: [],
    unread: [],
    pictures: [],
    revisions: false,
    sheetsElsewhere: 0,
  }
  private readonly steps: Step[] = []
  private readonly sheet: StyleSheet
  private readonly leaveOut: 'del' | 'ins'
  private readonly hidden: string[] = []
  private readonly revised: string[] = []
  private readonly options: string[] = []
  private readonly unseen: string[] = []
  private readonly tips: string[] = []
  private readonly styled: string[]
  private readonly lines: string[] = []
  private preformatted = 0
  private set = 0
  private blocks = this.page.blocks
  private open = new Paragraph()
  private pre = 0
  private bold = 0
  private lists = 0
  private indent = 0
  private tables = 0
  private nested = 0
  private list = ''
  private listsSoFar = 0
  private moved = 0

  private readonly choice: HtmlOptions

  constructor(tree: HtmlParent, choice: HtmlOptions) {
    this.choice = choice
    this.sheet = choice.hidden ? [] : styleSheetOf(tree)
    const { printed, elsewhere } = styleWords(tree)
    this.styled = printed
    this.page.sheetsElsewhere = elsewhere
    this.leaveOut = choice.view === 'original' ? 'ins' : 'del'
    this.enterChildren(tree)
    for (let step = this.steps.pop(); step; step = this.steps.pop()) {
      if (typeof step === 'function') step()
      else if (isText(step)) this.text(step)
      else if (isElement(step)) this.element(step)
    }
    this.flush()
    this.finish()
  }

  private finish(): void {
    const { page } = this
    const omit = (kind: string, words: string[]) => {
      const text = words.filter(Boolean).join('\n')
      if (text !== '') page.leftOut.push({ kind, place: '', words: countWords(text), text })
    }
    omit('hidden', this.hidden)
    omit('options', this.options)
    omit('unseen', this.unseen)
    omit('tips', this.tips)
    omit('style-words', this.styled)
    omit(this.leaveOut === 'del' ? 'deleted' : 'inserted', this.revised)
    const tables = page.blocks.some(({ type }) => type === 'table')
    if (this.preformatted * 2 > this.set && !tables) page.lines = this.lines.join('\n\n')
  }

  private enterChildren({ childNodes }: HtmlParent): void {
    for (let at = childNodes.length - 1; at >= 0; at -= 1) this.steps.push(childNodes[at]!)
  }

  private text(node: HtmlText): void {
    const value = this.pre > 0 ? node.value : node.value.replace(/[ \t\r\n\f\u00a0]+/g, ' ')
    if (/\S/.test(value)) this.open.at(node.sourceCodeLocation, this.bold > 0, this.pre > 0)
    this.open.add(value)
  }

  private element(element: HtmlElement): void {
    const name = element.tagName
    if (notText.has(name)) {
      this.noText(element)
      return
    }
    if (!this.choice.hidden && isHidden(element, this.sheet)) {
      this.hidden.push(wordsBelow(element, isBlock), fieldOf(element)?.shown ?? '')
      return
    }
    const tip = attribute(element, 'title')?.trim() ?? ''
    if (tip !== '') this.tips.push(tip)
    const ground = /background[^;]*url\(\s*["']?([^"')]+)/i.exec(attribute(element, 'style') ?? '')?.[1]
    if (ground !== undefined) this.page.pictures.push({ place: ground.slice(0, 200), identity: ground })
    const field = fieldOf(element)
    if (EMBEDDED.has(name)) this.embedded(element)
    else if (name === 'br') this.open.add('\n')
    else if (name === 'img' || name === 'area') {
      this.open.addApart(attribute(element, 'alt') ?? '')
      if (name === 'img') this.picture(element)
      else this.link(element)
    } else if (field) {
      this.options.push(...field.others)
      this.open.addApart(field.shown)
    } else if (name === this.leaveOut) {
      this.page.revisions = true
      this.revised.push(wordsBelow(element, isBlock))
    } else if (name === 'table') this.table(element)
    else if (BLOCKS.has(name) || SET_AS_BLOCK.test(styleOf(element, 'display') ?? '')) this.block(element)
    else this.inline(element)
  }

  /** What is no text of the page: a template that a browser shows in place is read, of the rest the words are counted. */
  private noText(element: HtmlElement): void {
    const name = element.tagName
    if (name === 'base') this.lead('[base]', attribute(element, 'href'))
    else if (name === 'head')
      for (const child of element.childNodes.filter(isElement)) {
        if (child.tagName === 'base') this.noText(child)
      }
    else if (
      name === 'template' &&
      attribute(element, 'shadowrootmode') !== undefined &&
      'content' in element
    )
      this.enterChildren(element.content as HtmlParent)
    else if (name === 'script' || name === 'style' || name === 'template')
      this.unseen.push(wordsInside(element))
  }

  private picture(element: HtmlElement): void {
    const source = [attribute(element, 'src'), attribute(element, 'srcset')].filter(Boolean).join(' ').trim()
    // What measures visitors is a point.
    if (source === '' || /^[01]$/.test(attribute(element, 'width') ?? '')) return
    this.page.pictures.push({ place: source.replace(/^(data:[^,;]*)[\s\S]*/, '$1'), identity: source })
  }

  private block(element: HtmlElement): void {
    const name = element.tagName
    this.flush()
    if (name === 'form') this.lead('[form]', attribute(element, 'action'))
    if (name === 'textarea' && wordsBelow(element, () => false) === '')
      this.open.addApart(attribute(element, 'placeholder') ?? '')
    const indent = indentOf(element)
    const depth = LISTS.has(name) ? 1 : 0
    const pre = PREFORMATTED.has(name) || /^pre/.test(styleOf(element, 'white-space') ?? '') ? 1 : 0
    const bold = BOLD.has(name) || isBold(element) ? 1 : 0
    const outline = outlineOf(element)
    this.indent += indent
    this.lists += depth
    this.pre += pre
    this.bold += bold
    if (outline !== undefined) this.open.outline = outline
    this.steps.push(() => {
      this.flush()
      const { mark } = this.open
      if (name === 'li') this.flushMark()
      // A heading's level ends with it; the mark of an entry waits for its first words.
      this.open = new Paragraph()
      if (mark && name !== 'li') this.open.mark = mark
      this.indent -= indent
      this.lists -= depth
      this.pre -= pre
      this.bold -= bold
    })
    if (depth === 0) {
      this.enterChildren(element)
      return
    }
    const marks = marksOf(element)
    if (this.lists === 1) {
      this.listsSoFar += 1
      this.list = `list-${this.listsSoFar}`
    }
    for (let at = element.childNodes.length - 1; at >= 0; at -= 1) {
      const child = element.childNodes[at]!
      this.steps.push(child)
      const mark = isElement(child) ? marks.get(child) : undefined
      if (mark !== undefined) {
        this.steps.push(() => {
          this.flush()
          this.flushMark()
          this.open.mark = { label: mark, level: this.lists - 1, list: this.list }
        })
      }
    }
  }

  private inline(element: HtmlElement): void {
    const name = element.tagName
    if (name === 'ins' || name === 'del') this.page.revisions = true
    const bold = BOLD.has(name) || isBold(element) ? 1 : 0
    this.bold += bold
    if (name === 'q') this.open.add('“')
    if (name === 'rt') this.open.add(' (')
    const position = positionOf(element)
    const moved = position !== undefined
    const { before, after } = signsAround(element)
    if (before !== '') this.open.add(before)
    const { open } = this
    const from = open.length
    // What is raised inside what is raised is read with it.
    const outermost = moved && this.moved === 0
    if (moved) this.moved += 1
    this.steps.push(() => {
      this.bold -= bold
      if (moved) this.moved -= 1
      if (outermost && open === this.open) open.replaceFrom(from, (words) => raised(words, position))
      if (after !== '') this.open.add(after)
      if (name === 'q') this.open.add('”')
      if (name === 'rt') this.open.add(')')
      if (name === 'a') this.link(element)
      if (name === 'button')
        this.lead(
          wordsBelow(element, () => false),
          attribute(element, 'formaction'),
        )
    })
    this.enterChildren(element)
  }

  private link(element: HtmlElement): void {
    const words = wordsBelow(element, () => false) || (attribute(element, 'alt') ?? '')
    this.lead(words === '' ? '[picture]' : words, attribute(element, 'href'))
  }

  /** Where words lead. */
  private lead(words: string, address = ''): void {
    const target = address.trim()
    if (target === '' || /^(?:#|javascript:)/i.test(target) || isOwnAddress(words, target)) return
    this.page.links.push({ type: 'paragraph', text: `${words}: ${target}` })
  }

  private embedded(element: HtmlElement): void {
    const where = attribute(element, 'src') ?? attribute(element, 'data') ?? ''
    const empty = where === '' && attribute(element, 'srcdoc') === undefined && element.tagName === 'iframe'
    // What measures visitors has no size and shows nothing.
    if (empty || attribute(element, 'width') === '0' || attribute(element, 'height') === '0') return
    this.page.unread.push({
      kind: 'embedded',
      place: `<${element.tagName}>${where === '' ? '' : ` ${where}`}`,
    })
  }

  private table(element: HtmlElement): void {
    this.flush()
    this.flushMark()
    const rows = rowsOf(element).filter(({ element: row }) => this.shows(row))
    const deep = this.tables >= DEEPEST_TABLE
    const hanging = this.nested < DEEPEST_LIST ? hangingLabels(rows) : undefined
    this.nested += 1
    if (deep || isLayout(element, rows) || hanging) {
      this.steps.push(() => {
        this.flush()
        this.nested -= 1
      })
      if (!hanging) this.enterChildren(element)
      for (const { label, words } of hanging?.reverse() ?? []) {
        this.steps.push(words, () => {
          this.flush()
          this.open.add(`${label} `)
        })
      }
      return
    }
    const outer = this.blocks
    const read: SourceRow[] = []
    const start = element.sourceCodeLocation
    this.tables += 1
    this.steps.push(() => {
      this.flush()
      this.tables -= 1
      this.nested -= 1
      this.blocks = outer
      if (read.some(({ cells }) => cells.some(({ blocks }) => blocks.length > 0)))
        outer.push({ type: 'table', rows: read, ...(start && { position: placeOf(start) }) })
    })
    for (let at = rows.length - 1; at >= 0; at -= 1) {
      const { cells, head } = rows[at]!
      for (let place = cells.length - 1; place >= 0; place -= 1) this.cell(cells[place]!, read)
      this.steps.push(() => read.push({ cells: [], ...(head && { head }) }))
    }
    for (const caption of element.childNodes.filter(isElement).filter(({ tagName }) => tagName === 'caption'))
      this.steps.push(caption)
  }

  /** Hidden rows leave their words with the other hidden ones. */
  private shows(row: HtmlElement): boolean {
    const group = row.parentNode
    const hidden =
      !this.choice.hidden &&
      (isHidden(row, this.sheet) ||
        (group !== null && 'attrs' in group && group.tagName !== 'table' && isHidden(group, this.sheet)))
    if (hidden) this.hidden.push(wordsBelow(row, isBlock))
    return !hidden
  }

  private cell(cell: HtmlElement, rows: SourceRow[]): void {
    const columns = spanOf(cell, 'colspan')
    const high = spanOf(cell, 'rowspan')
    const blocks: SourceBlock[] = []
    this.steps.push(
      () => this.flush(),
      cell,
      () => {
        this.flush()
        rows.at(-1)?.cells.push({
          blocks,
          ...(columns > 1 && { columns }),
          ...(high > 1 && { rows: high }),
        })
        this.blocks = blocks
      },
    )
  }

  /** The mark of an entry that has no words of its own before the next list or table. */
  private flushMark(): void {
    const { mark } = this.open
    if (!mark) return
    if (mark.label !== '•') this.blocks.push({ type: 'paragraph', text: '', ...mark })
    this.open = new Paragraph()
  }

  private flush(): void {
    const { open } = this
    if (!open.hasWords) return
    this.open = new Paragraph()
    const paragraphs = open.paragraphs(this.columns)
    for (const one of paragraphs) this.blocks.push(one)
    this.set += open.length
    if (open.preformatted) this.preformatted += open.length
    this.lines.push(
      open.preformatted
        ? open.words
        : paragraphs.map(({ label = '', text }) => `${label} ${text}`.trim()).join('\n\n'),
    )
  }

  private get columns(): number {
    return this.indent + Math.max(0, this.lists) * 4
  }
}

function isBlock(name: string): boolean {
  return BLOCKS.has(name)
}

function isBold(element: HtmlElement): boolean {
  return /^(?:bold|bolder|[6-9]00)$/.test(styleOf(element, 'font-weight') ?? '')
}

function outlineOf(element: HtmlElement): number | undefined {
  const level = /^h([1-6])$/.exec(element.tagName)?.[1]
  if (level !== undefined) return Number(level)
  if (attribute(element, 'role')?.toLowerCase() !== 'heading') return undefined
  return Math.min(9, Math.max(1, Number(attribute(element, 'aria-level')) || 2))
}

function spanOf(cell: HtmlElement, name: 'colspan' | 'rowspan'): number {
  const value = Number(attribute(cell, name))
  return Number.isInteger(value) && value > 1 ? Math.min(value, 1000) : 1
}

function placeOf(location: { startLine: number; startCol: number; endLine: number; endCol: number }) {
  return {
    start: { line: location.startLine, column: location.startCol },
    end: { line: location.endLine, column: location.endCol },
  }
}
