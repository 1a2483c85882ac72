import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { type Agreement, clausesOf, parseAgreement, separateAgreements } from '../../src/agreement/index.ts'
import { type CompareOptions, type Comparison, compare } from '../../src/compare/index.ts'

/** An official text by its id, without what is attached to it; `folder` is CLAUSEBOOK_TEXTS. */
export function readText(folder: string, id: string): Agreement {
  const [license, document] = id.split('/')
  const file = document === 'use-policy' ? 'use-policy.md' : 'license.txt'
  return separateAgreements(parseAgreement(readFileSync(join(folder, license!, file), 'utf8')))[0]!
}

/** Compares two agreements that have no identity. */
export function compared(
  left: Agreement | string,
  right: Agreement | string,
  options: CompareOptions = {},
): Comparison {
  const [one, other] = [left, right].map((text) => (typeof text === 'string' ? parseAgreement(text) : text))
  const identities = {
    left: { id: 'left', title: one!.title, sha256: '' },
    right: { id: 'right', title: other!.title, sha256: '' },
  }
  return compare(one!, other!, identities, options)
}

/** Fails where a word of either agreement is in no pair, or in two, or in another place. */
export function expectNothingLost(left: Agreement, right: Agreement, { pairs, summary }: Comparison): void {
  for (const [side, agreement, other] of [
    ['left', left, 'insert'],
    ['right', right, 'delete'],
  ] as const) {
    const texts: string[][] = []
    for (const pair of pairs) {
      const own = pair[side]
      const words = pair.pieces.filter(({ op }) => op !== other).map(({ text }) => text)
      expect(words.join('')).toBe(own?.text ?? '')
      if (!own) continue
      texts[own.order] ??= []
      expect(texts[own.order]![own.part?.index ?? 0]).toBeUndefined()
      texts[own.order]![own.part?.index ?? 0] = own.text
    }
    expect(texts.map((parts) => parts.join(' '))).toEqual(clausesOf(agreement).map(({ text }) => text))
  }
  const { moved, ...statuses } = summary
  expect(Object.values(statuses).reduce((sum, count) => sum + count, 0)).toBe(pairs.length)
  expect(moved).toBe(pairs.filter((pair) => pair.moved).length)
}

/** What became of each clause: `1.a: changed`, `2 → 3: identical, moved`. */
export function outcomes({ pairs }: Comparison): string[] {
  return pairs.map(({ left, right, status, moved, relation }) => {
    const [from, to] = [left?.path, right?.path]
    const path = from && to && from !== to ? `${from} → ${to}` : (from ?? to)
    return `${path}: ${[status, ...(moved ? ['moved'] : []), ...(relation ? [relation] : [])].join(', ')}`
  })
}

/** `[-gone-]{+new+}`: the pieces as a line. */
export function marked(pieces: Comparison['pairs'][number]['pieces']): string {
  return pieces
    .map(({ op, text }) => (op === 'equal' ? text : op === 'delete' ? `[-${text}-]` : `{+${text}+}`))
    .join('')
}

/**
 * Clauses of which one is removed and one added though they have at least 60 of 100 words in common: a reader pairs them.
 *
 * @param reasons clauses that a reader leaves apart all the same, by their words
 */
export function standingApart({ pairs }: Comparison, reasons: Record<string, string> = {}): string[] {
  const gone = pairs.flatMap(({ left, right }) => (left && !right ? [left.text] : []))
  const come = pairs.flatMap(({ left, right }) => (right && !left ? [right.text] : []))
  return gone.flatMap((one) =>
    reasons[one] || bagOf(one).length < 2
      ? []
      : come
          .filter((other) => commonOf(bagOf(one), bagOf(other)) >= 0.6)
          .map((other) => `${one.slice(0, 60)} | ${other.slice(0, 60)}`),
  )
}

function bagOf(text: string): string[] {
  return (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).sort()
}

/** Share of the words of both that they have in common. */
function commonOf(left: string[], right: string[]): number {
  let [at, to, common] = [0, 0, 0]
  while (at < left.length && to < right.length) {
    const [one, other] = [left[at]!, right[to]!]
    if (one === other) common += 1
    if (one <= other) at += 1
    if (other <= one) to += 1
  }
  return (2 * common) / (left.length + right.length)
}
