import type { z } from 'zod'
import { Problem } from '../problem.ts'
import type { Reader } from './reading.ts'
import { vendorKindsSchema } from './schema/vendor-kinds.ts'
import type { VendorKind } from './types.ts'

const file = 'vendor-kinds.yaml'

/** The kinds of vendor of a library, and what their traits mean. */
export interface VendorKinds {
  vendorKinds: Map<string, VendorKind>
  vendorTraits: Map<string, string>
}

/** Reads `vendor-kinds.yaml`; a kind that does not say of every trait whether it has it is a problem. */
export function readVendorKinds(reader: Reader): VendorKinds {
  const read = reader.yaml(file, vendorKindsSchema)
  if (!read) return { vendorKinds: new Map(), vendorTraits: new Map() }
  const { data, source } = read
  for (const [at, { id, traits }] of data.kinds.entries()) {
    const wrong = (reason: string, path: PropertyKey[]) =>
      reader.problems.push(new Problem('vendor-kinds', `${id}: ${reason}`, source.at(['kinds', at, ...path])))
    if (data.kinds.findIndex((one) => one.id === id) < at) wrong('there is such a kind already', ['id'])
    for (const trait of Object.keys(data.traits))
      if (!Object.hasOwn(traits, trait)) wrong(`does not say whether it has the trait ${trait}`, ['traits'])
    for (const trait of Object.keys(traits))
      if (!Object.hasOwn(data.traits, trait)) wrong(`there is no trait ${trait}`, ['traits', trait])
  }
  return kindsOf(data)
}

/** The file's content, by the names of its kinds and traits. */
export function kindsOf({ traits, kinds }: z.infer<typeof vendorKindsSchema>): VendorKinds {
  return {
    vendorKinds: new Map(kinds.map((kind) => [kind.id, kind])),
    vendorTraits: new Map(Object.entries(traits)),
  }
}
