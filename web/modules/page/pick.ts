import { offerUnder } from './offer.ts'

/**
 * Lines of a textarea marked `data-picks` (the id of a `datalist`) are chosen, each a line that can be removed. The textarea
 * stays what is sent, and without a script what is typed in; words that the list has not are taken as they are.
 */
export function pickLines(): void {
  for (const lines of document.querySelectorAll<HTMLTextAreaElement>('textarea[data-picks]')) pickInto(lines)
}

function pickInto(lines: HTMLTextAreaElement): void {
  const names = optionsOf(lines.dataset.picks)
  const field = fieldFor(lines)
  const picked = document.createElement('ul')
  picked.className = 'picks'
  picked.setAttribute('aria-label', 'Chosen')
  picked.setAttribute('aria-live', 'polite')
  picked.setAttribute('aria-relevant', 'additions removals')

  const show = () => {
    const chosen = linesOf(lines)
    picked.replaceChildren(...chosen.map(lineOf))
    picked.hidden = chosen.length === 0
  }
  const keep = (chosen: string[]) => {
    lines.value = chosen.join('\n')
    show()
    lines.dispatchEvent(new Event('input', { bubbles: true }))
  }
  const add = (name: string) => {
    field.value = ''
    const chosen = linesOf(lines)
    if (name !== '' && !chosen.includes(name)) keep([...chosen, name])
  }
  const lineOf = (name: string, at: number): HTMLLIElement => {
    const line = document.createElement('li')
    const remove = document.createElement('button')
    remove.type = 'button'
    remove.className = 'small'
    remove.textContent = 'Remove'
    remove.setAttribute('aria-label', `Remove ${name}`)
    remove.addEventListener('click', () => {
      keep(linesOf(lines).filter((_, place) => place !== at))
      // To the line that has come in its place, so that a keyboard goes on from there.
      const rest = [...picked.querySelectorAll('button')]
      ;(rest[at] ?? rest.at(-1) ?? field).focus()
    })
    line.append(name, ' ', remove)
    return line
  }

  const offered = offerUnder(field, {
    namesFor: (words) => {
      const chosen = linesOf(lines)
      return fitting(words, names).filter((name) => !chosen.includes(name))
    },
    choose: add,
  })
  field.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.isComposing || field.value.trim() === '') return
    // It would send the form.
    event.preventDefault()
    add(named(field.value, names) ?? onlyOne(field.value, names) ?? field.value.trim())
  })
  field.addEventListener('change', () => add(named(field.value, names) ?? field.value.trim()))
  // Back in history a browser fills the textarea after the script has run.
  addEventListener('pageshow', show)
  lines.hidden = true
  lines.after(picked, offered)
  show()
}

/** The field in which one seeks takes the label, the help and the address of the textarea. */
function fieldFor(lines: HTMLTextAreaElement): HTMLInputElement {
  const field = document.createElement('input')
  field.id = lines.id
  field.autocomplete = 'off'
  field.placeholder = 'Type to choose'
  for (const name of ['aria-describedby', 'aria-invalid']) {
    const said = lines.getAttribute(name)
    if (said !== null) field.setAttribute(name, said)
  }
  lines.removeAttribute('id')
  return field
}

function optionsOf(list: string | undefined): string[] {
  return [...document.querySelectorAll<HTMLOptionElement>(`#${list} option`)].map(({ value }) => value)
}

function linesOf({ value }: HTMLTextAreaElement): string[] {
  return value
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

/** The name of the list that was written out, in capitals or not. */
function named(words: string, names: readonly string[]): string | undefined {
  const said = words.trim().toLowerCase()
  return names.find((name) => name.toLowerCase() === said)
}

/** The one name that the list still offers for what is typed. */
function onlyOne(words: string, names: readonly string[]): string | undefined {
  const found = fitting(words, names)
  return found.length === 1 ? found[0] : undefined
}

function fitting(words: string, names: readonly string[]): string[] {
  return names.filter((name) => name.toLowerCase().includes(words.trim().toLowerCase()))
}
