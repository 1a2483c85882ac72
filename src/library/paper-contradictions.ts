import { Problem } from '../problem.ts'
import type { Reader } from './reading.ts'
import { paperContradictionsSchema } from './schema/paper-contradictions.ts'
import { withTraits } from './traits.ts'
import type { PaperContradiction } from './types.ts'
import type { VendorKinds } from './vendor-kinds.ts'

/** Reads `paper-contradictions.yaml`; conditions ask for traits of a vendor, never for a kind. */
export function readPaperContradictions(reader: Reader, kinds: VendorKinds): PaperContradiction[] {
  const read = reader.yaml('paper-contradictions.yaml', paperContradictionsSchema)
  if (!read) return []
  return read.data.map(({ when, ...one }, at) => {
    const wrong = (reason: string) => (_: string, place: PropertyKey[]) =>
      reader.problems.push(new Problem('vendor-kinds', reason, read.source.at([at, 'when', ...place])))
    return {
      ...one,
      when: withTraits(
        when,
        kinds,
        wrong('there is no such trait in vendor-kinds.yaml'),
        wrong('a condition names a kind: ask for a trait of it, such as { $trait: hosts }'),
      ),
    }
  })
}
