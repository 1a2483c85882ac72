import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { type Agreement, parseAgreement } from '../../src/agreement/index.ts'
import type { Comparison, Pair, PairStatus } from '../../src/compare/index.ts'
import { packageRoot } from '../../src/home.ts'
import { corpusMissing } from '../agreement/corpus.ts'
import { compared, expectNothingLost, standingApart } from './texts.ts'

if (corpusMissing) console.info(corpusMissing)

interface Neighbours {
  left: string
  right: string
  /** What a reader says of the pair. */
  reader?: string
  /** Pairs that the program makes and a reader does not. */
  unlike?: { from: string; to: string; why: string }[]
  says: { from?: string; to?: string; cites?: string; status: PairStatus }[]
}

const neighbours = parse(
  readFileSync(join(packageRoot(), 'test/fixtures/neighbours.yaml'), 'utf8'),
) as Neighbours[]

/** Clauses that a reader leaves apart though most of their words are the same, by how they begin. */
const apart: Record<string, string> = {
  // Entries of the order in which documents prevail: each has another one's place.
  'the Service Specific Terms;': 'the list is ordered anew',
  'the SLA; and': 'the list is ordered anew',
}

describe.skipIf(corpusMissing)('neighbouring versions of public licenses', () => {
  const read = new Map<string, Agreement>()
  const agreement = (name: string) => {
    const known = read.get(name)
    if (known) return known
    const folder = join(packageRoot(), '..', 'shared', 'license-corpus')
    const parsed = parseAgreement(readFileSync(join(folder, `${name}.txt`), 'utf8'))
    read.set(name, parsed)
    return parsed
  }
  const comparisons: { of: Neighbours; comparison: Comparison }[] = []
  beforeAll(() => {
    for (const of of neighbours)
      comparisons.push({ of, comparison: compared(agreement(of.left), agreement(of.right)) })
  })

  test('lose nothing', () => {
    expect(neighbours.filter(({ reader }) => reader).length).toBeGreaterThanOrEqual(60)
    for (const { of, comparison } of comparisons)
      expectNothingLost(agreement(of.left), agreement(of.right), comparison)
  })

  test('are paired as a reader pairs them', () => {
    const says = comparisons.flatMap(({ of, comparison }) => of.says.map((one) => ({ of, one, comparison })))
    const wrong = says
      .filter(({ one, comparison }) => !comparison.pairs.some((pair) => isSaid(pair, one)))
      .map(({ of, one }) => `${of.left} → ${of.right}: ${one.from} → ${one.to} ${one.status}`)
    expect(wrong).toEqual([])
  })

  test('differ from a reader where the table says so, and no longer where it does not', () => {
    const told = comparisons.flatMap(({ of, comparison }) =>
      (of.unlike ?? []).map(({ from, to }) => ({ from, to, status: 'changed' as const, comparison })),
    )
    expect(told.filter((one) => !one.comparison.pairs.some((pair) => isSaid(pair, one)))).toEqual([])
  })

  test('leave no two clauses apart that have most of their words in common', () => {
    for (const { of, comparison } of comparisons)
      expect(standingApart(comparison, apart), `${of.left} → ${of.right}`).toEqual([])
  })

  test('call no definition moved that stands among the same others', () => {
    for (const { of, comparison } of comparisons) {
      const moved = comparison.pairs.filter(
        ({ left, right, moved }) => moved && left?.kind === 'definition' && right,
      )
      for (const { left, right } of moved) {
        const others = comparison.pairs.filter(
          (pair) => !pair.moved && pair.left && pair.right && pair.left.kind === 'definition',
        )
        const before = (at: number, side: 'left' | 'right') =>
          others.filter((pair) => pair[side]!.order < at).map((pair) => pair.left!.path)
        expect(before(left!.order, 'left'), `${of.left} → ${of.right}: ${left!.section}`).not.toEqual(
          before(right!.order, 'right'),
        )
      }
    }
  })
})

function isSaid({ left, right, status }: Pair, said: Neighbours['says'][number]): boolean {
  const has = (text: string | undefined, words: string | undefined) =>
    words === undefined ? text === undefined : (text ?? '').includes(words)
  if (said.status !== status) return false
  return has(left?.text, said.from) && has(right?.text, said.to) && isCited(left, right, said.cites)
}

/** `2 → 3`, or the one number where it is the same or one side has none. */
function isCited(left: Pair['left'], right: Pair['right'], cites: string | undefined): boolean {
  if (cites === undefined) return true
  const numbers = [left, right].map((side) => side?.section.replace(/^Section /, ''))
  const [from, to] = cites.split(' → ')
  return to === undefined ? numbers.includes(from) : numbers[0] === from && numbers[1] === to
}
