/** Each clause has a button that copies the link to it. */
export function copyLinks(articles: HTMLElement[]): void {
  // Only a page that is encrypted, or this machine's, may write to the clipboard.
  if (!navigator.clipboard) return
  for (const article of articles) {
    const link = article.querySelector<HTMLAnchorElement>('h3 a')
    if (!link) continue
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'copy'
    const what = document.createElement('span')
    what.className = 'spoken'
    what.textContent = ` to ${link.textContent}`
    button.append('Copy link', what)
    button.addEventListener('click', async () => {
      const address = new URL(location.href)
      address.hash = article.id
      const [label] = button.childNodes
      label!.textContent = await navigator.clipboard.writeText(address.href).then(
        () => 'Copied',
        () => 'Not copied',
      )
      setTimeout(() => {
        label!.textContent = 'Copy link'
      }, 2000)
    })
    link.closest('h3')?.after(button)
  }
}
