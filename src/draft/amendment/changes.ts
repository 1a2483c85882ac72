import type { BlockContent, Nodes, Root, Table } from 'mdast'
import { listed, sentenceCase } from '../../in-words.ts'
import type { ClauseNode, ScheduleNode } from '../types.ts'
import { align } from './align.ts'
import { numbersByName, type PairedClause, type Part, pairClauses, schedulesIn } from './numbers.ts'
import { type Printer, printerOf } from './printed.ts'
import type { AddendumChange } from './types.ts'
import { phraseSaid, saidBy, saidByAll } from './words.ts'

/**
 * What an amendment changes in an addendum: each clause that says something else, comes in or goes, by the numbers of the one
 * that was signed.
 *
 * @param was the addendum as it was signed
 * @param is as it is to be
 * @param whole names of schedules that are replaced as a whole elsewhere
 * @param called what schedules are called whose number the signed paper alone knows: `the Schedule about Tidewater Claims`
 */
export function addendumChanges(
  was: Root,
  is: Root,
  whole: readonly string[],
  called: ReadonlyMap<string, string> = new Map(),
): AddendumChange[] {
  const [old, fresh] = [schedulesIn(was.children), schedulesIn(is.children)]
  const parts = partsOf(was, is)
  const printer = printerOf(new Map([...numbersByName(parts, scheduleNumbers(old, fresh)), ...called]))
  return [
    ...blockChanges(headOf(was), headOf(is), 'at the head of the Addendum', printer),
    ...clauseChanges(parts[0]!, whole, printer),
    ...align(old, fresh, ({ id }) => id, false).flatMap(({ was: one, is: other }): AddendumChange[] => {
      if (one && other) {
        const part = parts.find(({ name }) => name === one.number)
        return whole.includes(one.id)
          ? []
          : [
              ...(part ? clauseChanges(part, whole, printer) : []),
              ...blockChanges(one.children, other.children, `in ${one.number}`, printer),
            ]
      }
      if (one) {
        const name = called.get(one.id)
        const says = name === undefined ? `${one.number} (${phraseSaid(one.heading)})` : sentenceCase(name)
        return [{ says: `${says} falls away.`, words: [] }]
      }
      return [
        {
          says: `A further Schedule (${phraseSaid(other!.heading)}) is added:`,
          words: printer.blocks(other!.children),
        },
      ]
    }),
  ]
}

function partsOf(was: Root, is: Root): Part[] {
  const fresh = new Map(schedulesIn(is.children).map((schedule) => [schedule.id, schedule]))
  return [
    { name: '', clauses: pairClauses(was.children, is.children) },
    ...schedulesIn(was.children).flatMap((one): Part[] => {
      const other = fresh.get(one.id)
      return other ? [{ name: one.number, clauses: pairClauses(one.children, other.children) }] : []
    }),
  ]
}

/** A schedule keeps its number; one that comes in has the next. */
function scheduleNumbers(old: readonly ScheduleNode[], fresh: readonly ScheduleNode[]): Map<string, string> {
  const kept = new Map(old.map(({ id, number }) => [id, number]))
  const added = fresh.filter(({ id }) => !kept.has(id))
  return new Map([...kept, ...added.map(({ id }, at) => [id, `Schedule ${old.length + at + 1}`] as const)])
}

/** What stands before the first clause. */
function headOf({ children }: Root): Nodes[] {
  const first = children.findIndex(({ type }) => type === 'clauseBlock')
  return children.slice(0, first < 0 ? children.length : first)
}

function clauseChanges(
  { name: schedule, clauses }: Part,
  whole: readonly string[],
  printer: Printer,
): AddendumChange[] {
  const of = schedule === '' ? '' : ` of ${schedule}`
  return clauses.flatMap((paired) => {
    const { was, is } = paired
    const id = (is ?? was)!.id
    if (whole.includes(id)) return []
    const flowDown = schedule === '' && id !== '' ? { flowDown: id } : {}
    return changesOfClause(paired, of, printer).map((change) => ({ ...change, ...flowDown }))
  })
}

function changesOfClause(paired: PairedClause, of: string, printer: Printer): AddendumChange[] {
  const { was, is, number, after, below } = paired
  const place = `Section ${number}${of}`
  if (was && is) {
    if (saidBy(was) === saidBy(is)) return []
    const items = is.depth >= 2 && below.some((one) => !one.was || !one.is)
    if (items || saidByAll(ownOf(was)) !== saidByAll(ownOf(is))) {
      const defined = definitionChanges(was, is, place, printer)
      if (!items && defined) return [...defined, ...below.flatMap((one) => changesOfClause(one, of, printer))]
      return [{ says: `${place} is replaced by:`, words: printer.clause(paired) }]
    }
    return [...headingChange(was, is, place), ...below.flatMap((one) => changesOfClause(one, of, printer))]
  }
  if (was) {
    const heading = was.heading ? ` (${phraseSaid(was.heading)})` : ''
    return [{ says: `${place}${heading} falls away, and its number stays empty.`, words: [] }]
  }
  const where = after === '' ? `At the beginning${of}` : `After Section ${after}${of}`
  return [{ says: `${where} comes a new Section ${number}:`, words: printer.clause(paired) }]
}

