import {
  allKept,
  forget,
  forgetLast,
  forgetMatter,
  isFile,
  isForm,
  isOf,
  isSame,
  type Kept,
  keptOf,
  keyOf,
  nameOf,
  read,
  setAside,
  write,
} from './kept.ts'

/**
 * Keeps what is typed into a form that has `data-keep`, gives it back to the page on which it was typed, and offers what was
 * kept of others. Nothing of it leaves the device, and a device that keeps nothing (a private window, a full disk) types on
 * without.
 *
 * @returns what keeps the form now
 */
export function keepForm(form: HTMLFormElement): () => void {
  const key = keyOf(form)
  if (key === undefined) return () => undefined
  if (form.dataset.saved !== undefined) forgetLast()
  const entry = entryOf(form)
  const line = document.querySelector<HTMLElement>('#keeping')
  line?.querySelector('button')?.addEventListener('click', () => {
    forgetMatter(key)
    line.hidden = true
    cleared = true
  })
  let cleared = false
  form.addEventListener('input', () => {
    cleared = false
  })
  let isHeld = false
  // What was opened or begun stands at an address of its own, which shows nothing by itself.
  const isAt = new URL(form.action).pathname === location.pathname
  const keepAs = (kept: Kept) => {
    if (!write(key, kept)) return
    // Else the page of a form that was sent is sent for again when it is reloaded, as it was before one typed on; even in place
    // of one with this state it comes of a form.
    // Gone back to, it is a form that nobody has begun: its state says of which matter it was.
    const of = form.dataset.filled === undefined ? history.state?.of : key
    if (!isHeld) history.replaceState({ ...history.state, entry, of }, '', isAt ? '' : form.action)
    isHeld = true
    if (line) line.hidden = false
  }
  const own = allKept().find(({ kept }) => kept.entry === entry)
  if (own && came() !== 'navigate' && !isSame(own.kept, keptOf(form, entry))) {
    send(form, own.kept)
    return () => undefined
  }
  // What was typed further on, in another document of the matter, stands in its place.
  const { of } = Object(history.state) as { of?: unknown }
  const later = typeof of === 'string' ? read(of) : undefined
  if (!own && later && came() !== 'navigate' && form.dataset.filled === undefined) {
    send(form, later)
    return () => undefined
  }
  // What was just sent is the form that came of it.
  if (form.dataset.filled !== undefined && came() === 'navigate' && read(key)) keepAs(keptOf(form, entry))
  // Back in history a browser fills the form after this has run.
  addEventListener('pageshow', () => offer(form, key, entry))
  addEventListener('storage', ({ key: changed }) => {
    if (changed === null || isForm(changed)) offer(form, key, entry)
  })
  return () => {
    if (cleared) return
    const before = read(key)
    const now = keptOf(form, entry)
    // Typed on another page of the same matter, further on in this tab or in another one.
    if (before && before.entry !== entry && !isSame(before, now)) setAside(key, before)
    keepAs(now)
  }
}

/**
 * The name of this page in the history of its tab, which it has still when it is reloaded or gone back to. A page that is
 * opened has a new one, also where it takes the place of another with its state.
 */
function entryOf(form: HTMLFormElement): string {
  const { entry } = Object(history.state) as { entry?: unknown }
  if (typeof entry === 'string' && came() !== 'navigate') return entry
  if (typeof entry === 'string' && form.dataset.filled === undefined) history.replaceState(null, '')
  return Math.random().toString(36).slice(2)
}

function came(): string {
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
  return navigation?.type ?? 'navigate'
}

/** What was typed in other forms, or in this one on another page or in another tab: each can be taken up or forgotten. */
function offer(form: HTMLFormElement, own: string, entry: string): void {
  const place = document.querySelector<HTMLElement>('#kept')
  if (!place) return
  const here = keptOf(form, '')
  const isBegun = form.dataset.filled !== undefined || form.dataset.matter !== undefined
  const found = allKept()
    .filter(({ key }) => isOf(own, key) || !isFile(key))
    .filter(({ kept }) => kept.entry !== entry && !isSame(kept, here))
  // Beside a matter that is begun, the others are a line for whoever seeks them.
  const near = found.filter(({ key }) => !isBegun || isOf(own, key)).slice(0, 3)
  const others = isBegun ? found.filter(({ key }) => !isOf(own, key)).slice(0, 9) : []
  const shown = [...near, ...others].map(({ key }) => key).join('\n')
  // It is read out when it changes, and who types in another tab changes nothing of it.
  if (place.dataset.shown === shown) return
  place.dataset.shown = shown
  const itemOfOne = (one: { key: string; kept: Kept }) => itemOf(form, place, { ...one, own })
  place.replaceChildren(...near.map(itemOfOne))
  if (others.length > 0) place.append(foldOf(others.length, others.map(itemOfOne)))
  place.hidden = found.length === 0
}

function foldOf(count: number, items: HTMLElement[]): HTMLElement {
  const [fold, line] = [document.createElement('details'), document.createElement('summary')]
  line.textContent =
    count === 1 ? 'Another matter is kept on this device' : `${count} other matters are kept on this device`
  fold.append(line, ...items)
  return fold
}

function itemOf(
  form: HTMLFormElement,
  place: HTMLElement,
  { key, kept, own }: { key: string; kept: Kept; own: string },
): HTMLElement {
  const item = document.createElement('p')
  const where = isOf(own, key) ? ', as it was typed on another page or in another tab' : ''
  item.append(
    `${nameOf(kept)} is kept on this device${where}. `,
    button('Take it up', () => {
      const mine = read(own)
      const taken = read(key) ?? kept
      if (mine && key !== own && !isSame(mine, taken)) setAside(own, mine)
      if (key !== own && isOf(own, key)) forget(key)
      send(form, taken)
    }),
    ' ',
    button('Forget it', () => {
      forget(key)
      const fold = item.closest('details')
      item.remove()
      if (fold && fold.querySelector('p') === null) fold.remove()
      place.hidden = place.childElementCount === 0
    }),
  )
  return item
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
