import type { z } from 'zod'
import type { Reader } from './reading.ts'
import { type evidenceSchema, evidenceWordsSchema, type positionEvidenceSchema } from './schema/evidence.ts'

/** How a review knows the subject of a flow-down in the words of others, and what makes each level. */
export type Evidence = z.infer<typeof evidenceSchema>

/** How a review knows the subject of a position in a licensor's paper, and what makes each level. */
export type PositionEvidence = z.infer<typeof positionEvidenceSchema>

/** One thing that a level takes. */
export type EvidencePoint = Evidence['points'][string]

/** Words that a review takes for the same, and kinds of words that weaken a sentence: `evidence.yaml`. */
export type EvidenceWords = z.infer<typeof evidenceWordsSchema>

const none: EvidenceWords = {
  lists: {},
  parties: {
    vendor: [],
    customer: [],
    resale: { vendor: [], customer: [] },
    either: [],
    others: {},
    defined: { vendor: [], customer: [] },
  },
  licensor: { licensor: [], licensee: [], either: [], signs: [], 'taken-back': [], outside: [] },
  efforts: [],
  'taken-back': [],
  outside: [],
  'chosen-elsewhere': [],
  incorporated: [],
  enclosed: [],
  vague: [],
  soon: [],
  limits: { begins: [], harmless: [], takes: [] },
  weakens: { named: [], exceptions: [], whole: [] },
  gutting: [],
  narrowing: { harmless: [] },
}

/** Reads `evidence.yaml`; a library without one reviews no paper. */
export function readEvidenceWords(reader: Reader): EvidenceWords {
  return reader.yaml('evidence.yaml', evidenceWordsSchema)?.data ?? none
}
