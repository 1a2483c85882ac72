/** Longer ones are no address that anybody was on. */
const longest = 500

/**
 * The page of ours to go back to once somebody is signed in: a path and its query, and the first page in place of all that leads
 * elsewhere.
 *
 * @example
 * wayBack('/vendors?find=a') // "/vendors?find=a"
 * wayBack('//elsewhere.example') // "/"
 */
export function wayBack(said: unknown): string {
  const here = 'http://clausebook.invalid'
  if (typeof said !== 'string' || said.length > longest || !said.startsWith('/')) return '/'
  // As a browser reads it: what begins with two strokes once dots are resolved, or with \, is another host's address.
  const url = URL.canParse(said, here) ? new URL(said, here) : undefined
  const leadsElsewhere = url?.origin !== here || url.pathname.startsWith('//')
  return leadsElsewhere || /^\/sign(-in|-out|ed-out)\b/.test(url.pathname) ? '/' : url.pathname + url.search
}
