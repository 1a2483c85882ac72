import { z } from 'zod'
import { section, textKind } from './words.ts'

/**
 * `licenses/LICENSE/citations.yaml`: for each text, how the clauses are cited whose place does not say it: `recital.2`,
 * `1.b.i.A`, an entry of a bulleted list. A license without a table for a text has that of the license that it extends.
 */
export const citationsSchema = z.partialRecord(textKind, z.record(section, z.string().trim().min(1)))
