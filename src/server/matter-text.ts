import { stringify } from 'yaml'
import { Problem } from '../problem.ts'
import { parseYaml } from '../yaml.ts'

/** Facts as a matter file. */
export function matterYaml(facts: Record<string, unknown>): string {
  return stringify(facts, { lineWidth: 100, aliasDuplicateObjects: false })
}

/**
 * The facts that a matter file gives, as they are written.
 *
 * @throws Problem where it is no YAML, or none that ends
 */
export function matterFacts(yaml: string): Record<string, unknown> {
  const data = dataOf(yaml)
  return typeof data === 'object' && data !== null && !Array.isArray(data) ? { ...data } : {}
}

function dataOf(yaml: string): unknown {
  try {
    return parseYaml(yaml, 'matter').data
  } catch (error) {
    if (error instanceof Problem) throw error
    // Aliases that multiply and nesting without end defeat the reader of the YAML itself.
    throw new Problem('yaml', 'the matter cannot be read: its aliases or its nesting have no end')
  }
}
