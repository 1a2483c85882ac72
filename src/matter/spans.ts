import type { Matter } from './schema/index.ts'

interface Span {
  since?: string | undefined
  until?: string | undefined
}

/** Uses, and models of them, that are said to have ended before they began. */
export function wrongSpans({
  uses = [],
  models = [],
  ...top
}: Matter): { path: PropertyKey[]; reason: string }[] {
  const spans: [PropertyKey[], Span][] = [
    [[], top],
    ...models.map((one, at): [PropertyKey[], Span] => [['models', at], one]),
    ...uses.flatMap((use, at): [PropertyKey[], Span][] => [
      [['uses', at], use],
      ...(use.models ?? []).map((one, index): [PropertyKey[], Span] => [['uses', at, 'models', index], one]),
    ]),
  ]
  return spans.flatMap(([path, { since, until }]) =>
    since !== undefined && until !== undefined && isBefore(until, since)
      ? [
          {
            path: [...path, 'until'],
            reason: `${until} is before it began (since ${since}): mend one of the two`,
          },
        ]
      : [],
  )
}

/** A month is before a day only where it is before its month. */
function isBefore(one: string, other: string): boolean {
  const length = Math.min(one.length, other.length)
  return one.slice(0, length) < other.slice(0, length)
}
