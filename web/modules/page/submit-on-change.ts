/** A list marked `data-submits` sends its form at once; the button is for whoever has no script. */
export function submitOnChange(): void {
  for (const list of document.querySelectorAll<HTMLSelectElement>('select[data-submits]')) {
    list.addEventListener('change', () => list.form?.requestSubmit())
  }
  for (const button of document.querySelectorAll<HTMLElement>('.unscripted')) button.hidden = true
  for (const part of document.querySelectorAll<HTMLElement>('.scripted')) part.hidden = false
}
