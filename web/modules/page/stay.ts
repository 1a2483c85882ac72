/** Where a reader was: the clause at the top of the window, and how far below that edge; none above all clauses. */
interface Place {
  path: string
  clause?: string
  /** Pixels: of the clause below the edge, or how far the page was scrolled. */
  at: number
}

const kept = 'clausebook:place'
/** Bars that stay in sight end here, in pixels. */
const edge = 90

/**
 * Whoever sets the clauses otherwise (side by side, all of them, without a search) stays with the one that is read, at the
 * same height, and the address keeps its section. Without a script the page begins with the clauses.
 */
export function stayInPlace(articles: HTMLElement[]): void {
  comeBack(articles)
  document.addEventListener('click', ({ target }) => {
    const link = target instanceof Element ? target.closest<HTMLAnchorElement>(':is(.set, .shown) a') : null
    if (link?.hash !== '#clauses' || link.pathname !== location.pathname) return
    const read = articles.find((one) => one.checkVisibility() && one.getBoundingClientRect().bottom > edge)
    const isAmong = document.querySelector('.clauses')!.getBoundingClientRect().top < edge
    link.hash = isAmong && read ? `#${read.id}` : location.hash
    const place: Place =
      isAmong && read
        ? { path: link.pathname, clause: read.id, at: read.getBoundingClientRect().top }
        : { path: link.pathname, at: scrollY }
    try {
      sessionStorage.setItem(kept, JSON.stringify(place))
    } catch {
      // The section in the address leads there, if not to the line.
    }
  })
}

function comeBack(articles: HTMLElement[]): void {
  const place = taken()
  if (!place || place.path !== location.pathname) return
  const article = articles.find(({ id }) => id === place.clause)
  for (let fold = article?.closest('details'); fold; fold = fold.parentElement?.closest('details'))
    fold.open = true
  const go = () => {
    if (place.clause === undefined) scrollTo({ top: place.at, behavior: 'instant' })
    else if (article) scrollBy({ top: article.getBoundingClientRect().top - place.at, behavior: 'instant' })
  }
  go()
  // What has loaded since moves it, and the browser goes to the section itself.
  addEventListener('load', () => requestAnimationFrame(go), { once: true })
}

function taken(): Place | undefined {
  try {
    const place = JSON.parse(sessionStorage.getItem(kept) ?? 'null') as Place | null
    sessionStorage.removeItem(kept)
    return place ?? undefined
  } catch {
    return undefined
  }
}
