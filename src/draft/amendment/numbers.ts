import type { Nodes } from 'mdast'
import { letters } from '../../agreement/index.ts'
import type { ClauseNode, ScheduleNode } from '../types.ts'
import { type Aligned, align } from './align.ts'
import { saidBy } from './words.ts'

/** A clause of the addendum as signed and as it is to be, with its number there and what stands below. */
export interface PairedClause extends Aligned<ClauseNode> {
  /** `7.1`, `9.1(b)`; of one that comes in, `6A` or `7.5`. */
  number: string
  /** Number of the clause before it on the same level, for one that comes in; empty where it is the first. */
  after: string
  below: PairedClause[]
}

/** A part of the addendum that numbers its clauses by itself: the body, or a schedule. */
export interface Part {
  /** `Schedule 3`; empty for the body. */
  name: string
  clauses: PairedClause[]
}

/** The clauses right below a node. */
export function clausesIn(nodes: readonly Nodes[]): ClauseNode[] {
  return nodes.filter((node): node is ClauseNode => node.type === 'clauseBlock')
}

/**
 * The clauses of a part side by side: by name at the top, below by what they say. What comes in takes a number beside those
 * that were signed, so that none of those changes; items of a sentence are counted anew with it.
 */
export function pairClauses(was: readonly Nodes[], is: readonly Nodes[], parent = ''): PairedClause[] {
  const top = parent === ''
  const aligned = align(
    clausesIn(was),
    clausesIn(is),
    (node) => (top ? node.id || saidBy(node) : saidBy(node)),
    !top,
  )
  const last = aligned.findLastIndex((pair) => pair.was !== undefined)
  let after = ''
  let come = 0
  return aligned.map((pair, at): PairedClause => {
    const before = after
    if (pair.was) {
      after = fullNumber(pair.was, parent)
      come = 0
    } else come += 1
    const number = pair.was ? after : comingNumber(pair.is!, { parent, before, come, atEnd: at > last })
    const below = pair.is ? pairClauses(pair.was?.children ?? [], pair.is.children, number) : []
    return { ...pair, number, after: before, below }
  })
}

/** How a clause is cited: what is printed before it, below the second level with those of the clauses around it. */
function fullNumber({ number, depth }: ClauseNode, parent: string): string {
  return depth <= 2 ? number.replace(/\.$/, '') : parent + number
}

/** `6A` behind `6`, `7.3A` behind `7.3`, `7.5` behind `7.4` as the last; `6A.1` below what comes in itself. */
function comingNumber(
  node: ClauseNode,
  { parent, before, come, atEnd }: { parent: string; before: string; come: number; atEnd: boolean },
): string {
  if (node.depth > 2) return parent + node.number
  if (node.depth === 2 && before === '' && atEnd) return `${parent}.${come}`
  const [, head, tail] = /^(.*\.)(\d+)$/.exec(before) ?? []
  if (node.depth === 2 && atEnd && tail !== undefined) return `${head}${Number(tail) + come}`
  return `${before === '' ? `${parent === '' ? '' : `${parent}.`}0` : before}${letters(come).toUpperCase()}`
}

/** The number of each clause and schedule of the addendum as it is to be, by its name. */
export function numbersByName(
  parts: readonly Part[],
  schedules: ReadonlyMap<string, string>,
): Map<string, string> {
  const numbers = new Map(schedules)
  const walk = (clauses: readonly PairedClause[]): void => {
    for (const { is, number, below: under } of clauses) {
      if (is && is.id !== '') numbers.set(is.id, number)
      walk(under)
    }
  }
  for (const { clauses } of parts) walk(clauses)
  return numbers
}

/** The schedules of a tree, in order. */
export function schedulesIn(nodes: readonly Nodes[]): ScheduleNode[] {
  return nodes.filter((node): node is ScheduleNode => node.type === 'schedule')
}
