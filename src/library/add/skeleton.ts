import { stringify } from 'yaml'
import type { Library, TextKind } from '../types.ts'
import { citationsFileOf } from './citations-file.ts'
import { licenseFileOf } from './license-file.ts'
import { termFileOf } from './term-file.ts'
import type { Plan } from './types.ts'

/** The files of a new license's folder, by name. */
export function skeletonOf(
  library: Library,
  { license, parent, citations, proposals }: Plan,
): Map<string, string> {
  const files = new Map([['license.yaml', licenseFileOf(license)]])
  const silent: Record<string, string> = {}
  const renumbered: Partial<Record<TextKind, Record<string, string>>> = {}
  for (const proposal of proposals) {
    const { topic, document, how } = proposal
    if (how === 'silent') silent[topic] = 'TODO: what follows from the silence, one sentence.'
    else if (how === 'inherited') {
      for (const [from, to] of Object.entries(proposal.moved)) {
        renumbered[document] = { ...renumbered[document], [from]: to }
      }
    } else files.set(`${topic}.md`, termFileOf(library, license, proposal))
  }
  if (Object.keys(silent).length > 0) files.set('absent.yaml', stringify(silent, { lineWidth: 110 }))
  if (Object.keys(renumbered).length > 0) {
    const note = `# Clauses that stand under another number than in ${license.extends}.\n`
    files.set(
      'renumbered.yaml',
      note + stringify(renumbered, { defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'PLAIN' }),
    )
  }
  const cited = citationsFileOf(library, license, parent, citations, renumbered)
  if (cited !== undefined) files.set('citations.yaml', cited)
  return files
}
