import { submitOnChange } from './page/submit-on-change.ts'

submitOnChange()

let asked: AbortController | undefined
/** The address whose answers were asked for last; another section of the page is no other answer. */
let here = location.pathname + location.search
let again = 0

/** The address that holds what is chosen now, whether it was answered yet or not. */
function address(form: HTMLFormElement): string {
  const chosen = chosenIn(form)
  return chosen.length === 0 ? '/assess' : `/assess?${new URLSearchParams(chosen)}`
}

function chosenIn(form: HTMLFormElement): [string, string][] {
  return [...new FormData(form)].filter(([, value]) => value !== '') as [string, string][]
}

function questions(): HTMLFormElement | null {
  return document.querySelector<HTMLFormElement>('#questions')
}

/**
 * Shows what the answers come to, at once: the questions too, since one may bring another.
 *
 * @param at what is chosen; the page is at this address already
 */
async function answer(at: string): Promise<void> {
  asked?.abort()
  clearTimeout(again)
  const own = new AbortController()
  asked = own
  here = at
  const main = document.querySelector('main')
  main?.setAttribute('aria-busy', 'true')
  try {
    const response = await fetch(at, { signal: own.signal })
    // Whoever is no longer signed in is led to where one signs in.
    if (new URL(response.url).pathname !== '/assess') return location.assign(response.url)
    // A server that has too much to do has an answer later, and what is chosen stays.
    if (!response.ok) throw new TypeError(`answered ${response.status}`)
    const page = new DOMParser().parseFromString(await response.text(), 'text/html')
    if (asked !== own) return
    const { pathname, search } = new URL(response.url)
    here = pathname + search
    if (here !== at) history.replaceState(history.state, '', here)
    show(page)
    unreached(false)
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return
    unreached(true)
    again = setTimeout(() => void answer(at), patience)
  }
  main?.removeAttribute('aria-busy')
}

/** How long a page waits before it asks again, in milliseconds. */
const patience = 5000

/** Says that what is shown is not of what was chosen last. */
function unreached(is: boolean): void {
  const line = document.querySelector<HTMLElement>('#unreached')
  if (line) line.hidden = !is
}

/** Puts the new page in place: what was open stays so, and the focus where it was. */
function show(page: Document): void {
  const focus = document.activeElement?.id
  const open = new Set([...document.querySelectorAll('details[open]')].map(({ id }) => id))
  for (const id of ['yours', 'questions', 'answer']) {
    const [old, next] = [document.getElementById(id), page.getElementById(id)]
    if (old && next) old.replaceChildren(...next.childNodes)
  }
  for (const one of document.querySelectorAll('details')) if (open.has(one.id)) one.open = true
  submitOnChange()
  if (focus) document.getElementById(focus)?.focus({ preventScroll: true })
}

/** None is none beside others. */
function settle({ name, value, checked, form }: HTMLInputElement): void {
  if (!checked || !form) return
  const alone = (word: string) => ['none', 'nobody'].includes(word)
  for (const other of form.querySelectorAll<HTMLInputElement>(`input[name="${name}"]`))
    if (other.value !== value && alone(other.value) !== alone(value)) other.checked = false
}

document.addEventListener('change', ({ target }) => {
  if (target instanceof HTMLInputElement) settle(target)
  const form = questions()
  if (!form || !(target instanceof Node) || !form.contains(target)) return
  // The address holds what is chosen before it is answered: it may be copied, reloaded or left at any time.
  const at = address(form)
  if (at !== here) history.pushState(null, '', at)
  void answer(at)
})
// A link to a row of the page is told as a step of the history too.
addEventListener('popstate', () => {
  const at = location.pathname + location.search
  if (at !== here) void answer(at)
})

// The memo begins with what is chosen now, and not with what was answered last.
document.addEventListener('submit', ({ target }) => {
  const form = questions()
  if (!form || !(target instanceof HTMLFormElement) || target.id !== 'memo') return
  for (const field of target.querySelectorAll('input[type="hidden"]')) field.remove()
  for (const [name, value] of chosenIn(form)) {
    const field = document.createElement('input')
    Object.assign(field, { type: 'hidden', name, value })
    target.append(field)
  }
})

document.addEventListener('click', (event) => {
  if (!(event.target instanceof Element)) return
  const asks = event.target.closest<HTMLElement>('[data-asks]')?.dataset.asks
  const control = asks === undefined ? null : document.getElementById(`q-${asks}`)
  if (control) {
    event.preventDefault()
    const fold = control.closest('details')
    if (fold) fold.open = true
    control.scrollIntoView({ block: 'center' })
    ;(control.querySelector<HTMLElement>('input') ?? control).focus({ preventScroll: true })
  }
  const copy = event.target.closest<HTMLElement>('[data-copy]')
  const form = questions()
  if (copy && form)
    void navigator.clipboard.writeText(new URL(address(form), location.href).href).then(
      () => {
        copy.textContent = 'Copied'
      },
      () => {
        copy.textContent = 'Not copied'
      },
    )
})
