declare global {
  // TypeScript's library does not know them all yet.
  interface Window {
    Highlight?: new (...ranges: Range[]) => unknown
  }
}

const highlights = () => (CSS as unknown as { highlights?: Map<string, unknown> }).highlights

/** Searches the clauses as one types: what has the words is shown and marked, and the address keeps them. */
export function searchInPlace(articles: HTMLElement[], changed: () => void): void {
  const field = document.querySelector<HTMLInputElement>('#q')
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
    const q = field.value.trim().toLowerCase()
    const found = articles.filter((article) => wordsOf.get(article)!.includes(q))
    for (const article of articles) {
      article.hidden = !found.includes(article)
      const entry = entries.get(article.id)
      if (entry) entry.hidden = article.hidden
    }
    for (const fold of folds) {
      fold.hidden = fold.querySelector(':scope > article:not([hidden])') === null
      fold.open = q !== '' && !fold.hidden
    }
    status.textContent = q === '' ? '' : `${countWords(articles)}.`
    for (const old of document.querySelectorAll('.clauses mark')) old.replaceWith(...old.childNodes)
    mark(found, q)
    keepInAddress(q)
    changed()
  }
  field.addEventListener('input', seek)
  field.form?.addEventListener('submit', (event) => {
    // A list of groups sends the form itself.
    if (event.submitter !== null || document.activeElement !== field) return
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
function mark(found: HTMLElement[], q: string): void {
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

function keepInAddress(q: string): void {
  const address = new URL(location.href)
  if (q === '') address.searchParams.delete('q')
  else address.searchParams.set('q', q)
  history.replaceState(history.state, '', address)
}
