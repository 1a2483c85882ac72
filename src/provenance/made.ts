import { type DraftDocument, type DraftOptions, documentOf } from '../draft/index.ts'
import { packageVersion } from '../home.ts'
import type { Matter } from '../matter/index.ts'
import { carrying } from './carry.ts'
import { statementsOf } from './statements.ts'
import type { Provenance } from './types.ts'

/** What a document was drafted from. */
export interface DraftedFrom {
  /** The facts as they were given. */
  matter: Matter
  options: DraftOptions
  /** Digest of the clause library. */
  library: string
}

/**
 * What a Word file of ours was made of.
 *
 * @param bytes the file, as it was written
 */
export function provenanceOf(
  bytes: Uint8Array,
  { id, properties }: Pick<DraftDocument, 'id' | 'properties'>,
  { matter, options, library }: DraftedFrom,
): Provenance {
  const { form, cover, final, paper, date, today, author, vendor } = options
  const { allowBlanks, allowConflicts, forCounterparty } = options
  const how = { allowBlanks, allowConflicts, forCounterparty, form, cover, final, paper, date, today, author }
  return {
    version: 1,
    tool: packageVersion(),
    document: id,
    matter,
    options: Object.fromEntries(
      Object.entries({ ...how, vendor }).filter(([, value]) => value !== undefined),
    ),
    library,
    texts: properties.textDigests,
    statements: statementsOf(bytes).map(({ digest }) => digest),
  }
}

/**
 * A Word file of ours with what it was made of in it, where it is for our own side alone: what leaves holds no fact that
 * it does not print.
 */
export function withProvenance(bytes: Uint8Array, document: DraftDocument, from: DraftedFrom): Uint8Array {
  if (documentOf(document.id).forCounsel !== true || document.outbound) return bytes
  return carrying(bytes, provenanceOf(bytes, document, from))
}
