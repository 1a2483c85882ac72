import { columnsOf, isCounted } from './columns.ts'

/** Words in one style. */
export interface Run {
  text: string
  style: (words: string) => string
}

/**
 * Breaks runs into lines at white space, so that no line is wider than asked (a word that is wider alone, such as
 * a digest, is broken). Each line opens and closes its styles itself, or a pager would colour its margin.
 *
 * @param runs words in order; white space between them is theirs
 * @param width columns
 * @returns lines without line breaks
 */
export function wrap(runs: readonly Run[], width: number): string[] {
  const lines: Run[][] = []
  let line: Run[] = []
  let filled = 0
  for (const word of words(runs, width)) {
    const { wide } = word
    const gap = line.length > 0 && word.spaced ? 1 : 0
    if (line.length > 0 && (word.spaced || word.broken) && filled + gap + wide > width) {
      lines.push(line)
      line = []
      filled = 0
    } else if (gap > 0) {
      // The space is set in the style only where both neighbours have it.
      const before = line.at(-1)!
      const style = before.style === word.parts[0]!.style ? before.style : plain
      line.push({ text: ' ', style })
      filled += 1
    }
    line.push(...word.parts)
    filled += wide
  }
  if (line.length > 0) lines.push(line)
  return lines.map((parts) => joined(parts))
}

/** What no break goes through: parts in different styles may touch. */
interface Word {
  /** Whether white space stands before it. */
  spaced: boolean
  /** Whether it goes on with a word that was too wide for a line. */
  broken: boolean
  /** Columns that it takes. */
  wide: number
  parts: Run[]
}

function words(runs: readonly Run[], width: number): Word[] {
  const found: Word[] = []
  let spaced = false
  for (const { text, style } of runs) {
    const counted = isCounted(text)
    for (const piece of text.match(/\s+|\S+/g) ?? []) {
      if (/^\s/.test(piece)) {
        spaced = true
        continue
      }
      const wide = counted ? piece.length : columnsOf(piece)
      const parts = wide <= width ? [piece] : chunks(piece, wide, width)
      parts.forEach((text, at) => {
        if (spaced || at > 0 || found.length === 0) found.push({ spaced, broken: at > 0, wide: 0, parts: [] })
        const word = found.at(-1)!
        word.wide += parts.length === 1 ? wide : columnsOf(text)
        word.parts.push({ text, style })
        spaced = false
      })
    }
  }
  return found
}

/** A word that is wider than a line, in parts. No sign is wider than two columns, so half as many signs always fit. */
function chunks(word: string, wide: number, width: number): string[] {
  const size = wide === word.length ? width : Math.max(1, Math.floor(width / 2))
  const signs = [...word]
  return Array.from({ length: Math.ceil(signs.length / size) }, (_, at) =>
    signs.slice(at * size, (at + 1) * size).join(''),
  )
}

/** Neighbours of one style share their escape sequences. */
function joined(parts: Run[]): string {
  const runs: Run[] = []
  for (const part of parts) {
    const last = runs.at(-1)
    if (last?.style === part.style) runs[runs.length - 1] = { text: last.text + part.text, style: last.style }
    else runs.push(part)
  }
  return runs.map(({ text, style }) => style(text)).join('')
}

function plain(words: string): string {
  return words
}

/** Columns that the start of an address needs at least to tell anything. */
const shortestStart = 8

/** Cuts words to a width, the last column an ellipsis. */
export function clip(text: string, width: number): string {
  if (columnsOf(text) <= width) return text
  let kept = ''
  for (const sign of text) {
    if (columnsOf(kept + sign) > width - 1) break
    kept += sign
  }
  return `${kept.trimEnd()}…`
}

/** Cuts an address to a width, and keeps its last part, which tells a cell from the next: `“Cloud Serv…, row 5, cell 2`. */
export function clipAddress(address: string, width: number): string {
  if (columnsOf(address) <= width) return address
  const end = /(?:, table)?, row \d+, cell \d+(?: → .*)?$|, [^,]*$/.exec(address)?.[0] ?? ''
  const room = width - columnsOf(end)
  return room < shortestStart
    ? clip(address, width)
    : `${clip(address.slice(0, -end.length || undefined), room)}${end}`
}

/** Fills words with spaces up to a width. */
export function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - columnsOf(text)))
}
