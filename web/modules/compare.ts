import { listenToKeys } from './page/keys.ts'
import { closeMenus } from './page/menu.ts'
import { followPlace } from './page/place.ts'
import { submitOnChange } from './page/submit-on-change.ts'

const articles = [...document.querySelectorAll<HTMLElement>('.clauses article')]
const changes = articles.filter((article) => article.classList.contains('change'))

submitOnChange()
closeMenus()
followPlace(articles)

/** Goes to the next change after, or the last before, what stands at the top of the window. */
function step(by: 1 | -1): void {
  const top = (article: HTMLElement) => article.getBoundingClientRect().top
  const line = 90
  const target =
    by === 1
      ? changes.find((article) => top(article) > line)
      : changes.findLast((article) => top(article) < line - 20)
  if (!target) return
  target.scrollIntoView({ block: 'start' })
  target.querySelector<HTMLElement>('h3 a')?.focus({ preventScroll: true })
}

const dialog = document.querySelector<HTMLDialogElement>('#keys')
const showKeys = () => dialog?.showModal()
listenToKeys({
  n: () => step(1),
  p: () => step(-1),
  '?': showKeys,
  '/': () => document.querySelector<HTMLInputElement>('#q')?.focus(),
  o: () => {
    const folded = [...document.querySelectorAll<HTMLDetailsElement>('.folded')]
    const open = folded.some((one) => !one.open)
    for (const one of folded) one.open = open
  },
})
for (const button of document.querySelectorAll<HTMLElement>('[data-step]')) {
  button.addEventListener('click', () => step(button.dataset.step === '1' ? 1 : -1))
}
document.querySelector('[data-keys]')?.addEventListener('click', showKeys)
document.querySelector('[data-print]')?.addEventListener('click', () => print())
