import type { Leaf } from './leaves.ts'

/** A field among the leaves of a paragraph: from its first mark to its last (indices). */
export interface FieldSpan {
  first: number
  last: number
}

/** The fields that begin and end among leaves, inner ones first. */
export function fieldsAmong(leaves: readonly Leaf[]): FieldSpan[] {
  const open: number[] = []
  const fields: FieldSpan[] = []
  leaves.forEach(({ node }, at) => {
    if (node.name !== 'w:fldChar') return
    const type = node.attributes['w:fldCharType']
    if (type === 'begin') open.push(at)
    const first = type === 'end' ? open.pop() : undefined
    if (first !== undefined) fields.push({ first, last: at })
  })
  return fields
}
