import { stringify } from 'yaml'
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
