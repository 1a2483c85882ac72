/** What a field offers, and what is done with the one that is chosen. */
export interface Offer {
  /** Names that fit what is typed, in their order. */
  namesFor(words: string): string[]
  choose(name: string): void
}

/**
 * Offers names under a field (a combobox of ARIA 1.2): arrows go through them, also before anything is typed, Enter chooses
 * and Escape shuts them. Browsers differ in what keys do in a `datalist`, and on some phones it shows nothing.
 *
 * @returns the field in a box with the names
 */
export function offerUnder(field: HTMLInputElement, { namesFor, choose }: Offer): HTMLElement {
  const [box, list] = [document.createElement('div'), document.createElement('ul')]
  box.className = 'offer'
  list.id = `${field.id}-offered`
  list.role = 'listbox'
  list.ariaLabel = 'Offered'
  list.hidden = true
  field.role = 'combobox'
  field.ariaAutoComplete = 'list'
  field.setAttribute('aria-controls', list.id)
  field.ariaExpanded = 'false'
  box.append(field, list)
  let at = -1

  const show = () => {
    list.replaceChildren(...namesFor(field.value).map(optionOf))
    list.hidden = list.childElementCount === 0
    field.ariaExpanded = String(!list.hidden)
    goTo(-1)
  }
  const shut = () => {
    list.hidden = true
    field.ariaExpanded = 'false'
    goTo(-1)
  }
  const goTo = (place: number) => {
    at = place
    for (const [which, option] of [...list.children].entries()) option.ariaSelected = String(which === at)
    const active = list.children[at]
    if (active) {
      field.setAttribute('aria-activedescendant', active.id)
      active.scrollIntoView({ block: 'nearest' })
    } else field.removeAttribute('aria-activedescendant')
  }
  const take = (name: string) => {
    shut()
    choose(name)
  }
  const optionOf = (name: string, place: number) => {
    const option = document.createElement('li')
    option.id = `${list.id}-${place}`
    option.role = 'option'
    option.textContent = name
    // The field keeps the focus.
    option.addEventListener('pointerdown', (event) => event.preventDefault())
    option.addEventListener('click', () => take(name))
    return option
  }

  field.addEventListener('input', show)
  field.addEventListener('click', show)
  field.addEventListener('blur', shut)
  field.addEventListener('keydown', (event) => {
    if (event.isComposing) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      if (list.hidden) show()
      const count = list.childElementCount
      const first = event.key === 'ArrowDown' ? 0 : count - 1
      if (count > 0) goTo(at < 0 ? first : (at + (event.key === 'ArrowDown' ? 1 : count - 1)) % count)
    } else if (event.key === 'Escape' && !list.hidden) {
      event.preventDefault()
      shut()
    } else if (event.key === 'Enter') {
      const name = list.children[at]?.textContent
      if (name === undefined || name === null) return shut()
      event.preventDefault()
      event.stopImmediatePropagation()
      take(name)
    }
  })
  return box
}
