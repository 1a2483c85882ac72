import type { Nodes, Parents, Root } from 'mdast'
import { letters, roman } from '../../agreement/index.ts'
import { sentenceCase } from '../../in-words.ts'
import type { FrontMatter } from '../template/front-matter.ts'
import type { DraftMessage, ReferenceNode } from '../types.ts'

/** Mark in `prefix` of a reference that is to print its number alone; gone when numbering has passed. */
export const bare = '\uE002'

interface Target {
  /** In full: `3.2(a)`. */
  number: string
  /** The schedule that it is in, or that it is; undefined in the body. */
  schedule: string | undefined
  kind: 'clause' | 'schedule'
}

/**
 * Numbers clauses and schedules in the order in which they stand and settles every reference to them.
 *
 * @returns what is wrong: names given twice, references to nothing
 */
export function number(tree: Root, front: Pick<FrontMatter, 'clause' | 'document'>): DraftMessage[] {
  const messages: DraftMessage[] = []
  const targets = new Map<string, Target>()
  let schedules = 0

  const keep = (id: string, target: Target) => {
    if (id === '') return
    if (targets.has(id))
      messages.push({ rule: 'twice-named', reason: `“${id}” names two clauses`, about: id })
    else targets.set(id, target)
  }
  const walk = (parent: Parents, depth: number, above: string, schedule: string | undefined) => {
    let count = 0
    const clauses = (node: Parents): void => {
      for (const child of node.children as Nodes[]) {
        if (child.type === 'schedule') {
          schedules += 1
          child.number = `Schedule ${schedules}`
          keep(child.id, { number: child.number, schedule: child.number, kind: 'schedule' })
          walk(child as Parents, 1, '', child.number)
        } else if (child.type === 'clauseBlock') {
          count += 1
          child.depth = depth
          const { printed, full } = numberOf(depth, count, above)
          child.number = printed
          keep(child.id, { number: full, schedule, kind: 'clause' })
          walk(child as Parents, depth + 1, full, schedule)
        } else if ('children' in child) clauses(child)
      }
    }
    clauses(parent)
  }
  walk(tree, 1, '', undefined)
  settle(tree, undefined)
  return messages

  function settle(parent: Parents, schedule: string | undefined): void {
    let opens = true
    parent.children = (parent.children as Nodes[]).map((child): Nodes => {
      const starts = opens
      opens = child.type === 'text' && /[.?!]\s$/.test(child.value)
      if (child.type === 'clauseReference') return settled(child, schedule, starts)
      if ('heading' in child) settle({ children: child.heading } as Parents, schedule)
      if ('children' in child) settle(child as Parents, child.type === 'schedule' ? child.number : schedule)
      return child
    }) as typeof parent.children
  }

  function settled(reference: ReferenceNode, from: string | undefined, starts: boolean): Nodes {
    const target = targets.get(reference.target)
    if (!target) {
      messages.push({
        rule: 'reference',
        reason: `:ref[${reference.target}] refers to a clause that is not there`,
        about: `:ref[${reference.target}]`,
      })
      return { type: 'blank', words: `reference to “${reference.target}”, which is not there` }
    }
    reference.number = target.number
    reference.suffix = suffixOf(target, from)
    const word = starts ? sentenceCase(front.clause) : front.clause
    reference.prefix = reference.prefix === bare || target.kind === 'schedule' ? '' : `${word}\u00A0`
    return reference
  }

  function suffixOf({ kind, schedule }: Target, from: string | undefined): string {
    if (kind === 'schedule' || schedule === from) return ''
    return ` of ${schedule ?? front.document}`
  }
}

/** How the clause's number is printed, and how it is referred to. */
function numberOf(depth: number, count: number, above: string): { printed: string; full: string } {
  if (depth === 1) return { printed: `${count}.`, full: String(count) }
  if (depth === 2) return { printed: `${above}.${count}`, full: `${above}.${count}` }
  const own = `(${depth === 3 ? letters(count) : depth === 4 ? roman(count) : letters(count).toUpperCase()})`
  return { printed: own, full: above + own }
}
