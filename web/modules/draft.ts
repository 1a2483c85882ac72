import { keepForm } from './page/keep.ts'
import { closeMenus } from './page/menu.ts'
import { leaveNothing } from './page/sign-out.ts'
import { submitOnChange } from './page/submit-on-change.ts'

submitOnChange()
closeMenus()
leaveNothing()

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
  keep()
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
    if (response.status === 429) schedule(5000)
  } catch (error) {
    if (!(error instanceof DOMException && error.name === 'AbortError')) throw error
  } finally {
    if (last === asked) preview.removeAttribute('aria-busy')
  }
}

/** Puts the new preview in place, with what was open and how far it was read. */
function show(html: string): void {
  if (!preview) return
  const open = [...preview.querySelectorAll('details')].map(({ open: is }) => is)
  const top = preview.querySelector('.paper')?.scrollTop ?? 0
  // The server's own page, whose values its templates escape; a script in it would not run.
  const page = new DOMParser().parseFromString(html, 'text/html')
  preview.replaceChildren(...page.body.childNodes)
  for (const [at, one] of [...preview.querySelectorAll('details')].entries()) one.open = open[at] ?? one.open
  preview.querySelector('.paper')?.scrollTo(0, top)
  markWrong()
}

/** What is wrong is said at its field too. */
function markWrong(): void {
  for (const field of form?.querySelectorAll('[aria-invalid]') ?? []) field.removeAttribute('aria-invalid')
  for (const line of form?.querySelectorAll('.asks > .wrong') ?? []) line.remove()
  document.querySelector('#wrong')?.remove()
  for (const link of preview?.querySelectorAll<HTMLAnchorElement>('.problems a[href^="#f-"]') ?? []) {
    const id = link.hash.slice(1)
    form?.querySelector(`#${id}`)?.setAttribute('aria-invalid', 'true')
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

form?.addEventListener('input', () => schedule())
form?.addEventListener('change', () => schedule(100))

// Leaving with what was typed since the last submit would lose it, but for what the device keeps.
let changed = false
form?.addEventListener('input', () => {
  changed = form.dataset.keep === undefined
})
form?.addEventListener('submit', () => {
  keep()
  changed = false
})
addEventListener('pagehide', () => {
  if (timer !== 0) keep()
})
addEventListener('beforeunload', (event) => {
  if (changed) event.preventDefault()
})
