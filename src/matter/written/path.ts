import { closest } from 'fastest-levenshtein'
import { matterFields } from '../fields.ts'
import { alike } from '../schema/leaf.ts'

/** The keys of a path as a header or a question writes it: `vendors[0].name`, `reach.monthly_active_users["A. B"]`. */
function keysOf(path: string): (string | number)[] | undefined {
  const keys: (string | number)[] = []
  let rest = path.trim().replace(/^matter\./, '')
  while (rest !== '') {
    const found = /^(?:\.?([A-Za-z_]\w*)|\[(\d{1,3})\]|\["([^"]+)"\])/.exec(rest)
    if (!found) return undefined
    keys.push(found[1] ?? (found[2] === undefined ? found[3]! : Number(found[2])))
    rest = rest.slice(found[0].length)
  }
  return keys.includes('__proto__') || keys.includes('constructor') ? undefined : keys
}

/**
 * The facts with one more; groups and lists on the way are copied, never changed.
 *
 * @returns undefined where the path is none
 * @example withFact({ vendor: { name: 'A' } }, 'vendor.kind', 'saas') // { vendor: { name: 'A', kind: 'saas' } }
 */
export function withFact(
  facts: Record<string, unknown>,
  path: string,
  value: unknown,
): Record<string, unknown> | undefined {
  const keys = keysOf(path)
  return keys && keys.length > 0 ? (set(facts, keys, value) as Record<string, unknown>) : undefined
}

function set(at: unknown, [key, ...rest]: (string | number)[], value: unknown): unknown {
  if (key === undefined) return value
  if (typeof key === 'number') {
    const list: unknown[] = Array.isArray(at) ? [...at] : []
    list[key] = set(list[key], rest, value)
    return list
  }
  const group = typeof at === 'object' && at !== null && !Array.isArray(at) ? at : {}
  return { ...group, [key]: set((group as Record<string, unknown>)[key], rest, value) }
}

/** The path of the fact that a name was meant for: `vendor.nmae`, `Vendor Name` or `name` → `vendor.name`. */
export function nearestFact(name: string): string | undefined {
  const paths = matterFields()
    .filter(({ kind, path }) => !['group', 'list', 'map'].includes(kind) && !path.includes('{}'))
    .map(({ path }) => path.replaceAll('[]', '[0]'))
  return nearestPath(name, paths)
}

/** Of paths of facts the one that a name was meant for. */
export function nearestPath(name: string, paths: readonly string[]): string | undefined {
  const said = name
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_')
  const spelled = said.replace('_', '.')
  if (paths.includes(spelled)) return spelled
  const byKey = paths.filter((path) => path.endsWith(`.${said}`))
  if (byKey.length > 0) return byKey.find((path) => path.startsWith('vendor.')) ?? byKey[0]
  const near = closest(said.includes('.') ? said : spelled, [...paths])
  return alike(near, said) || alike(near, spelled) ? near : undefined
}
