/** Signs that set every line of a text off as a comment of a program, or as a box around it. */
const COMMENT = /^\s*(#{1,3}|\/\/|%{1,3}|;{1,3}|\*\*|--|dnl|REM)(?=\s|$)/
/** Fewer lines are a heading or a list. */
const FEWEST = 3

/**
 * How many signs at the start of each line are the frame of a comment: lines one below the other that begin with the same sign,
 * the words of some going on from the line before. Nought for all others.
 */
export function frameWidths(lines: readonly string[]): Uint8Array {
  const widths = new Uint8Array(lines.length)
  let from = 0
  while (from < lines.length) {
    const sign = COMMENT.exec(lines[from]!)?.[1]
    if (sign === undefined) {
      from += 1
      continue
    }
    let end = from
    let goesOn = 0
    let bare = 0
    while (end < lines.length && COMMENT.exec(lines[end]!)?.[1] === sign) {
      const words = lines[end]!.trimStart().slice(sign.length)
      if (/^\s+\p{Ll}/u.test(words)) goesOn += 1
      if (words.trim() === '') bare += 1
      end += 1
    }
    if (end - from >= FEWEST && (goesOn > 0 || bare > 0))
      for (let at = from; at < end; at += 1)
        widths[at] = Math.min(255, lines[at]!.length - lines[at]!.trimStart().length + sign.length)
    from = end
  }
  return widths
}

/** A line without its frame: blanks stand in its place, so that what follows keeps its column; the box's end goes too. */
export function unframed(line: string, width: number): string {
  const sign = line.slice(0, width).trimStart()
  const rest = line.slice(width)
  return `${' '.repeat(width)}${rest.trimEnd().endsWith(` ${sign}`) ? rest.trimEnd().slice(0, -sign.length).trimEnd() : rest}`
}
