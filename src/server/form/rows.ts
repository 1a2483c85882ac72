import { matterFields } from '../../matter/index.ts'
import { fieldPath, readName, type Step } from './name.ts'

/**
 * Adds an item to a list (or an entry to a map) of the facts, or takes one out: what a button in the form asks for. A
 * name that is no list or map of a matter (`__proto__.x`) changes nothing.
 *
 * @param what name of the list (`models`) or of the item (`models[1]`)
 */
export function changedRows(facts: Record<string, unknown>, action: 'add' | 'remove', what: string): void {
  const steps = readName(what) ?? []
  const ofList = action === 'add' ? steps : steps.slice(0, -1)
  const path = fieldPath(ofList)
  const kind = matterFields().find((field) => field.path === path)?.kind
  if (ofList.length === 0 || (kind !== 'list' && kind !== 'map')) return
  if (action === 'add' && path === 'uses' && !Array.isArray(facts.uses)) {
    intoUses(facts)
    return
  }
  const [holder, key] = holderOf(facts, ofList)
  holder[key] = action === 'add' ? withRow(holder[key], kind, path) : withoutRow(holder[key], steps.at(-1)!)
}

function withRow(rows: unknown, kind: 'list' | 'map', path: string): unknown {
  if (kind === 'list') return [...(Array.isArray(rows) ? rows : firstRows(path)), {}]
  const named = isMap(rows) ? rows : {}
  return { ...named, [`Product ${Object.keys(named).length + 1}`]: {} }
}

function withoutRow(rows: unknown, row: Step): unknown {
  if ('at' in row && Array.isArray(rows)) return rows.filter((_, at) => at !== row.at)
  if ('entry' in row && isMap(rows))
    return Object.fromEntries(Object.entries(rows).filter((_, at) => String(at) !== row.entry))
  return rows
}

/** Rows of a list of which nothing is said: models are what everything hangs on, of anything else a row is added. */
export function firstRows(path: string): unknown[] {
  return path === 'models' || path === 'uses[].models' ? [{}] : []
}

/** What was said of the only use is said of the first of two. */
function intoUses(facts: Record<string, unknown>): void {
  const own = matterFields().filter(({ path, key }) => path === `uses[].${key}` && key in facts)
  // A vendor of the matter is a group of facts, and of a use a name.
  const moved = own.filter(({ key, kind }) =>
    matterFields().some((at) => at.path === key && at.kind === kind),
  )
  facts.uses = [Object.fromEntries(moved.map(({ key }) => [key, facts[key]])), {}]
  for (const { key } of moved) delete facts[key]
}

/** The group, item or entry in which a list stands, and the list's key there. */
function holderOf(facts: Record<string, unknown>, steps: Step[]): [Record<string, unknown>, string] {
  let holder: Record<string, unknown> = facts
  for (const step of steps.slice(0, -1)) {
    const key = keyOf(step)
    const inner = 'entry' in step ? Object.values(holder)[Number(key)] : holder[key]
    if (!isMap(inner) && !Array.isArray(inner)) holder[key] = {}
    holder = (isMap(inner) || Array.isArray(inner) ? inner : holder[key]) as Record<string, unknown>
  }
  return [holder, keyOf(steps.at(-1)!)]
}

function keyOf(step: Step): string {
  return 'key' in step ? step.key : 'at' in step ? String(step.at) : step.entry
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
