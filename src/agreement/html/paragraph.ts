import type { Position } from 'unist'
import { readLabel } from '../label.ts'
import type { SourceParagraph } from '../source.ts'

interface Location {
  startLine: number
  startCol: number
  endLine: number
  endCol: number
}

/** The paragraph that a walk is in: its words so far and what is known of them. */
export class Paragraph {
  /** The number that a browser prints before it, and the level of its list. */
  mark?: { label: string; level: number; list: string }
  outline?: number
  preformatted = false
  private parts = ''
  private plain = false
  private start?: Location
  private end?: Location

  get length(): number {
    return this.parts.length
  }

  get words(): string {
    return this.parts
  }

  get hasWords(): boolean {
    return this.start !== undefined && /\S/.test(this.parts)
  }

  add(words: string): void {
    this.parts += words
  }

  /** Adds words that are not text of the source, such as a field's value, apart from those around them. */
  addApart(words: string): void {
    if (words.trim() === '') return
    this.start ??= { startLine: 1, startCol: 1, endLine: 1, endCol: 1 }
    this.parts += ` ${words.replace(/\s+/g, ' ').trim()} `
    this.plain = true
  }

  /** Notes where its words stand, and how they are set. */
  at(location: Location | null | undefined, bold: boolean, preformatted: boolean): void {
    const place = location ?? { startLine: 1, startCol: 1, endLine: 1, endCol: 1 }
    this.start ??= place
    this.end = place
    this.preformatted = preformatted
    if (!bold) this.plain = true
  }

  replaceFrom(from: number, change: (words: string) => string): void {
    if (from <= this.parts.length) this.parts = this.parts.slice(0, from) + change(this.parts.slice(from))
  }

  /**
   * The paragraphs that it is: two line breaks in a row part them, and a line that begins with a number does.
   *
   * @param indent in columns
   */
  paragraphs(indent: number): SourceParagraph[] {
    const found: { text: string; indent: number }[] = []
    let before: 'none' | 'blank' | 'line' = 'none'
    for (const line of this.parts.replace(/\u00ad/g, '').split(/\r\n|\n|\r/)) {
      const text = line.replace(/\s+/g, ' ').trim()
      const last = found.at(-1)
      if (text === '') before = before === 'none' ? 'none' : 'blank'
      else {
        if (before === 'line' && last && !readLabel(text)) last.text += `\n${text}`
        else found.push({ text, indent: indent + (this.preformatted ? leadingSpace(line) : 0) })
        before = 'line'
      }
    }
    const position = this.position
    return found.map(({ text, indent: columns }, index): SourceParagraph => {
      const mark = index === 0 && this.mark && !repeats(text, this.mark.label) ? this.mark : undefined
      return {
        type: 'paragraph',
        text,
        ...mark,
        ...(this.outline !== undefined && { outline: this.outline }),
        ...(columns > 0 && { indent: columns }),
        ...(!this.plain && { emphasised: true }),
        position,
      }
    })
  }

  private get position(): Position {
    const start = this.start!
    const end = this.end ?? start
    return {
      start: { line: start.startLine, column: start.startCol },
      end: { line: end.endLine, column: end.endCol },
    }
  }
}

/** Whether words bring the number that a browser prints before them once more. */
function repeats(text: string, label: string): boolean {
  const own = readLabel(text)?.label
  return own !== undefined && own.number !== '' && own.number === readLabel(`${label} `)?.label.number
}

function leadingSpace(line: string): number {
  return /^[ \t]*/.exec(line)![0].replace(/\t/g, '    ').length
}
