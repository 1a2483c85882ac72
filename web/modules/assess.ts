import { submitOnChange } from './page/submit-on-change.ts'

submitOnChange()

let asked: AbortController | undefined

/** The address that holds what is chosen. */
function address(form: HTMLFormElement): string {
  const chosen = [...new FormData(form)].filter(([, value]) => value !== '') as [string, string][]
  return chosen.length === 0 ? '/assess' : `/assess?${new URLSearchParams(chosen)}`
}

/**
 * Shows what the answers come to, at once: the questions too, since one may bring another.
 *
 * @param isNew an answer of now, to which Back leads back
 */
async function answer(at: string, isNew: boolean): Promise<void> {
  asked?.abort()
  asked = new AbortController()
  const main = document.querySelector('main')
  main?.setAttribute('aria-busy', 'true')
  try {
    const response = await fetch(at, { signal: asked.signal })
    if (!response.ok) return location.assign(response.url)
    if (isNew && response.url !== location.href) history.pushState(null, '', response.url)
    show(new DOMParser().parseFromString(await response.text(), 'text/html'))
    unreached(false)
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return
    unreached(true)
  }
  main?.removeAttribute('aria-busy')
}

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
  const form = document.querySelector<HTMLFormElement>('#questions')
  if (form && target instanceof Node && form.contains(target)) void answer(address(form), true)
})
addEventListener('popstate', () => void answer(location.href, false))

document.addEventListener('click', ({ target }) => {
  if (!(target instanceof Element)) return
  const asks = target.closest<HTMLElement>('[data-asks]')?.dataset.asks
  const control = asks === undefined ? null : document.getElementById(`q-${asks}`)
  if (control) {
    const fold = control.closest('details')
    if (fold) fold.open = true
    // After the browser has gone to it.
    setTimeout(() => (control.querySelector<HTMLElement>('input') ?? control).focus())
  }
  const copy = target.closest<HTMLElement>('[data-copy]')
  if (copy)
    void navigator.clipboard.writeText(location.href).then(() => {
      copy.textContent = 'Copied'
    })
})
