import type { RootContent } from 'mdast'
import type { ShownRecord } from '../show/types.ts'
import type { VendorKind } from '../types.ts'
import { code, heading, inline, paragraph, table } from './blocks.ts'

type Traits = Extract<ShownRecord, { kind: 'kind' }>['traits']

/** A kind of vendor as a page: what it does, and each trait by which clauses, risks and questions go. */
export function vendorKindPage({ id, means }: VendorKind, traits: Traits): RootContent[] {
  return [
    heading(1, `A vendor of the kind ${id}`),
    paragraph(code(`kind:${id}`), ` · ${means}`),
    table(
      ['Trait', 'Has it', 'Means'],
      traits.map(({ trait, has, means }) => [inline(code(trait)), has ? 'yes' : 'no', means]),
      [2, 1, 5],
    ),
  ]
}
