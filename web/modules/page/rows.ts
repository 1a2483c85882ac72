import { attempt } from './kept.ts'

/** What is typed of one row of a review. */
interface Typed {
  verdict: string
  reason: string
  by: string
}

/** Rows of one review, kept on this device. */
interface KeptRows {
  /** Milliseconds since 1970. */
  at: number
  rows: Record<string, Typed>
}

const prefix = 'clausebook:review:'
/** A review itself stays for an hour; a day, in milliseconds. */
const longest = 24 * 60 * 60 * 1000

/**
 * Keeps what is typed in the rows of a review on this device until it is set, and gives it back when the page is shown again.
 * Enter in a field sets its own row.
 */
export function keepRows(form: HTMLFormElement): void {
  form.addEventListener('keydown', (event) => {
    const { target, key, isComposing } = event
    if (key !== 'Enter' || isComposing || !(target instanceof HTMLInputElement)) return
    event.preventDefault()
    target.closest('.decide')?.querySelector('button')?.click()
  })
  if (form.dataset.keep === undefined) return
  const own = prefix + new URL(form.action).pathname
  const kept = read(own)
  for (const row of form.querySelectorAll<HTMLElement>('[data-row]')) {
    const typed = kept.rows[row.dataset.row ?? '']
    if (!typed) continue
    if (isSet(row, typed)) delete kept.rows[row.dataset.row ?? '']
    else giveBack(row, typed)
  }
  const isKept = write(own, kept)
  form.addEventListener('input', ({ target }) => {
    const row = target instanceof Element ? target.closest<HTMLElement>('[data-row]') : null
    if (!row) return
    kept.rows[row.dataset.row ?? ''] = typedIn(row)
    write(own, kept)
  })
  form.addEventListener('submit', ({ submitter }) => {
    const row = submitter?.closest<HTMLElement>('[data-row]')
    // What is judged again as it was has no reason any more.
    if (!row?.dataset.set || typedIn(row).verdict !== '') return
    delete kept.rows[row.dataset.row ?? '']
    write(own, kept)
  })
  if (!isKept) return
  // The server need not send the others back: they are here.
  const field = document.createElement('input')
  Object.assign(field, { type: 'hidden', name: '_kept', value: 'yes' })
  form.append(field)
}

function fieldOf(row: HTMLElement, name: keyof Typed): HTMLInputElement {
  return row.querySelector<HTMLInputElement>(`[name="${name}.${row.dataset.row}"]`)!
}

function typedIn(row: HTMLElement): Typed {
  const [verdict, reason, by] = (['verdict', 'reason', 'by'] as const).map((name) => fieldOf(row, name).value)
  return { verdict: verdict!, reason: reason!, by: by! }
}

/** Whether what was typed is what the page says of the row. */
function isSet(row: HTMLElement, { verdict, reason, by }: Typed): boolean {
  const { set = '', reason: said = '', by: person = '' } = row.dataset
  const isNothing = verdict === '' && set === '' && reason.trim() === ''
  return isNothing || (verdict === set && reason.trim() === said && by.trim() === person)
}

function giveBack(row: HTMLElement, typed: Typed): void {
  for (const name of ['verdict', 'reason', 'by'] as const) fieldOf(row, name).value = typed[name]
  for (let fold = row.closest('details'); fold; fold = fold.parentElement?.closest('details') ?? null)
    fold.open = true
}

function read(own: string): KeptRows {
  const found = attempt(() => {
    for (const key of Object.keys(localStorage).filter((one) => one.startsWith(prefix))) {
      const { at } = Object(JSON.parse(localStorage.getItem(key) ?? 'null')) as Partial<KeptRows>
      if (!(Date.now() - Number(at) < longest)) localStorage.removeItem(key)
    }
    return JSON.parse(localStorage.getItem(own) ?? 'null') as KeptRows | null
  })
  return found ?? { at: Date.now(), rows: {} }
}

/** @returns false where the device keeps nothing */
function write(own: string, { rows }: KeptRows): boolean {
  return (
    attempt(() => {
      if (Object.keys(rows).length === 0) localStorage.removeItem(own)
      else localStorage.setItem(own, JSON.stringify({ at: Date.now(), rows }))
      return true
    }) ?? false
  )
}
