import { z } from 'zod'
import { section, textKind } from './words.ts'

/**
 * `licenses/LICENSE/renumbered.yaml`: for each text, the clauses that the license has under another number than the
 * license that it extends; a clause's sub-clauses move with it unless they are named themselves.
 */
export const renumberedSchema = z.partialRecord(textKind, z.record(section, section))
