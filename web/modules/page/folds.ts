/** Questions of a card that stand folded in a line: a link to one of them opens it, as a browser does by itself where it can. */
export function openFolds(): void {
  document.addEventListener('click', ({ target }) => {
    const link = target instanceof Element ? target.closest<HTMLAnchorElement>('a[href^="#f-"]') : null
    if (link) openFoldOf(document.getElementById(link.hash.slice(1)))
  })
}

/** Opens the fold in which a question stands. */
export function openFoldOf(field: Element | null | undefined): void {
  const fold = field?.closest<HTMLDetailsElement>('details.settled')
  if (fold) fold.open = true
}

/** Says in each line what is answered now, and opens what could change nothing and now can. */
export function sayFolded(told: HTMLElement): void {
  const asked = new Set((told.dataset.asked ?? '').split(' '))
  const lines = [...document.querySelectorAll<HTMLElement>('#folded [data-card]')]
  for (const fold of document.querySelectorAll<HTMLDetailsElement>('.card > details.settled')) {
    const line = fold.querySelector('.line')
    if (!line) continue
    if (fold.classList.contains('change')) {
      const now = lines.find(({ dataset }) => dataset.card === fold.parentElement?.id)
      line.textContent = now?.textContent ?? 'No answers'
    } else if ([...fold.querySelectorAll<HTMLElement>('[data-field]')].some(isAsked)) {
      line.textContent = 'Can change what is said'
      fold.open = true
      fold.classList.replace('show', 'asked')
    }
  }
  function isAsked(field: HTMLElement): boolean {
    return asked.has(nameOf(field))
  }
}

/** The id of a field: a group has it itself, and of another the label names it. */
export function nameOf(field: HTMLElement): string {
  return field.id || (field.querySelector('label')?.htmlFor ?? '')
}
