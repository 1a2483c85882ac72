/** Asks at what step the work is, and goes on to what it came to. */
const progress = document.querySelector<HTMLProgressElement>('#progress')
const step = document.querySelector<HTMLElement>('#step')
const count = document.querySelector<HTMLElement>('#count')
for (const one of document.querySelectorAll<HTMLElement>('.unscripted')) one.hidden = true

interface State {
  state: string
  step: string
  done?: number
  of?: number
  to?: string
}

async function ask(): Promise<void> {
  const response = await fetch(location.href, { headers: { accept: 'application/json' } })
  if (!response.ok) return location.reload()
  const state = (await response.json()) as State
  if (state.to !== undefined) return location.replace(state.to)
  if (state.state !== 'under way') return location.reload()
  if (step && step.textContent !== state.step) step.textContent = state.step
  if (count) count.textContent = state.of === undefined ? '' : `, ${state.done} of ${state.of}`
  if (progress && state.of !== undefined) {
    progress.max = state.of
    progress.value = state.done ?? 0
  } else progress?.removeAttribute('value')
  setTimeout(ask, 500)
}

if (progress) void ask()

export {}
