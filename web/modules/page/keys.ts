/** What a key does: `n` and `p` go to changes, `/` to the search, `o` unfolds, `?` lists the keys. */
export function listenToKeys(actions: Record<string, () => void>): void {
  document.addEventListener('keydown', (event) => {
    const { key, target, ctrlKey, metaKey, altKey } = event
    if (ctrlKey || metaKey || altKey || isWriting(target)) return
    const action = actions[key]
    if (!action) return
    event.preventDefault()
    action()
  })
}

function isWriting(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('input, textarea, select, dialog[open]') !== null
}
