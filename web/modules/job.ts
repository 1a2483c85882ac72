/** Asks how far the work is, and shows the whole page again when it has ended. */
const progress = document.querySelector<HTMLProgressElement>('#progress')
const done = document.querySelector<HTMLElement>('#done')

async function ask(): Promise<void> {
  const response = await fetch(location.href, { headers: { accept: 'application/json' } })
  const state = (await response.json()) as { done: number; ended: boolean }
  if (progress) progress.value = state.done
  if (done) done.textContent = String(state.done)
  if (state.ended) location.reload()
  else setTimeout(ask, 400)
}

if (progress && progress.value < progress.max) void ask()

export {}
