import { Problem } from '../problem.ts'
import type { Reader } from './reading.ts'
import { contradictionsSchema } from './schema/contradictions.ts'
import { withTraits } from './traits.ts'
import type { Contradiction } from './types.ts'
import type { VendorKinds } from './vendor-kinds.ts'

const file = 'contradictions.yaml'

/** Reads `contradictions.yaml`; conditions ask for traits of a vendor, never for a kind. */
export function readContradictions(reader: Reader, kinds: VendorKinds): Contradiction[] {
  const read = reader.yaml(file, contradictionsSchema)
  if (!read) return []
  return read.data.map(({ ways_out: waysOut, when, ...one }, at) => {
    const wrong = (reason: string) => (_: string, place: PropertyKey[]) =>
      reader.problems.push(new Problem('vendor-kinds', reason, read.source.at([at, 'when', ...place])))
    return {
      ...one,
      waysOut,
      when: withTraits(
        when,
        kinds,
        wrong('there is no such trait in vendor-kinds.yaml'),
        wrong('a condition names a kind: ask for a trait of it, such as { $trait: hosts }'),
      ),
    }
  })
}
