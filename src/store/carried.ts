import type { z } from 'zod'
import type { JobPart, ThingResult } from './jobs.ts'
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

/** A job on its way from one engine to another; its parts are read one at a time, so that memory does not grow with it. */
export interface CarriedJob {
  id: string
  what: string
  title: string
  at: string
  by: string
  task: unknown
  /** Name of the matter that it belongs to. */
  matter?: string
  ofRegister?: true
  parts: AsyncIterable<CarriedPart>
}

/** A part of a job: what was to be done, how far it is, and what came of it. */
export interface CarriedPart {
  status: JobPart
  things: unknown[]
  /** The file that they are of. */
  file?: Uint8Array
  /** One for each thing; none as long as it was never done. */
  results: ThingResult[]
}
