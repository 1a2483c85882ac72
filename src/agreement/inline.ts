/**
 * One pass over the inline markup that agreements carry: escapes, links, autolinks, tags, emphasis, code marks,
 * character references. Every alternative stops at the next character that could open it again, so that the
 * scan stays linear on any input.
 */
const MARKUP =
  /\\([!-/:-@[-`{-~])|!?\[([^[\]]*)\]\([^()\s]*\)|<((?:https?:|mailto:)[^<>\s]*)>|<\/?[A-Za-z][^<>]*>|(\*{1,3}|_{1,3})|(`+)|&(amp|lt|gt|quot|apos|nbsp|#\d{1,6});/g

const REFERENCES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' }

/**
 * The words of a line of Markdown without its markup; a link keeps its words and loses its target.
 *
 * @param line one line, or a paragraph on one line
 */
export function stripMarkup(line: string): string {
  if (!/[\\[<*_`&]/.test(line)) return line
  return line.replace(
    MARKUP,
    (match, escaped, linked, address, emphasis, code, reference, offset: number) => {
      if (escaped !== undefined) return escaped
      if (linked !== undefined) return stripMarkup(linked)
      if (address !== undefined) return address
      if (emphasis !== undefined) return emphasisMark(line, emphasis, offset)
      if (code !== undefined) return ''
      if (reference !== undefined) return referenced(reference)
      return match.startsWith('<') ? '' : match
    },
  )
}

/** Emphasis goes; a lone `*` between spaces and an underscore inside a word are characters. */
function emphasisMark(line: string, mark: string, offset: number): string {
  const before = line[offset - 1] ?? ' '
  const after = line[offset + mark.length] ?? ' '
  if (mark[0] === '_') return /\w/.test(before) === /\w/.test(after) ? mark : ''
  return mark.length === 1 && /\s/.test(before) && /\s/.test(after) ? mark : ''
}

function referenced(name: string): string {
  if (!name.startsWith('#')) return REFERENCES[name] ?? ''
  const code = Number(name.slice(1))
  return code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff) || code < 32
    ? '\uFFFD'
    : String.fromCodePoint(code)
}
