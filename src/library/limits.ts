import type { Reader } from './reading.ts'
import {
  limitsSchema,
  openPointsSchema,
  policyItemsSchema,
  silencesSchema,
  statementsSchema,
} from './schema/limits.ts'
import type { Library, Limit } from './types.ts'

type Read = Pick<
  Library,
  'basis' | 'enough' | 'limits' | 'breaches' | 'openPoints' | 'policyItems' | 'statements' | 'silences'
>

/** Reads what an answer rests on: `limits.yaml`, `open-points.yaml`, `policy-items.yaml`, `statements.yaml`, `silences.yaml`. */
export function readLimits(reader: Reader): Read {
  const limits = reader.yaml('limits.yaml', limitsSchema)?.data
  return {
    basis: limits?.basis ?? [],
    enough: limits?.enough ?? [],
    limits: [
      ...(limits?.limits ?? []).map(
        ({ way_out: wayOut, keeps_duties: keepsDuties, ...limit }): Limit => ({
          ...limit,
          wayOut,
          ...(keepsDuties ? { keepsDuties } : {}),
        }),
      ),
      ...(limits?.lines ?? []).flatMap((one, line): Limit[] => [
        { ...lineOf(one, line, 'does', one.does, 'not-usable'), ...(one.doubted ? { doubted: true } : {}) },
        ...(one.related === undefined
          ? []
          : [lineOf(one, line, 'related', one.related, 'clarify-with-meta')]),
      ]),
    ],
    breaches: limits?.breaches ?? [],
    openPoints: reader.yaml('open-points.yaml', openPointsSchema)?.data ?? [],
    policyItems: reader.yaml('policy-items.yaml', policyItemsSchema)?.data ?? [],
    statements: (reader.yaml('statements.yaml', statementsSchema)?.data ?? []).map(
      ({ seen_at: seenAt, ...statement }) => ({ ...statement, seenAt }),
    ),
    silences: reader.yaml('silences.yaml', silencesSchema)?.data ?? [],
  }
}

/** A line of the policy as a limit: the use does what it names, or is related to it. */
function lineOf(
  { what, topic, way_out: wayOut }: { what: string[]; topic: string; way_out: string },
  line: number,
  how: 'does' | 'related',
  says: string,
  path: Limit['path'],
): Limit {
  return {
    id: `${topic}-${how}`,
    line,
    says,
    when: {
      [`terms.${topic}.absent`]: false,
      'matter.sensitive_uses': { $elemMatch: { what: { $in: what }, how } },
    },
    path,
    takes: 'use',
    wayOut,
    cites: [{ topic }],
  }
}
