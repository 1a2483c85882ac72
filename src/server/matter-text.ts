import { isMap, parseDocument, stringify } from 'yaml'
import { parseYaml } from '../yaml.ts'

/** Facts as a matter file. */
export function matterYaml(facts: Record<string, unknown>): string {
  return stringify(facts, { lineWidth: 100, aliasDuplicateObjects: false })
}

/**
 * The facts that a matter file gives, as they are written.
 *
 * @throws Problem where it is no YAML
 */
export function matterFacts(yaml: string): Record<string, unknown> {
  const { data } = parseYaml(yaml, 'matter')
  return typeof data === 'object' && data !== null && !Array.isArray(data) ? { ...data } : {}
}

/**
 * The title of a matter file without reading the rest of it, which may be long or mean harm.
 *
 * @returns undefined where none can be told
 */
export function matterTitle(yaml: string): string | undefined {
  const start = yaml.slice(Math.max(0, yaml.search(/^matter:/m))).slice(0, longestTitle)
  const [lines = ''] = /^matter:.*(?:\n(?:[ \t].*)?)*/.exec(start) ?? []
  const { contents, errors } = parseDocument(lines)
  const title = errors.length === 0 && isMap(contents) ? contents.get('matter') : undefined
  return typeof title === 'string' ? title : undefined
}

const longestTitle = 2000
