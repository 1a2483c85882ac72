import { own } from '../own.ts'

/**
 * One pass over the inline markup that agreements carry: escapes, links, autolinks, tags, emphasis, code marks,
 * character references. Every alternative stops at the next character that could open it again, so that the
 * scan stays linear on any input.
 */
const MARKUP =
  /\\([!-/:-@[-`{-~])|!?\[([^[\]]*)\]\(([^()\s]*)\)|<((?:https?:|mailto:)[^<>\s]*)>|<\/?([A-Za-z][A-Za-z0-9]*)(?=[\s/>])[^<>]*>|(\*{1,3}|_{1,3})|(`+)|&(amp|lt|gt|quot|apos|nbsp|#\d{1,6});/g

/** Elements that may stand in Markdown. */
const TAGS = new Set(
  'a abbr address article aside b big blockquote body br button caption center cite code col colgroup dd del details div dl dt em fieldset figcaption figure font footer form h1 h2 h3 h4 h5 h6 head header hr html i iframe img input ins kbd label legend li link main mark meta nav nobr ol p pre q s samp script section small span strike strong style sub summary sup table tbody td tfoot th thead title tr tt u ul var wbr'.split(
    ' ',
  ),
)

const REFERENCES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' }

/**
 * The words of a line of Markdown without its markup. A link keeps its target behind its words where those do not say it
 * already; what stands in angle brackets and is no tag of HTML (`<Customer Name>`) is words.
 *
 * @param line one line, or a paragraph on one line
 */
export function stripMarkup(line: string): string {
  if (!/[\\[<*_`&]/.test(line)) return line
  return line.replace(
    MARKUP,
    (match, escaped, linked, target, address, tag, emphasis, code, reference, offset: number) => {
      if (escaped !== undefined) return escaped
      if (linked !== undefined) return linkWords(stripMarkup(linked), target)
      if (tag !== undefined) return TAGS.has(tag.toLowerCase()) ? '' : match
      if (address !== undefined) return address
      if (emphasis !== undefined) return emphasisMark(line, emphasis, offset)
      if (code !== undefined) return ''
      if (reference !== undefined) return referenced(reference)
      return match
    },
  )
}

/** The words of a link, and where it leads: another target is another promise. */
function linkWords(words: string, target: string): string {
  if (target === '' || target.startsWith('#') || isAddress(words) || !/[\p{L}\p{N}]/u.test(words))
    return words
  return `${words} (${target})`
}

/** Whether the words of a link are an address themselves: that is the one that a reader reads. */
function isAddress(words: string): boolean {
  return words.includes('://') || /^(?:\S+@\S+|[\w-]+(?:\.[\w-]+)+(?:\/\S*)?)$/.test(words.trim())
}

/** Emphasis goes; a lone `*` between spaces and an underscore inside a word are characters. */
function emphasisMark(line: string, mark: string, offset: number): string {
  const before = line[offset - 1] ?? ' '
  const after = line[offset + mark.length] ?? ' '
  if (mark[0] === '_') return /\w/.test(before) === /\w/.test(after) ? mark : ''
  return mark.length === 1 && /\s/.test(before) && /\s/.test(after) ? mark : ''
}

function referenced(name: string): string {
  if (!name.startsWith('#')) return own(REFERENCES, name) ?? ''
  const code = Number(name.slice(1))
  return code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff) || code < 32
    ? '\uFFFD'
    : String.fromCodePoint(code)
}
