import { forgetForms } from './kept.ts'

/** Whoever signs out leaves no form on the device. */
export function leaveNothing(): void {
  document.querySelector('form[action="/sign-out"]')?.addEventListener('submit', forgetForms)
}
