import { child, elementsOf, type XmlElement } from '../../ooxml/index.ts'
import { own } from '../../own.ts'
import { type Decide, goes, isMark } from './decision.ts'
import { columnsGone } from './grid.ts'
import { isRangeMark, loneRanges } from './ranges.ts'

/**
 * The markup of a part with its tracked changes resolved (ECMA-376 part 1, 17.13.5); what has none keeps its letters.
 *
 * @param root of the part
 * @param text that the part was read from
 * @param trace what is left in the place of a change, where whoever asks must know of it: see {@link Trace}
 */
export function resolvePart(root: XmlElement, text: string, decide: Decide, trace?: Trace): string {
  return new Resolver(root, text, decide, trace).part()
}

/** Words put in place of a resolved mark, so that its author is known afterwards. */
export interface Trace {
  /** Around what was inserted and stays. */
  around(mark: XmlElement): [open: string, close: string]
  /** Where something deleted stood: what its mark holds, or the row or cell that its mark stands in. */
  gone(mark: XmlElement, around?: XmlElement): string
  /** The traces in markup that goes. */
  left(markup: string): string
  /** An attribute for a paragraph or row whose mark was tracked and stays, and for looks whose change was. */
  attribute(mark: XmlElement): string
}

/** A paragraph whose end goes: what it holds waits for the next. */
interface Waiting {
  /** Its start tag and properties. */
  open: string
  properties: string
  content: string
  /** Trace of the insertion of its end: see {@link Trace.attribute}. */
  traced: string
}

class Resolver {
  private readonly text: string
  private readonly decide: Decide
  private readonly trace: Trace | undefined
  private readonly root: XmlElement
  private readonly touched = new Set<XmlElement>()
  /** Columns of grids that go. */
  private readonly columns = new Set<XmlElement>()
  /** Ends of ranges of moves whose start goes. */
  private readonly endedRanges: ReadonlySet<string>

  constructor(root: XmlElement, text: string, decide: Decide, trace: Trace | undefined) {
    this.root = root
    this.text = text
    this.decide = decide
    this.trace = trace
    const ended = new Set<string>()
    this.mark(root, ended)
    this.endedRanges = ended
  }

  part(): string {
    if (!this.touched.has(this.root)) return this.text
    return this.text.slice(0, this.root.start) + this.whole(this.root, false) + this.text.slice(this.root.end)
  }

  /** Notes which elements hold something that is resolved. */
  private mark(element: XmlElement, ended: Set<string>): boolean {
    let touched = false
    for (const node of elementsOf(element)) if (this.mark(node, ended)) touched = true
    if (isChange(element) && this.decide(element) !== 'keep') touched = true
    if (isRangeMark(element)) {
      if (element.name.endsWith('Start') && this.decide(element) !== 'keep')
        ended.add(`${element.name.slice(0, -5)} ${element.attributes['w:id']}`)
      touched = true
    }
    if (touched && element.name === 'w:tbl') this.markGrid(element)
    if (touched) this.touched.add(element)
    return touched
  }

  /** A column of which every cell goes is no column of the table any more. */
  private markGrid(table: XmlElement): void {
    const grid = child(table, 'w:tblGrid')
    const gone = columnsGone(table, (node) => this.goneBy(node) !== undefined)
    for (const column of gone) this.columns.add(column)
    if (grid && gone.size > 0) this.touched.add(grid)
  }

  private raw({ start, end }: XmlElement): string {
    return this.text.slice(start, end)
  }

  /** @param restored whether it stands in a deletion that is rejected */
  private whole(element: XmlElement, restored: boolean): string {
    const renamed = restored ? restoredNames.get(element.name) : undefined
    if (renamed !== undefined) return this.renamed(element, renamed)
    if (!this.touched.has(element) && !restored) return this.raw(element)
    if (isRangeMark(element)) return this.rangeMark(element)
    if (element.name.endsWith('Change')) return this.decide(element) === 'keep' ? this.raw(element) : ''
    if (isMark(element)) return this.marked(element, restored)
    if (element.name === 'w:p') return this.paragraph(element, restored)
    if (propertyNames.has(element.name)) return this.properties(element)
    const inner = this.inner(element, restored)
    if (emptied.has(element.name) && !hasContent(inner)) return inner
    if (element.name === 'w:sdt' && !holds(inner) && holds(this.raw(element)))
      return this.trace?.left(inner) ?? ''
    if (element.name === 'w:tbl' && !/<(?:\w+:)?tr[\s>]/.test(inner)) return this.trace?.left(inner) ?? ''
    return this.wrapped(element, inner)
  }

  private wrapped(element: XmlElement, inner: string): string {
    if (element.innerStart === element.end) {
      return inner === ''
        ? this.raw(element)
        : `${this.text.slice(element.start, element.end - 2)}>${inner}</${this.tag(element)}>`
    }
    return (
      this.text.slice(element.start, element.innerStart) +
      inner +
      this.text.slice(element.innerEnd, element.end)
    )
  }

  private tag(element: XmlElement): string {
    return /^<([^\s/>]+)/.exec(this.text.slice(element.start, element.innerStart))![1]!
  }

