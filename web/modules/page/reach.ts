/** Longer than a server that lives takes to say so, in milliseconds. */
const patience = 8000

/**
 * A form is sent when the server answers; else its page stays, with all that is in it, and a line of it says so, where a
 * browser would put its own page of an error in its place.
 *
 * @param unsent what else to do where it was not sent
 */
export function stayUnreached(form: HTMLFormElement, unsent: () => void = () => undefined): void {
  const line = document.createElement('p')
  line.className = 'problems unsent'
  line.role = 'alert'
  line.hidden = true
  form.append(line)
  let isSure = false
  form.addEventListener('submit', (event) => {
    line.hidden = true
    if (isSure || event.defaultPrevented) {
      isSure = false
      return
    }
    event.preventDefault()
    void fetch('/healthz', { method: 'HEAD', cache: 'no-store', signal: AbortSignal.timeout(patience) }).then(
      () => {
        isSure = true
        form.requestSubmit(event.submitter)
      },
      () => {
        line.textContent =
          'The server cannot be reached, so nothing was sent. All that you filled in is here: try again when it answers.'
        line.hidden = false
        line.scrollIntoView({ block: 'nearest' })
        unsent()
      },
    )
  })
}