function headingChange(
  { heading: was }: ClauseNode,
  { heading: is }: ClauseNode,
  place: string,
): AddendumChange[] {
  const [one, other] = [was ?? [], is ?? []].map((nodes) => phraseSaid(nodes))
  return one === other ? [] : [{ says: `The heading of ${place} is now “${other}”.`, words: [] }]
}

/** What a clause says itself, without those below it. */
function ownOf({ children }: ClauseNode): Nodes[] {
  return children.filter(({ type }) => type !== 'clauseBlock')
}

/** Changes in a list of definitions, one by one; undefined where something else changed. */
function definitionChanges(
  was: ClauseNode,
  is: ClauseNode,
  place: string,
  printer: Printer,
): AddendumChange[] | undefined {
  const isDefinition = (node: Nodes) => node.type === 'paragraph' && node.data?.definition === true
  const [old, fresh] = [ownOf(was), ownOf(is)]
  const rest = (nodes: Nodes[]) => saidByAll(nodes.filter((node) => !isDefinition(node)))
  if (!old.some(isDefinition) || rest(old) !== rest(fresh)) return undefined
  return align(old.filter(isDefinition), fresh.filter(isDefinition), termOf, false).flatMap(
    ({ was: one, is: other }): AddendumChange[] => {
      if (one && other)
        return saidBy(one) === saidBy(other)
          ? []
          : [
              {
                says: `In ${place}, the definition of “${termOf(one)}” is replaced by:`,
                words: printer.blocks([other]),
              },
            ]
      if (one) return [{ says: `In ${place}, the definition of “${termOf(one)}” falls away.`, words: [] }]
      return [{ says: `In ${place} comes a new definition:`, words: printer.blocks([other!]) }]
    },
  )
}

function termOf(node: Nodes): string {
  return /“([^”]+)”/.exec(saidBy(node))?.[1] ?? saidBy(node)
}

/** Changes of what stands in a part without a number: paragraphs, and rows of tables by their first cell. */
function blockChanges(
  was: readonly Nodes[],
  is: readonly Nodes[],
  place: string,
  printer: Printer,
): AddendumChange[] {
  const plain = (nodes: readonly Nodes[]) =>
    nodes.filter(({ type }) => !['clauseBlock', 'note', 'signatures', 'pageBreak'].includes(type))
  return align(plain(was), plain(is), saidBy, true).flatMap(({ was: one, is: other }): AddendumChange[] => {
    if (one && other && saidBy(one) === saidBy(other)) return []
    if (one?.type === 'table' && other?.type === 'table') return rowChanges(one, other, place, printer)
    if (one && other)
      return [
        {
          says: sentenceCase(`${place}, the paragraph that begins “${startOf(one)}” is replaced by:`),
          words: printer.blocks([other]),
        },
      ]
    if (one)
      return [
        {
          says: sentenceCase(`${place}, the paragraph that begins “${startOf(one)}” falls away.`),
          words: [],
        },
      ]
    return [{ says: sentenceCase(`${place} is added:`), words: printer.blocks([other!]) }]
  })
}

function rowChanges(was: Table, is: Table, place: string, printer: Printer): AddendumChange[] {
  const [head] = is.children
  const first = ({ children }: Table['children'][number]) => saidByAll(children.slice(0, 1))
  const rows = align(was.children.slice(1), is.children.slice(1), first, false).filter(
    ({ was: one, is: other }) => !one || !other || saidBy(one) !== saidBy(other),
  )
  const about = (some: Table['children']) =>
    `the ${some.length === 1 ? 'row' : 'rows'} on ${listed(some.map((row) => `“${first(row)}”`))}`
  const tableOf = (some: Table['children']) => printer.blocks([{ ...is, children: [head!, ...some] }])
  const [gone, changed, come] = [
    rows.flatMap(({ was: one, is: other }) => (one && !other ? [one] : [])),
    rows.flatMap(({ was: one, is: other }) => (one && other ? [other] : [])),
    rows.flatMap(({ was: one, is: other }) => (!one && other ? [other] : [])),
  ]
  const change = (some: Table['children'], says: string, words: BlockContent[]): AddendumChange[] =>
    some.length === 0 ? [] : [{ says: sentenceCase(`${place}${says}`), words }]
  const [are, fall] = [changed.length === 1 ? 'is' : 'are', gone.length === 1 ? 'falls' : 'fall']
  return [
    ...change(changed, `, ${about(changed)} ${are} replaced by:`, tableOf(changed)),
    ...change(come, come.length === 1 ? ' comes this row:' : ' come these rows:', tableOf(come)),
    ...change(gone, `, ${about(gone)} ${fall} away.`, []),
  ]
}

/** The first words of a paragraph. */
function startOf(node: Nodes): string {
  const words = saidBy(node).split(' ')
  return words.length <= 6 ? words.join(' ') : `${words.slice(0, 6).join(' ')} …`
}
