import { type Clause, definedTerms } from '../../agreement/index.ts'

/** The terms that a clause defines, numbered or not; none where it defines nothing. */
export function termsOf({ kind, terms, text }: Pick<Clause, 'kind' | 'terms' | 'text'>): readonly string[] {
  return kind === 'definition' && terms ? terms : definedTerms(text)
}
