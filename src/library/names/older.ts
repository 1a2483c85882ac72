/** Names that older versions wrote, and the names for what they meant: in reports, houses and notes that somebody keeps. */
const older: Record<'path' | 'risk', Record<string, readonly string[]>> = {
  path: {
    'community-license-is-enough': ['go', 'go-with-duties'],
    'clarify-in-a-side-letter': ['clarify-with-meta'],
    'separate-license-needed': ['separate-license'],
    open: ['not-decided'],
  },
  risk: {
    'weapons-or-drugs': ['weapons', 'controlled-substances'],
  },
}

/**
 * What an older name is called now.
 *
 * @returns a sentence for whoever used it; undefined where it is no older name of that kind
 * @example
 * olderName('path', 'community-license-is-enough')
 * // 'community-license-is-enough is the older name of the path go or go-with-duties: use that'
 */
export function olderName(kind: 'path' | 'risk', name: string): string | undefined {
  const now = Object.hasOwn(older[kind], name) ? older[kind][name] : undefined
  if (!now) return undefined
  return `${name} is the older name of the ${kind} ${now.join(' or ')}: use ${now.length > 1 ? 'one of them' : 'that'}`
}
