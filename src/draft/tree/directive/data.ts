import { Problem } from '../../../problem.ts'
import type { Building, Directive } from './types.ts'

/**
 * What the view holds at the path that a directive names: `::signatures{of="parties"}`, `{of="licenses.0.text"}`.
 *
 * @throws Problem where the view has nothing there
 */
export function dataOf(node: Directive, { view }: Building): unknown {
  const path = node.attributes?.of ?? ''
  let value: unknown = view
  for (const part of path.split('.')) {
    value = Object.hasOwn(Object(value), part) ? (value as Record<string, unknown>)[part] : undefined
  }
  if (value === undefined) {
    throw new Problem(
      'template',
      `::${node.name} needs of="…" with the path of a value in the view: there is none at “${path}”`,
    )
  }
  return value
}
