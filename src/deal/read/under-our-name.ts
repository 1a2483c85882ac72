import type { Matter } from '../../matter/index.ts'
import type { DealRecord } from '../record.ts'
import type { Hand, TurnReading } from '../types.ts'

/**
 * Names that our changes bear: of whoever sent a round, of the author of the matter's documents and of the client, and of
 * whoever tracked something in what we sent first.
 */
export function ourNames(
  { rounds }: Pick<DealRecord, 'rounds'>,
  matter: Matter | undefined,
  firstSent: readonly Hand[],
): ReadonlySet<string> {
  const names = [
    ...rounds.map(({ sent }) => sent.by),
    ...firstSent.map(({ author }) => author),
    matter?.document?.author,
    matter?.client?.name,
  ]
  return new Set(names.flatMap((name) => (name === undefined ? [] : (plainName(name) ?? []))))
}

/** A reading in which changes and comments that bear a name of ours say so: whoever wants may write any name in a file. */
export function toldUnderOurName(reading: TurnReading, names: ReadonlySet<string>): TurnReading {
  const isOurs = ({ author }: Hand) => {
    const plain = plainName(author)
    return plain !== undefined && names.has(plain)
  }
  const told = <T extends Hand>(all: readonly T[]): T[] =>
    all.map((one) => (isOurs(one) ? { ...one, asOurs: true } : one))
  return {
    ...reading,
    points: reading.points.map((one) => ({ ...one, by: told(one.by), comments: told(one.comments) })),
    asks: reading.asks.map((one) => ({ ...one, by: told(one.by), comments: told(one.comments) })),
    comments: told(reading.comments),
  }
}

/** A name as it is compared; undefined of none. */
function plainName(name: string): string | undefined {
  const plain = name.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase()
  return plain === '' || plain === 'unknown' ? undefined : plain
}
