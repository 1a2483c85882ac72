import type { z } from 'zod'
import type { saidSchema } from './said.ts'

/** What stands beside the words of a version, in the order in which a file has it. */
export interface CarriedVersion {
  version: number
  yaml: string
  at: string
  by: string
  did: string
  sha256: string
  base?: string | undefined
  once?: string | undefined
}

/** A matter, a vendor or a deal with all that is kept of it, on its way from one engine to another. */
export interface Carried {
  name: string
  /** From 1, none missing. */
  versions: CarriedVersion[]
  /** What persons said of papers, each time what one said at once. */
  decisions: z.infer<typeof saidSchema>[][]
  /** Of a deal, its files beside its `deal.yaml`. */
  files?: ReadonlyMap<string, Uint8Array>
}
