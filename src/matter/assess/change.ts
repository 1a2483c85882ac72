import { stringify } from 'yaml'
import { grouped } from '../../in-words.ts'
import { Problem } from '../../problem.ts'
import { parseYaml } from '../../yaml.ts'
import { readMatter } from '../read.ts'
import type { Matter } from '../schema/index.ts'
import type { Assessment } from '../types.ts'
import { outcomeWords } from './outcome-words.ts'

/**
 * The matter with other facts: a what-if.
 *
 * @param changes `exposure=product`, `reach.monthly_active_users["ACME Search"]=800000000`, `models[0].license=llama-4`
 * @throws Problem where a change is not of that form, or not what the fact may be
 */
export function withFacts(matter: Matter, changes: string[]): Matter {
  const data = structuredClone(matter) as Record<string, unknown>
  for (const change of changes) {
    const at = /^([^=]*\S)\s*=(.*)$/s.exec(change)
    if (!at) throw new Problem('what-if', `--if ${change}: write fact=value, such as exposure=product`)
    const keys = keysOf(at[1]!)
    let parent: Record<string, unknown> = data
    for (const key of keys.slice(0, -1)) {
      const below = parent[key]
      if (typeof below !== 'object' || below === null) parent[key] = {}
      parent = parent[key] as Record<string, unknown>
    }
    if (keys.at(-1) === 'model') {
      // They follow from the model, unless they are changed as well.
      delete parent.license
      delete parent.size
      delete parent.inputs
    }
    parent[keys.at(-1)!] = parseYaml(at[2]!, '--if').data
  }
  return readMatter(stringify(data), '--if')
}

/** `reach.monthly_active_users["ACME Search"]` → its keys. */
function keysOf(path: string): string[] {
  const keys = [...path.replace(/^matter\./, '').matchAll(/\["([^"]*)"\]|\[(\d+)\]|([^.[\]]+)/g)]
  return keys.map(([, quoted, index, plain]) => quoted ?? index ?? plain!)
}

/** A difference of two assessments. */
export interface Change {
  license: string
  /** A risk's title, or `License path`, or `Users`. */
  what: string
  before: string
  after: string
}

/**
 * What a change of facts does. Of a license that comes into use only what applies is told, and of one that is no
 * longer in use nothing but that.
 */
export function changesBetween(before: Assessment, after: Assessment): Change[] {
  const was = told(before)
  const is = told(after)
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((key) => {
    const [license, what] = JSON.parse(key) as [string, string]
    const change = { license, what, before: was.get(key) ?? 'not in use', after: is.get(key) ?? 'not in use' }
    if (change.before === change.after) return []
    const leaves = !after.licenses.includes(license) && !what.startsWith('License path')
    const enters = !before.licenses.includes(license) && /^(does not apply|open)/.test(change.after)
    return leaves || (enters && !what.startsWith('License path')) ? [] : [change]
  })
}

function told({ findings, paths, thresholds }: Assessment): Map<string, string> {
  const key = (license: string, what: string) => JSON.stringify([license, what])
  const several = new Set(paths.map(({ use }) => use)).size > 1
  return new Map([
    ...paths.map(({ use, license, outcome }): [string, string] => [
      key(license, several ? `License path (${use})` : 'License path'),
      outcomeWords[outcome],
    ]),
    ...thresholds.map(({ license, status, users }): [string, string] => [
      key(license, 'Users'),
      users === undefined ? status : `${status}, ${grouped(users)}`,
    ]),
    ...findings.map(({ use, license, title, status, inherent, residual }): [string, string] => {
      const words = status.replaceAll('-', ' ')
      const levels = inherent && residual ? `${words}, ${inherent.level} (residual ${residual.level})` : words
      return [key(license, several ? `${title} (${use})` : title), levels]
    }),
  ])
}
