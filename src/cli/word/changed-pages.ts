import { listed } from '../../in-words.ts'
import { markChanges } from '../../markup/index.ts'
import { Problem } from '../../problem.ts'
import { printedPlaces, wordToPdf } from '../../texts/print.ts'
import { today } from '../../today.ts'
import { say } from '../say.ts'

/**
 * The pages of a Word file on which something is tracked, as PDF, each with the number that it has in the whole. What
 * stands in headers and footers is on many, and makes none of them a changed one.
 *
 * @throws Problem where no page has a tracked change, or LibreOffice is not here or cannot print it
 */
export async function printChangedPages(word: Uint8Array): Promise<Uint8Array> {
  const { bytes, changes, repeated } = markChanges(word)
  if (changes.length === 0)
    throw new Problem(
      'pages',
      `no page has a tracked change${repeated > 0 ? ' outside its header and footer' : ''}: leave out --pages to print all of them`,
    )
  const day = today()
  const { pages, pageOf } = await printedPlaces(await wordToPdf(bytes, day, { bookmarks: true }))
  const changed = new Set<number>()
  let lost = 0
  for (const { from, to, next = '' } of changes) {
    const first = pageOf.get(from) ?? pageOf.get(to) ?? pageOf.get(next)
    if (first === undefined) lost += 1
    else for (let page = first; page <= Math.max(first, pageOf.get(to) ?? first); page += 1) changed.add(page)
  }
  if (lost > 0) {
    say(
      `clausebook: LibreOffice does not say where ${lost} of ${changes.length} changes stand: all pages are printed`,
    )
    return wordToPdf(word, day)
  }
  const numbers = [...changed].sort((one, other) => one - other)
  const which = `${numbers.length === 1 ? 'page' : 'pages'} ${listed(numbers.map(String), 'and')}`
  say(
    `clausebook: printed: ${which} of ${pages}, which ${numbers.length === 1 ? 'has' : 'have'} tracked changes`,
  )
  if (repeated > 0)
    say(
      `clausebook: ${repeated === 1 ? 'one change' : `${repeated} changes`} in headers and footers may be on other pages too`,
    )
  return wordToPdf(word, day, { pages: numbers })
}
