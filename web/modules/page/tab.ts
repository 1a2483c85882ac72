/** A link into the text that stands beside shows it: its tab says so, and what is chosen next stays with it. */
export function markTab(): void {
  const tabs = [...document.querySelectorAll<HTMLElement>('.tabs a')]
  const shownText = () =>
    [...document.querySelectorAll<HTMLElement>('.clauses > .of')].find((text) => text.checkVisibility())
  const mark = () => {
    const text = shownText()?.dataset.document
    for (const tab of tabs) {
      if (tab.dataset.document === text) tab.setAttribute('aria-current', 'true')
      else tab.removeAttribute('aria-current')
    }
  }
  const stay = () => {
    const text = shownText()?.dataset.document
    if (text === undefined || tabs.length === 0) return
    for (const link of document.querySelectorAll<HTMLAnchorElement>('.set a')) {
      const address = new URL(link.href)
      address.searchParams.set('document', text)
      link.href = address.href
    }
  }
  const show = () => {
    mark()
    stay()
  }
  show()
  addEventListener('hashchange', show)
}
