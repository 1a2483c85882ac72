import { Problem } from '../../problem.ts'
import { parseYaml } from '../../yaml.ts'
import { fieldOf } from '../fields.ts'
import type { WrittenAnswer } from './answers.ts'

/**
 * The answers in a YAML file, whether it has groups (`vendor:` with keys below) or whole ids (`vendor.kind: saas`).
 *
 * @throws Problem where the file is no YAML, or none that has keys
 */
export function answersInYaml(source: string, file: string): WrittenAnswer[] {
  const { data } = parseYaml(source, file)
  if (typeof data !== 'object' || data === null || Array.isArray(data)) {
    throw new Problem('answers', 'has no answers: write each as vendor.kind: saas', { file })
  }
  return leaves(data as Record<string, unknown>, '')
}

function leaves(group: Record<string, unknown>, above: string): WrittenAnswer[] {
  return Object.entries(group).flatMap(([key, value]) => {
    const fact = above === '' ? key : `${above}.${key}`
    if (value === null) return []
    if (typeof value === 'object' && !Array.isArray(value))
      return leaves(value as Record<string, unknown>, fact)
    if (!fact.includes('.') || !fieldOf(fact)) return []
    return [{ fact, words: [value].flat().map(String).join('\n') }]
  })
}
