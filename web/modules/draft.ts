import { closeMenus } from './page/menu.ts'
import { submitOnChange } from './page/submit-on-change.ts'

submitOnChange()
closeMenus()

const form = document.querySelector<HTMLFormElement>('#facts')
const preview = document.querySelector<HTMLElement>('#preview')

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
}

function schedule(wait = pause): void {
  clearTimeout(timer)
  timer = setTimeout(() => void refresh(), wait)
}

form?.addEventListener('input', () => schedule())
form?.addEventListener('change', () => schedule(100))

// Leaving with what was typed since the last submit would lose it.
let changed = false
form?.addEventListener('input', () => {
  changed = true
})
form?.addEventListener('submit', () => {
  changed = false
})
addEventListener('beforeunload', (event) => {
  if (changed) event.preventDefault()
})
