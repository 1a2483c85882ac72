/**
 * The address and the outline follow the clause that is read. The address stays what was sent, or where a link led,
 * until the reader scrolls on.
 */
export function followPlace(articles: HTMLElement[]): void {
  let scrolls = false
  for (const kind of ['wheel', 'touchmove', 'keydown', 'pointerdown'])
    addEventListener(
      kind,
      () => {
        scrolls = true
      },
      { passive: true },
    )
  addEventListener('hashchange', () => {
    scrolls = false
  })
  const entries = new Map(
    [...document.querySelectorAll<HTMLAnchorElement>('.outline a')].map((link) => [link.hash.slice(1), link]),
  )
  const inView = new Set<Element>()
  let shown: string | undefined
  const observer = new IntersectionObserver(
    (changes) => {
      for (const { target, isIntersecting } of changes) {
        if (isIntersecting) inView.add(target)
        else inView.delete(target)
      }
      const first = articles.find((article) => inView.has(article))
      if (!first || first.id === shown) return
      if (shown !== undefined) entries.get(shown)?.removeAttribute('aria-current')
      if (scrolls) history.replaceState(history.state, '', `#${first.id}`)
      shown = first.id
      const entry = entries.get(shown)
      entry?.setAttribute('aria-current', 'true')
      keepInSight(entry)
    },
    { rootMargin: '-80px 0px -60% 0px' },
  )
  for (const article of articles) observer.observe(article)
}

/** Scrolls the outline alone, never the page. */
function keepInSight(entry: HTMLElement | undefined): void {
  const box = entry?.closest<HTMLElement>('.outline')
  if (!entry || !box) return
  const [own, around] = [entry.getBoundingClientRect(), box.getBoundingClientRect()]
  if (own.top < around.top) box.scrollTop -= around.top - own.top + 20
  if (own.bottom > around.bottom) box.scrollTop += own.bottom - around.bottom + 20
}
