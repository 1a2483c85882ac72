import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import type { Compared } from './compare.ts'

/** A path or a count of users in which a blind reader and the program differ, without who is right. */
export interface Difference {
  client: string
  use: string
  license: string
  /** `path` or `threshold`. */
  what: string
  reader: string
  program: string
}

/** A difference that was looked up in the texts. */
export interface Judged extends Difference {
  /** The section that it was decided on. */
  section: string
  /** `both` where the texts bear either answer. */
  right: 'reader' | 'program' | 'both'
  why: string
}

/** Differences that were judged: `blind/differences.yaml`. */
export const differencesFile = 'test/matter/scenarios/blind/differences.yaml'

/** The differences that are judged. */
export function judgedDifferences(): Judged[] {
  return (parse(readFileSync(differencesFile, 'utf8')) as { differences: Judged[] }).differences
}

/** Every path and every count of users that differs, a row each; other points are counted and not judged. */
export function differencesOf(compared: Compared[]): Difference[] {
  return compared.flatMap(({ scenario: client, use, license, faults }) =>
    faults
      .map((fault) => ({ client, use, license, ...pointOf(fault) }))
      .filter(({ what }) => what === 'path' || what === 'threshold'),
  )
}

/** By what a row is found again. */
export function keyOf({ client, use, license, what, reader, program }: Difference): string {
  return [client, use, license, what, `reader: ${reader}`, `program: ${program}`].join(' | ')
}

function pointOf(fault: string): Pick<Difference, 'what' | 'reader' | 'program'> {
  const [what = fault, rest = ''] = fault.split(/: (.*)/s)
  const both = /^(.*?)(?: \(.*\))?, not (.*)$/s.exec(rest)
  return both ? { what, program: both[1]!, reader: both[2]! } : { what, program: rest, reader: 'otherwise' }
}
