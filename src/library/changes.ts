import type { Reader } from './reading.ts'
import { changesSchema } from './schema/changes.ts'
import type { Library } from './types.ts'

/** Reads `changes.yaml`: what it means that two licenses differ. */
export function readChanges(reader: Reader): Library['changes'] {
  const topics = reader.yaml('changes.yaml', changesSchema)?.data ?? {}
  return new Map(
    Object.entries(topics).map(
      ([topic, { having, instead, instead_where: insteadWhere, short, facts = {} }]) => [
        topic,
        {
          ...(having === undefined ? {} : { having }),
          ...(instead === undefined ? {} : { instead }),
          ...(insteadWhere === undefined ? {} : { insteadWhere }),
          ...(short === undefined ? {} : { short }),
          facts: Object.fromEntries(
            Object.entries(facts).map(([name, { freer_first: freerFirst, words = {}, ...fact }]) => [
              name,
              { ...fact, words, ...(freerFirst === undefined ? {} : { freerFirst }) },
            ]),
          ),
        },
      ],
    ),
  )
}
