import { copyLinks } from './page/copy.ts'
import { listenToKeys } from './page/keys.ts'
import { closeMenus } from './page/menu.ts'
import { followPlace } from './page/place.ts'
import { searchInPlace } from './page/search.ts'
import { stayInPlace } from './page/stay.ts'
import { showStrip } from './page/strip.ts'
import { submitOnChange } from './page/submit-on-change.ts'
import { stayWithText } from './page/tab.ts'

const articles = [...document.querySelectorAll<HTMLElement>('.clauses article')]
const changes = articles.filter((article) => article.classList.contains('change'))
const position = document.querySelector<HTMLElement>('.steps .position')

submitOnChange()
closeMenus()
copyLinks(articles)
stayWithText()
stayInPlace(articles)
followPlace(articles)
showStrip(changes, goTo)
searchInPlace(articles, showPosition)

/** Changes that can be gone to: a search hides others. */
const there = () => changes.filter((change) => !change.hidden)
const top = (article: HTMLElement) => article.getBoundingClientRect().top
/** What stands above it has been read. */
const line = 90

/** Goes to a change; the address leads there, and the text in which it stands is shown. */
function goTo(change: HTMLElement): void {
  location.replace(`#${change.id}`)
  change.querySelector<HTMLElement>('h3 a')?.focus({ preventScroll: true })
  showPosition()
}

/** Goes to the next change after, or the last before, what stands at the top of the window; to the other text at its end. */
function step(by: 1 | -1): void {
  const shown = there().filter((change) => change.checkVisibility())
  const next =
    by === 1
      ? shown.find((change) => top(change) > line)
      : shown.findLast((change) => top(change) < line - 20)
  const others = there()
  const last = by === 1 ? shown.at(-1) : shown[0]
  const target = next ?? (last ? others[others.indexOf(last) + by] : others.at(by === 1 ? 0 : -1))
  if (target) goTo(target)
}

/** `2 of 5`: the change at the top of the window, or the last before it. */
function showPosition(): void {
  if (!position) return
  const shown = there().filter((change) => change.checkVisibility())
  const at = shown.findLastIndex((change) => top(change) <= line)
  position.textContent = shown.length === 0 ? '0' : `${Math.max(at, 0) + 1} of ${shown.length}`
}

showPosition()
addEventListener('scroll', showPosition, { passive: true })

const dialog = document.querySelector<HTMLDialogElement>('#keys')
const showKeys = () => dialog?.showModal()
listenToKeys({
  n: () => step(1),
  p: () => step(-1),
  '?': showKeys,
  '/': () => document.querySelector<HTMLInputElement>('#q')?.focus(),
  o: () => {
    const folded = [...document.querySelectorAll<HTMLDetailsElement>('.fold, .folded')]
    const open = folded.some((one) => !one.open)
    for (const one of folded) one.open = open
  },
})
for (const button of document.querySelectorAll<HTMLElement>('[data-step]')) {
  button.addEventListener('click', () => step(button.dataset.step === '1' ? 1 : -1))
}
document.querySelector('[data-keys]')?.addEventListener('click', showKeys)
document.querySelector('[data-print]')?.addEventListener('click', () => print())