  private renamed(element: XmlElement, name: string): string {
    const tag = this.tag(element)
    const to = `${tag.slice(0, tag.indexOf(':') + 1)}${name}`
    const raw = this.raw(element)
    const opened = `<${to}${raw.slice(tag.length + 1)}`
    return raw.endsWith(`</${tag}>`) ? `${opened.slice(0, -tag.length - 3)}</${to}>` : opened
  }

  /** What is in an element, its blocks and rows joined or gone as their marks say. */
  private inner(element: XmlElement, restored: boolean): string {
    const parts: string[] = []
    let at = element.innerStart
    let waiting: Waiting | undefined
    const flush = () => {
      if (waiting && hasContent(waiting.content))
        parts.push(`${waiting.open}${waiting.properties}${waiting.content}${this.closeOf('p')}`)
      else if (waiting) parts.push(loneMarks(waiting.content), this.trace?.left(waiting.content) ?? '')
      waiting = undefined
    }
    for (const node of elementsOf(element)) {
      parts.push(this.text.slice(at, node.start))
      at = node.end
      if (node.name === 'w:p') {
        const before: Waiting | undefined = waiting
        waiting = undefined
        const own = this.paragraphParts(node, restored)
        const joined = before ? joinedParts(before, own) : own
        if (own.ends) {
          parts.push(opened(joined), joined.properties, joined.content, this.closeOf('p', joined.open))
        } else waiting = joined
        continue
      }
      if (waiting && blocks.has(node.name)) {
        const kept = this.whole(node, restored)
        if (kept === '') continue
        flush()
        parts.push(kept)
        continue
      }
      if (this.columns.has(node)) continue
      const mark = this.goneBy(node)
      if (!mark) parts.push(this.whole(node, restored))
      else parts.push(this.trace?.gone(mark, node) ?? '')
    }
    flush()
    parts.push(this.text.slice(at, element.innerEnd))
    const joined = parts.join('')
    // A cell, a note or a box ends with a paragraph, whatever was deleted.
    if (ended.has(element.name) && !/<(?:\w+:)?p[\s/>]/.test(joined)) return `${joined}<${this.prefix()}p/>`
    return joined
  }

  private prefix(): string {
    const tag = this.tag(this.root)
    return this.root.name.startsWith('w:') ? tag.slice(0, tag.indexOf(':') + 1) : 'w:'
  }

  private closeOf(name: string, open?: string): string {
    const tag = open && /^<([^\s/>]+)/.exec(open)?.[1]
    return `</${tag || this.prefix() + name}>`
  }

  /** The mark by which a row or cell is not there any more. */
  private goneBy(node: XmlElement): XmlElement | undefined {
    const properties = node.name === 'w:tr' ? 'w:trPr' : node.name === 'w:tc' ? 'w:tcPr' : undefined
    if (properties === undefined) return undefined
    return elementsOf(child(node, properties)).find((mark) => isMark(mark) && goes(mark, this.decide))
  }

  private paragraph(element: XmlElement, restored: boolean): string {
    const own = this.paragraphParts(element, restored)
    return `${opened(own)}${own.properties}${own.content}${this.closeOf('p', own.open)}`
  }

  private paragraphParts(element: XmlElement, restored: boolean): Waiting & { ends: boolean } {
    const own = child(element, 'w:pPr')
    const marks = elementsOf(child(own, 'w:rPr')).filter(isMark)
    const ends = !marks.some((mark) => goes(mark, this.decide))
    const raw = this.text.slice(element.start, element.innerStart)
    const open = element.innerStart === element.end ? `${raw.slice(0, -2)}>` : raw
    // One end may have been inserted by one and deleted by another; whoever inserted it is the first.
    const [first] = ends ? marks : []
    const gone = ends ? '' : marks.map((mark) => this.trace?.gone(mark) ?? '').join('')
    const content = this.withoutProperties(element, own, restored) + gone
    return {
      open,
      properties: own ? this.properties(own) : '',
      content,
      traced: (first && this.trace?.attribute(first)) ?? '',
      ends,
    }
  }

  private withoutProperties(element: XmlElement, own: XmlElement | undefined, restored: boolean): string {
    if (!own) return this.inner(element, restored)
    return this.inner(
      { ...element, innerStart: own.end, children: element.children.filter((node) => node !== own) },
      restored,
    )
  }

  private marked(mark: XmlElement, restored: boolean): string {
    const decision = this.decide(mark)
    if (decision === 'keep') return this.wrapped(mark, this.inner(mark, restored))
    // A mark that stands alone says something of its paragraph, row, cell or number, and has been heard.
    if (!goes(mark, this.decide)) {
      const inner = this.inner(mark, restored || leavingNames.has(mark.name))
      if (inner === '' || !this.trace) return inner
      const [open, close] = this.trace.around(mark)
      return open + inner + close
    }
    return (
      loneRanges(mark, this.text) + (this.trace && elementsOf(mark).length > 0 ? this.trace.gone(mark) : '')
    )
  }

