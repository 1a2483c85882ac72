import { listed } from '../../in-words.ts'
import type { Library } from '../../library/index.ts'
import type { Assessment, MergedFinding } from '../types.ts'
import { licenseNames } from './cited.ts'

/**
 * For which uses and under which licenses a finding is; of a matter with one use the licenses alone.
 *
 * @returns `notes and chatbot, under Llama 3.1 and 3.3`; `all uses, under Llama 4`
 */
export function usesUnder(
  { uses, licenses }: Pick<MergedFinding, 'uses' | 'licenses'>,
  { answers }: Pick<Assessment, 'answers'>,
  library: Pick<Library, 'licenses'>,
): string {
  const names = licenseNames(licenses, library.licenses)
  const all = [...new Set(answers.map(({ use }) => use))]
  if (all.length < 2) return names
  const own = all.filter((use) => uses.includes(use))
  return `${own.length === all.length ? 'all uses' : listed(own)}, under ${names}`
}
