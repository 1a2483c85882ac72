/**
 * Gives prose typographic quotation marks and apostrophes: a mark opens after a space, a bracket or a dash, and closes
 * elsewhere.
 *
 * @param before the character before it
 * @example typographic('the "Licensee\'s" users') // the “Licensee’s” users
 */
export function typographic(text: string, before = ''): string {
  return text.replace(/["']/g, (mark, at: number) => {
    const previous = at === 0 ? before : text[at - 1]!
    const opens = previous === '' || /[\s([{\u2014\u2013\u201C\u2018"']/.test(previous)
    if (mark === '"') return opens ? '\u201C' : '\u201D'
    // An apostrophe before a digit or at a left-out beginning ('tis) is rare in agreements; a quote there is not.
    return opens ? '\u2018' : '\u2019'
  })
}
