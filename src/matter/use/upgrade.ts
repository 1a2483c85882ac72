import { parseDocument, type YAMLMap, type YAMLSeq } from 'yaml'
import { Problem } from '../../problem.ts'
import { parseYaml } from '../../yaml.ts'
import { useKeys } from '../schema/index.ts'

/**
 * A matter file of the old form in the form of uses: what is of the use goes below it as it was written, comments with
 * it.
 *
 * @throws Problem where the file cannot be read, or has its uses already
 * @example
 * upgradeInYaml('matter: A\nexposure: internal\n', 'a.yaml') // 'matter: A\nuses:\n  - name: A\n    exposure: internal\n'
 */
export function upgradeInYaml(source: string, file: string): string {
  const { data } = parseYaml(source, file)
  if (typeof data !== 'object' || data === null)
    throw new Problem('matter', 'holds no facts of a matter', { file })
  if ('uses' in data)
    throw new Problem('matter', 'has its uses already: there is nothing to upgrade', { file })
  const document = parseDocument(source)
  const top = document.contents as YAMLMap
  const moved = top.items.filter(({ key }) => useKeys.has(String(key)))
  const first = top.items.findIndex((item) => moved.includes(item))
  const use = document.createNode({ name: nameOf(data as Record<string, unknown>) }) as YAMLMap
  use.items.push(...moved)
  const kept = top.items.filter((item) => !moved.includes(item))
  const uses = document.createNode([]) as YAMLSeq
  uses.flow = false
  uses.items.push(use)
  const pair = document.createPair('uses', uses)
  const at = first < 0 ? kept.length : first
  top.items = [...kept.slice(0, at), pair as (typeof kept)[number], ...kept.slice(at)]
  return document.toString({ lineWidth: 0 })
}

function nameOf(facts: Record<string, unknown>): string {
  const said = facts.purpose ?? facts.matter
  return typeof said === 'string' ? said : 'use'
}
