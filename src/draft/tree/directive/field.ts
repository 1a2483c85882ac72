import { printable } from '../../template/slot.ts'
import type { FormFieldNode } from '../../types.ts'
import { dataOf } from './data.ts'
import type { DirectiveBuilder } from './types.ts'

/** What a view says of a place to fill in. */
export type FormField = Omit<FormFieldNode, 'type'>

/** `:field{of="groups.0.questions.1.field"}`: a place to fill in, a control in Word. */
export const field: DirectiveBuilder = (node, building) => {
  const { value, ...form } = dataOf(node, building) as FormField
  return [{ type: 'formField', ...form, value: printable(value) }]
}
