import { z } from 'zod'
import { stands } from './stands.ts'
import { id, words } from './words.ts'

/** `licenses/LICENSE/absent.yaml`: topics on which the license is silent, and what follows, in one sentence. */
export const absentSchema = z.record(id, z.union([words, z.strictObject({ follows: words, stands })]))
