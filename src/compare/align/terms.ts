import type { Clause } from '../../agreement/index.ts'

/** The terms that a clause defines, numbered or not; none where it defines nothing. */
export function termsOf({ kind, terms, text }: Pick<Clause, 'kind' | 'terms' | 'text'>): readonly string[] {
  if (kind === 'definition' && terms) return terms
  const defined = /^["“]([^"”]{1,60})["”] (?:shall |will )?means?\b/.exec(text)
  return defined ? [defined[1]!] : []
}