  private rangeMark(mark: XmlElement): string {
    const gone = mark.name.endsWith('Start')
      ? this.decide(mark) !== 'keep'
      : this.endedRanges.has(`${mark.name.slice(0, -3)} ${mark.attributes['w:id']}`)
    return gone ? '' : this.raw(mark)
  }

  /** Properties as they are, or as they were where a change of them is rejected. */
  private properties(element: XmlElement): string {
    const change = child(element, `${element.name}Change`)
    if (change && this.decide(change) === 'reject') {
      const before = elementsOf(change)[0]
      const kept = elementsOf(element)
        .filter(({ name }) => own(outlasting, element.name)?.has(name))
        .map((node) => this.whole(node, false))
      // What Word says the looks were may have marks of its own, which are resolved with it.
      const old = !before
        ? ''
        : elementsOf(before).some(isMark)
          ? elementsOf(before)
              .filter((node) => !isMark(node))
              .map((node) => this.raw(node))
              .join('')
          : this.text.slice(before.innerStart, before.innerEnd)
      const first = element.name === 'w:sectPr'
      return this.wrapped(element, first ? kept.join('') + old : old + kept.join(''))
    }
    const kept = this.wrapped(element, this.inner(element, false))
    const traced = change && this.decide(change) === 'accept' ? this.trace?.attribute(change) : undefined
    return traced ? kept.replace(/^<[^\s/>]+/, (tag) => `${tag}${traced}`) : kept
  }
}

function opened({ open, traced }: Waiting): string {
  return traced === '' ? open : `${open.slice(0, -1)}${traced}>`
}

/** What a paragraph is once those before it have joined it: their looks where they have words. */
function joinedParts(before: Waiting, own: Waiting): Waiting {
  if (!hasContent(before.content)) return { ...own, content: before.content + own.content }
  const section = /<(?:\w+:)?sectPr[\s>]/
  // What says that somebody inserted or deleted the end that they now share stands in the properties of that end.
  const tracked = /<(?:\w+:)?rPr(?:\s[^>]*)?>\s*(?:<(?:\w+:)?(?:ins|del|moveFrom|moveTo)\s)/
  const ends = [section.test(own.properties), section.test(before.properties), tracked.test(own.properties)]
  const looks = ends.includes(true) ? own : before
  return {
    open: before.open,
    traced: own.traced,
    properties: looks.properties,
    content: before.content + own.content,
  }
}

const blocks = new Set(['w:tbl', 'w:sdt', 'w:customXml', 'w:altChunk', 'w:sectPr', 'mc:AlternateContent'])
const ended = new Set(['w:tc', 'w:footnote', 'w:endnote', 'w:txbxContent', 'w:hdr', 'w:ftr'])
/** Wrappers that say nothing once what they hold is gone. */
const emptied = new Set(['w:hyperlink', 'w:fldSimple', 'w:smartTag'])
const leavingNames = new Set(['w:del', 'w:moveFrom'])
const restoredNames = new Map([
  ['w:delText', 't'],
  ['w:delInstrText', 'instrText'],
])
const propertyNames = new Set([
  'w:rPr',
  'w:pPr',
  'w:sectPr',
  'w:tblPr',
  'w:tblPrEx',
  'w:tblGrid',
  'w:trPr',
  'w:tcPr',
])
/** What a change of properties says nothing about, and stays. */
const outlasting: Readonly<Record<string, ReadonlySet<string>>> = {
  'w:pPr': new Set(['w:rPr', 'w:sectPr']),
  'w:sectPr': new Set(['w:headerReference', 'w:footerReference']),
  'w:trPr': new Set(['w:ins', 'w:del']),
  'w:tcPr': new Set(['w:cellIns', 'w:cellDel', 'w:cellMerge']),
  'w:rPr': new Set(['w:ins', 'w:del', 'w:moveFrom', 'w:moveTo']),
}

function isChange(element: XmlElement): boolean {
  return isMark(element) || (element.name.startsWith('w:') && element.name.endsWith('Change'))
}

/** Whether a content control holds a paragraph, a table, a row or words. */
function holds(markup: string): boolean {
  return /<(?:\w+:)?(?:p|tbl|tr|tc|r|oMath|oMathPara)[\s/>]/.test(markup)
}

/** Whether markup holds something that is read: a run with more than looks, an equation. */
function hasContent(markup: string): boolean {
  if (!/<(?:\w+:)?(?:r|oMath|oMathPara|t)[\s>]/.test(markup)) return false
  const bare = markup.replace(/<(\w+:)?rPr(?:\s[^>]*)?(?:\/>|(?<!\/)>.*?<\/\1?rPr>)/gs, '')
  return /<(?:\w+:)?(?:r|t)(?:\s[^>]*)?(?<!\/)>(?!<\/)|<(?:\w+:)?oMath(?:Para)?[\s>]/.test(bare)
}

/** Starts and ends of places in markup that has no words: they may stand between paragraphs, empty runs may not. */
function loneMarks(markup: string): string {
  return [...markup.matchAll(/<(?:\w+:)?(?:bookmark|commentRange|perm)(?:Start|End)\s[^>]*\/>/g)].join('')
}
