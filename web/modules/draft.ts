import { fillOnDemand } from './page/fill.ts'
import { nameOf, openFoldOf, openFolds, sayFolded } from './page/folds.ts'
import { keepForm } from './page/keep.ts'
import { closeMenus } from './page/menu.ts'
import { pickLines } from './page/pick.ts'
import { stayUnreached } from './page/reach.ts'
import { leaveNothing } from './page/sign-out.ts'
import { submitOnChange } from './page/submit-on-change.ts'

submitOnChange()
closeMenus()
leaveNothing()
fillOnDemand()
pickLines()
openFolds()

const form = document.querySelector<HTMLFormElement>('#facts')
const preview = document.querySelector<HTMLElement>('#preview')

const keep = form ? keepForm(form) : () => undefined

/** How long a person pauses at the end of a word, in milliseconds. */
const pause = 500
let timer = 0
let last: AbortController | undefined

/** The document follows what is typed; what was asked for before no longer matters. */
async function refresh(): Promise<void> {
  if (!form || !preview) return
  last?.abort()
  const asked = new AbortController()
  last = asked
  const body = new URLSearchParams()
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') body.append(name, value)
  preview.setAttribute('aria-busy', 'true')
  try {
    const response = await fetch(`${form.action}/preview`, {
      method: 'POST',
      body,
      signal: asked.signal,
    })
    if (response.ok) show(await response.text())
    unreached(false)
    if (response.status === 429) schedule(5000)
  } catch (error) {
    // What fetch throws where nothing answers.
    if (error instanceof TypeError) unreached(true)
    else if (!(error instanceof DOMException && error.name === 'AbortError')) throw error
  } finally {
    if (last === asked) preview.removeAttribute('aria-busy')
  }
}

/** Says that the document is not the one of what is typed now. */
function unreached(is: boolean): void {
  const line = document.querySelector<HTMLElement>('#unreached')
  if (line) line.hidden = !is
}

/** Puts the new preview in place, with what was open and how far it was read. */
function show(html: string): void {
  if (!preview) return
  const open = [...preview.querySelectorAll('details')].map(({ open: is }) => is)
  const top = preview.querySelector('.paper')?.scrollTop ?? 0
  // The server's own page, whose values its templates escape; a script in it would not run.
  const page = new DOMParser().parseFromString(html, 'text/html')
  const positions = page.querySelector<HTMLTemplateElement>('#positions-now')
  positions?.remove()
  showPositions(positions?.content)
  preview.replaceChildren(...page.body.childNodes)
  for (const [at, one] of [...preview.querySelectorAll('details')].entries()) one.open = open[at] ?? one.open
  preview.querySelector('.paper')?.scrollTo(0, top)
  markWrong()
  showAsked()
}

/** Positions follow what is typed; whoever is choosing among them keeps the list, and sees what is proposed now. */
function showPositions(next: DocumentFragment | undefined): void {
  const place = document.querySelector('#positions-place')
  if (!place || !next) return
  const isChosen = place.contains(document.activeElement)
  const nameOf = (choice: Element) => choice.querySelector('select')?.id ?? ''
  const choices = new Map(
    [...place.querySelectorAll('.position-choice')].map((choice) => [nameOf(choice), choice]),
  )
  for (const choice of next.querySelectorAll('.position-choice')) {
    const own = choices.get(nameOf(choice))
    const [fold, before] = [choice.querySelector('details'), own?.querySelector('details')]
    // What was asked for stays as it came.
    if (fold && before && !isChosen && fold.dataset.from === before.dataset.from) fold.replaceWith(before)
    if (!own || !isChosen) continue
    own.querySelector('.taken')?.remove()
    own.querySelector('select')?.after(...choice.querySelectorAll('.taken'))
  }
  if (!isChosen) place.replaceChildren(next)
}

/** Questions come where their answer can change what is said, and go where it no longer can and nothing is in them. */
function showAsked(): void {
  const told = document.querySelector<HTMLElement>('#told')
  const progress = document.querySelector('#progress')
  if (!form || told?.dataset.shown === undefined) return
  const shown = new Set(told.dataset.shown.split(' '))
  for (const field of form.querySelectorAll<HTMLElement>('[data-field]')) {
    const stays = field.contains(document.activeElement) || field.closest('.row') !== null || isFilled(field)
    if (shown.has(nameOf(field))) {
      if (field.classList.contains('idle') && !isFilled(field)) openFoldOf(field)
      field.classList.remove('idle')
    } else if (!stays) field.classList.add('idle')
  }
  // Of a group of which a part is folded, the rest may have nothing to ask.
  for (const group of [...form.querySelectorAll<HTMLElement>('.group[data-field]')].reverse()) {
    const inner = [...group.querySelectorAll(':scope > [data-field]')]
    if (inner.length > 0)
      group.classList.toggle(
        'idle',
        inner.every((one) => one.classList.contains('idle')),
      )
  }
  sayFolded(told)
  if (progress && progress.textContent !== told.textContent) progress.replaceChildren(...told.childNodes)
}

function isFilled(field: HTMLElement): boolean {
  return [...field.querySelectorAll<HTMLInputElement>('input, select, textarea')].some((one) =>
    one.type === 'checkbox' || one.type === 'radio' ? one.checked && one.value !== '' : one.value !== '',
  )
}

/** What is wrong is said at its field too. */
function markWrong(): void {
  for (const field of form?.querySelectorAll('[aria-invalid]') ?? []) field.removeAttribute('aria-invalid')
  for (const line of form?.querySelectorAll('.asks > .wrong') ?? []) line.remove()
  document.querySelector('#wrong')?.remove()
  for (const link of preview?.querySelectorAll<HTMLAnchorElement>('.problems a[href^="#f-"]') ?? []) {
    const id = link.hash.slice(1)
    const field = form?.querySelector(`#${id}`)
    field?.setAttribute('aria-invalid', 'true')
    openFoldOf(field)
    const line = document.createElement('p')
    line.className = 'wrong'
    line.textContent = link.dataset.reason ?? ''
    document.getElementById(`${id}-why`)?.prepend(line)
  }
}

function schedule(wait = pause): void {
  clearTimeout(timer)
  timer = setTimeout(() => void refresh(), wait)
}

/** What is typed is kept, and read. */
function typed(wait?: number): void {
  isTyped = true
  clearTimeout(keeping)
  keeping = setTimeout(keep, 200)
  schedule(wait)
}
let isTyped = false
let keeping = 0

form?.addEventListener('input', () => typed())
form?.addEventListener('change', () => typed(100))

// Leaving with what was typed since the last submit would lose it, but for what the device keeps.
let changed = false
form?.addEventListener('input', () => {
  changed = form.dataset.keep === undefined
})
form?.addEventListener('submit', (event) => {
  keep()
  // Enter in a field asks for the document, which stands beside it already: nobody loses the place.
  if (!event.submitter?.classList.contains('spoken')) return
  event.preventDefault()
  typed(0)
})
if (form) stayUnreached(form)
form?.addEventListener('submit', ({ defaultPrevented }) => {
  if (!defaultPrevented) changed = false
})
addEventListener('pagehide', () => {
  if (isTyped) keep()
})
// Back from an error the browser fills the form again, and tells nobody.
addEventListener('pageshow', () => {
  const [came] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
  if (came?.type === 'back_forward') schedule()
})
addEventListener('beforeunload', (event) => {
  if (changed) event.preventDefault()
})
