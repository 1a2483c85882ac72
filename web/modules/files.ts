import { stayUnreached } from './page/reach.ts'

const form = document.querySelector<HTMLFormElement>('form.files')
const working = document.querySelector<HTMLElement>('.working')

if (form) stayUnreached(form)
/** While a file is compared, the page says so and the button waits. */
form?.addEventListener('submit', ({ defaultPrevented }) => {
  if (defaultPrevented) return
  const button = form.querySelector<HTMLButtonElement>('button')
  if (button) button.disabled = true
  if (working) working.hidden = false
})
/** What the server would refuse for its size is told at its field, before it is sent. */
form?.addEventListener('change', ({ target }) => {
  if (!(target instanceof HTMLInputElement) || target.files === null) return
  const most = Number(form.dataset.megabytes) * 1024 * 1024
  const large = [...target.files].find(({ size }) => size > most)
  target.setCustomValidity(large ? `${large.name} has more than ${form.dataset.megabytes} MB.` : '')
  target.reportValidity()
})
// Back from the comparison, the page may come out of the browser's memory as it was left.
addEventListener('pageshow', () => {
  const button = form?.querySelector<HTMLButtonElement>('button')
  if (button) button.disabled = false
  if (working) working.hidden = true
})
