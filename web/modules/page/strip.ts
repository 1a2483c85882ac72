/** A strip beside the scroll bar: where the changes stand in the page, and a click leads to the nearest. */
export function showStrip(changes: HTMLElement[], goTo: (change: HTMLElement) => void): void {
  const strip = document.createElement('div')
  strip.className = 'strip'
  strip.setAttribute('aria-hidden', 'true')
  document.body.append(strip)
  const middleOf = (change: HTMLElement) => change.getBoundingClientRect().top + scrollY
  const shown = () => changes.filter((change) => change.checkVisibility())
  const draw = () => {
    const height = document.documentElement.scrollHeight
    strip.replaceChildren(
      ...shown().map((change) => {
        const mark = document.createElement('i')
        mark.className = change.className
        mark.style.top = `${(100 * middleOf(change)) / height}%`
        return mark
      }),
    )
  }
  strip.addEventListener('click', ({ clientY }) => {
    const at = (clientY / innerHeight) * document.documentElement.scrollHeight
    const distance = (change: HTMLElement) => Math.abs(middleOf(change) - at)
    const [nearest] = shown().sort((a, b) => distance(a) - distance(b))
    if (nearest) goTo(nearest)
  })
  new ResizeObserver(draw).observe(document.body)
  addEventListener('hashchange', draw)
}
