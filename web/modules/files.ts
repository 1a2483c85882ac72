const form = document.querySelector<HTMLFormElement>('form.files')
const working = document.querySelector<HTMLElement>('.working')

/** While a file is compared, the page says so and the button waits. */
form?.addEventListener('submit', () => {
  const button = form.querySelector<HTMLButtonElement>('button')
  if (button) button.disabled = true
  if (working) working.hidden = false
})
// Back from the comparison, the page may come out of the browser's memory as it was left.
addEventListener('pageshow', () => {
  const button = form?.querySelector<HTMLButtonElement>('button')
  if (button) button.disabled = false
  if (working) working.hidden = true
})
