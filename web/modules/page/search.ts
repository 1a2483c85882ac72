declare global {
  // TypeScript's library does not know them all yet.
  interface Window {
    Highlight?: new (...ranges: Range[]) => unknown
  }
}

const highlights = () => (CSS as unknown as { highlights?: Map<string, unknown> }).highlights

/** How long a person pauses at the end of a word, in milliseconds. */
const pause = 150

/** Searches the clauses as one types or chooses a group: what fits is shown and marked, and the address keeps both. */
export function searchInPlace(articles: HTMLElement[], changed: () => void): void {
  const field = document.querySelector<HTMLInputElement>('#q')
  const group = document.querySelector<HTMLSelectElement>('#group')
  const status = document.querySelector<HTMLElement>('.shown')
  if (!field || !status) return
  const entries = new Map(
    [...document.querySelectorAll<HTMLAnchorElement>('.outline a')].map((link) => [
      link.hash.slice(1),
      link.closest('li'),
    ]),
  )
  const folds = [...document.querySelectorAll<HTMLDetailsElement>('.clauses .fold')]
  const wordsOf = new Map(articles.map((article) => [article, (article.textContent ?? '').toLowerCase()]))
  const seek = () => {
    clearTimeout(timer)
    const typed = field.value.trim()
    const q = typed.toLowerCase()
    const chosen = group?.value ?? ''
    const found = new Set(
      articles.filter(
        (article) =>
          wordsOf.get(article)!.includes(q) &&
          (chosen === '' || article.dataset.groups?.split(' ').includes(chosen)),
      ),
    )
    for (const article of articles) {
      article.hidden = !found.has(article)
      const entry = entries.get(article.id)
      if (entry) entry.hidden = article.hidden
    }
    for (const fold of folds) {
      fold.hidden = fold.querySelector(':scope > article:not([hidden])') === null
      fold.open = (q !== '' || chosen !== '') && !fold.hidden
    }
    status.textContent = q === '' && chosen === '' ? '' : `${countWords(articles)}.`
    for (const old of document.querySelectorAll('.clauses mark')) old.replaceWith(...old.childNodes)
    mark(found, q)
    keepInAddresses({ q: typed, group: chosen })
    changed()
  }
  let timer = 0
  field.addEventListener('input', () => {
    clearTimeout(timer)
    timer = setTimeout(seek, pause)
  })
  group?.addEventListener('change', seek)
  field.form?.addEventListener('submit', (event) => {
    event.preventDefault()
    seek()
  })
}

/** `2 of 26 clauses of the agreement, 0 of 38 of the use policy`. */
function countWords(articles: HTMLElement[]): string {
  const texts = [...document.querySelectorAll<HTMLElement>('.clauses > .of')]
  return texts
    .map((text, at) => {
      const own = articles.filter((article) => text.contains(article))
      const shown = own.filter((article) => !article.hidden)
      const name = text.dataset.document === 'use-policy' ? 'use policy' : 'agreement'
      return `${shown.length} of ${own.length}${at === 0 ? ' clauses' : ''} of the ${name}`
    })
    .join(', ')
}

/** Marks the words without changing the page; a browser that cannot shows the clauses alone. */
function mark(found: Iterable<HTMLElement>, q: string): void {
  const all = highlights()
  if (!all || !window.Highlight) return
  all.delete('found')
  if (q === '') return
  const ranges: Range[] = []
  for (const article of found) {
    const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node.textContent!.toLowerCase()
      for (let at = text.indexOf(q); at >= 0; at = text.indexOf(q, at + q.length)) {
        const range = new Range()
        range.setStart(node, at)
        range.setEnd(node, at + q.length)
        ranges.push(range)
      }
    }
  }
  all.set('found', new window.Highlight(...ranges))
}

/** The address of the page, and of what is chosen or downloaded next. */
function keepInAddresses(sought: Record<string, string>): void {
  const kept = (href: string) => {
    const address = new URL(href)
    for (const [name, value] of Object.entries(sought)) {
      if (value === '') address.searchParams.delete(name)
      else address.searchParams.set(name, value)
    }
    return address
  }
  history.replaceState(history.state, '', kept(location.href))
  for (const link of document.querySelectorAll<HTMLAnchorElement>('.reading :is(.bar, .tools) a'))
    link.href = kept(link.href).href
}
