import { SimpleField, TextRun } from 'docx'
import type { ReferenceNode } from '../../draft/index.ts'
import { xmlText } from '../package/xml-text.ts'
import type { InlineWriter } from './types.ts'

/**
 * A REF field to the bookmark of a clause: `\w` prints its number in full context and `\h` makes it a link
 * (ECMA-376 part 1, 17.16.5.50). The number that the tree has is the cached result.
 */
export const clauseReference: InlineWriter<ReferenceNode> = (state, { target, prefix, number, suffix }) => [
  ...(prefix === '' ? [] : [new TextRun(xmlText(prefix))]),
  new SimpleField(`REF ${state.bookmark(target)} \\w \\h`, xmlText(number)),
  ...(suffix === '' ? [] : [new TextRun(xmlText(suffix))]),
]
