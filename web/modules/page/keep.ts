/** A form as it was typed, kept on this device alone. */
interface Kept {
  /** Milliseconds since 1970. */
  at: number
  title: string
  fields: [string, string][]
}

const prefix = 'clausebook:form:'
/** Longer nobody looks for it: 30 days, in milliseconds. */
const longest = 30 * 24 * 60 * 60 * 1000
/** The form that this tab typed in last. */
const lastOfTab = 'clausebook:form'

/**
 * Keeps what is typed into a form that has `data-keep` and offers what was kept of others. Nothing of it leaves the device,
 * and a device that keeps nothing (a private window, a full disk) types on without.
 *
 * @returns what keeps the form now
 */
export function keepForm(form: HTMLFormElement): () => void {
  const key = form.dataset.keep
  if (key === undefined) return () => undefined
  if (form.dataset.saved !== undefined) forgetLast()
  offer(form, prefix + key)
  const line = document.querySelector<HTMLElement>('#keeping')
  line?.querySelector('button')?.addEventListener('click', () => {
    remove(prefix + key)
    line.hidden = true
  })
  return () => {
    const fields = [...new FormData(form)].filter(
      (field): field is [string, string] => typeof field[1] === 'string',
    )
    const title = fields.find(([name]) => name === 'matter')?.[1] ?? ''
    const kept: Kept = { at: Date.now(), title, fields }
    try {
      localStorage.setItem(prefix + key, JSON.stringify(kept))
      sessionStorage.setItem(lastOfTab, prefix + key)
    } catch {
      return
    }
    if (line) line.hidden = false
  }
}

/** Forgets every form that is kept: whoever signs out leaves nothing on the device. */
export function forgetForms(): void {
  for (const key of keys()) remove(key)
}

/** What was typed in other forms, or in this one before the tab ended: each can be taken up or forgotten. */
function offer(form: HTMLFormElement, own: string): void {
  const place = document.querySelector<HTMLElement>('#kept')
  if (!place || form.dataset.filled !== undefined) return
  const found = keys()
    .flatMap((key) => {
      const kept = read(key)
      return kept === undefined ? [] : [{ key, kept }]
    })
    .filter(
      ({ key, kept }) =>
        (form.dataset.matter === undefined ? !key.includes('file ') : key === own) && kept.fields.length > 0,
    )
    .sort((one, other) => other.kept.at - one.kept.at)
    .slice(0, 3)
  for (const { key, kept } of found) {
    const item = document.createElement('p')
    const when = new Date(kept.at).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' })
    item.append(`“${kept.title || 'Untitled matter'}” of ${when} is kept on this device. `)
    item.append(
      button('Take it up', () => send(form, kept)),
      ' ',
      button('Forget it', () => {
        remove(key)
        item.remove()
        place.hidden = place.childElementCount === 0
      }),
    )
    place.append(item)
  }
  place.hidden = found.length === 0
}

function button(words: string, act: () => void): HTMLButtonElement {
  const made = document.createElement('button')
  made.type = 'button'
  made.className = 'small'
  made.textContent = words
  made.addEventListener('click', act)
  return made
}

/** The server makes the form of it, since it alone knows its rows. */
function send({ action }: HTMLFormElement, { fields }: Kept): void {
  const back = document.createElement('form')
  back.method = 'post'
  back.action = action
  for (const [name, value] of fields) {
    if (name === '_do') continue
    const field = document.createElement('input')
    field.type = 'hidden'
    field.name = name
    field.value = value
    back.append(field)
  }
  back.hidden = true
  document.body.append(back)
  back.submit()
}

function forgetLast(): void {
  const last = attempt(() => sessionStorage.getItem(lastOfTab))
  if (last) remove(last)
}

function keys(): string[] {
  return attempt(() => Object.keys(localStorage).filter((key) => key.startsWith(prefix))) ?? []
}

/** What is kept under a key; what is too old, or no form, is forgotten. */
function read(key: string): Kept | undefined {
  const kept = attempt(() => JSON.parse(localStorage.getItem(key) ?? 'null') as Kept | null)
  if (kept && Array.isArray(kept.fields) && Date.now() - kept.at < longest) return kept
  remove(key)
  return undefined
}

function remove(key: string): void {
  attempt(() => localStorage.removeItem(key))
}

/** Storage may be closed to a page. */
function attempt<T>(act: () => T): T | undefined {
  try {
    return act()
  } catch {
    return undefined
  }
}
