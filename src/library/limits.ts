import type { z } from 'zod'
import { longDate } from '../in-words.ts'
import type { Reader } from './reading.ts'
import {
  limitsSchema,
  openPointsSchema,
  policyItemsSchema,
  silencesSchema,
  statementsSchema,
} from './schema/limits.ts'
import type { Library, Limit, TradeChecks } from './types.ts'

type Read = Pick<
  Library,
  | 'basis'
  | 'paths'
  | 'enough'
  | 'over'
  | 'tradeChecks'
  | 'limits'
  | 'breaches'
  | 'openPoints'
  | 'policyItems'
  | 'statements'
  | 'silences'
>

/** Reads what an answer rests on: `limits.yaml`, `open-points.yaml`, `policy-items.yaml`, `statements.yaml`, `silences.yaml`. */
export function readLimits(reader: Reader): Read {
  const limits = reader.yaml('limits.yaml', limitsSchema)?.data
  return {
    basis: limits?.basis ?? [],
    paths: limits?.paths ?? [],
    enough: limits?.enough ?? [],
    over: limits?.over ?? '',
    ...(limits?.trade_checks ? { tradeChecks: tradeChecksOf(limits.trade_checks) } : {}),
    limits: [
      ...(limits?.limits ?? []).map(
        ({ way_out: wayOut, keeps_duties: keepsDuties, says, ...limit }): Limit => ({
          ...limit,
          says: withSource(says, limits?.trade_checks),
          wayOut,
          ...(keepsDuties ? { keepsDuties } : {}),
        }),
      ),
      ...(limits ? limits.lines.flatMap((_, line) => limitsOf(line, limits)) : []),
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

type Limits = z.infer<typeof limitsSchema>

function tradeChecksOf({ as_of: asOf, ...list }: NonNullable<Limits['trade_checks']>): TradeChecks {
  return { ...list, asOf }
}

/** What holds, with where the list of places to check is from. */
function withSource(says: string, list: Limits['trade_checks']): string {
  return list === undefined
    ? says
    : says.replace('{trade_source}', () => `${list.source}, as of ${longDate(list.as_of)}`)
}

/** A line of the policies as two limits: a use does what it names, or serves those who do. */
function limitsOf(line: number, { lines, near }: Limits): Limit[] {
  const { what, topic, when, doubted, way_out: wayOut, ...says } = lines[line]!
  const first = lines.findIndex((one) => one.topic === topic) === line
  return (['does', 'related'] as const).map((how) => ({
    id: [topic, ...(first ? [] : what.slice(0, 1)), how].join('-'),
    line,
    says: says[how],
    when: {
      ...when,
      [`terms.${topic}.absent`]: false,
      'matter.sensitive_uses': { $elemMatch: { what: { $in: what }, how } },
    },
    ...near[how],
    ...(doubted && how === 'does' ? { doubted } : {}),
    wayOut,
    cites: [{ topic }],
  }))
}
