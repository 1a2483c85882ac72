/**
 * A fold marked `data-from` holds a link to a page; opened, it has what that page says under `levels`. Where nothing
 * answers the link stays, as without a script.
 */
export function fillOnDemand(): void {
  const fill = async (fold: HTMLDetailsElement): Promise<void> => {
    const { from } = fold.dataset
    const link = fold.querySelector(':scope > a')
    if (!fold.open || from === undefined || !link) return
    const answer = await fetch(from).catch(() => undefined)
    if (!answer?.ok) return
    // The server's own page, whose values its templates escape; a script in it would not run.
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
    link.replaceWith(...(page.querySelector('#levels')?.childNodes ?? [link]))
  }
  // It does not bubble.
  document.addEventListener(
    'toggle',
    ({ target }) => {
      if (target instanceof HTMLDetailsElement) void fill(target)
    },
    { capture: true },
  )
}
