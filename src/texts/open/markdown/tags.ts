/** Elements that Markdown files use; `<title>` and its like stand in no text. */
const ELEMENTS = new Set(
  'a abbr address article aside audio b bdi bdo blockquote body br button caption center cite code col colgroup data dd del details dfn dialog div dl dt em fieldset figcaption figure font footer form h1 h2 h3 h4 h5 h6 header hgroup hr html i iframe img input ins kbd label legend li main map mark math menu meter nav object ol optgroup option output p picture pre progress q rp rt ruby s samp script search section select small span strike strong style sub summary sup svg table tbody td textarea tfoot th thead time tr tt u ul var video wbr'.split(
    ' ',
  ),
)
/** Elements whose end tag may be left out. */
const OPEN_ENDED = new Set('br hr img input wbr col p li dd dt td th tr tbody thead tfoot option'.split(' '))
const ATTRIBUTES =
  /^(?:\s+[a-z_:][\w:.-]*\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+)|\s+(?:hidden|open|checked|disabled|reversed|selected|controls|multiple|nowrap|noshade))*\s*\/?$/i
const AUTOLINK = /^<(?:[a-z][a-z0-9+.-]{1,31}:[^\s<>]*|[^\s<>@]+@[^\s<>@]+)>$/i

/**
 * Puts a sign in place of every `<` that begins no markup, so that a placeholder (`<Supplier>`, `<Address>`, `x<y and
 * z>w`) is words: markup is an element of HTML, with attributes that can be some, and with its end tag where it needs one.
 *
 * @param sign one character that the source does not have
 */
export function keepPlaceholders(source: string, sign: string): string {
  const ends = new Set((source.match(/<\/[A-Za-z][A-Za-z0-9]*\s*>/g) ?? []).map(nameOf))
  const starts = new Set((source.match(/<[A-Za-z][A-Za-z0-9]*/g) ?? []).map(nameOf))
  return source.replace(/<(?=\?|!(?!--))/g, sign).replace(/<\/?[A-Za-z][^<>]*>/g, (tag) => {
    if (AUTOLINK.test(tag)) return tag
    const name = nameOf(tag)
    const end = tag.startsWith('</')
    const paired = end ? starts.has(name) : OPEN_ENDED.has(name) || ends.has(name)
    const rest = tag.slice(1 + (end ? 1 : 0) + name.length, -1)
    const markup = ELEMENTS.has(name) && paired && (end ? rest.trim() === '' : ATTRIBUTES.test(rest))
    return markup ? tag : sign + tag.slice(1)
  })
}

function nameOf(tag: string): string {
  return /^<\/?([A-Za-z][A-Za-z0-9]*)/.exec(tag)?.[1]?.toLowerCase() ?? ''
}
