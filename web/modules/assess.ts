import { submitOnChange } from './page/submit-on-change.ts'

submitOnChange()

let asked: AbortController | undefined

/** The address that holds what is chosen. */
function address(form: HTMLFormElement): string {
  const chosen = [...new FormData(form)].filter(([, value]) => value !== '') as [string, string][]
  return chosen.length === 0 ? '/assess' : `/assess?${new URLSearchParams(chosen)}`
}

/** Shows what the answers come to, at once: the questions too, since one may bring another. */
async function answer(form: HTMLFormElement): Promise<void> {
  asked?.abort()
  asked = new AbortController()
  const main = document.querySelector('main')
  main?.setAttribute('aria-busy', 'true')
  try {
    const response = await fetch(address(form), { signal: asked.signal })
    if (!response.ok) return location.assign(response.url)
    history.replaceState(history.state, '', response.url)
    show(new DOMParser().parseFromString(await response.text(), 'text/html'))
    main?.removeAttribute('aria-busy')
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return
    // Without a network the form goes the way that it goes without a script, and the browser says what is wrong.
    form.submit()
  }
}

/** Puts the new page in place: what was open stays so, and the focus where it was. */
function show(page: Document): void {
  const focus = document.activeElement?.id
  const open = new Set([...document.querySelectorAll('details[open]')].map(({ id }) => id))
  for (const id of ['questions', 'answer']) {
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
  if (form && target instanceof Node && form.contains(target)) void answer(form)
})

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
