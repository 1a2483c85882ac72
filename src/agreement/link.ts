/** Whether the words of a link are the address that it leads to: then it says nothing that the words do not. */
export function isOwnAddress(words: string, target: string): boolean {
  return bareAddress(words) === bareAddress(target)
}

/** An address as its words are written: without scheme, `www.` and the last slash. */
function bareAddress(address: string): string {
  return address
    .trim()
    .toLowerCase()
    .replace(/^(?:https?:\/\/|mailto:|tel:)/, '')
    .replace(/^www\./, '')
    .replace(/[/\s]+$/, '')
}
