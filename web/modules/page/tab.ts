/** A link into the text that stands beside shows it: what is chosen next stays with it. */
export function stayWithText(): void {
  const stay = () => {
    const shown = [...document.querySelectorAll<HTMLElement>('.clauses > .of')].find((text) =>
      text.checkVisibility(),
    )?.dataset.document
    if (shown === undefined || !document.querySelector('.tabs')) return
    for (const link of document.querySelectorAll<HTMLAnchorElement>('.set a')) {
      const address = new URL(link.href)
      address.searchParams.set('document', shown)
      link.href = address.href
    }
  }
  stay()
  addEventListener('hashchange', stay)
}
