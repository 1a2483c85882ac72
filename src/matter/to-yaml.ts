import { stringify } from 'yaml'

/** Facts as a matter file has them. */
export function factsToYaml(facts: Record<string, unknown>): string {
  return stringify(facts)
}
