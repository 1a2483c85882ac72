import type { Paragraph } from 'mdast'
import { splitLabel } from './label.ts'
import type { DirectiveBuilder } from './types.ts'

/** `:::record`: what the document was made of, in its last line. */
export const record: DirectiveBuilder = (node) =>
  splitLabel(node).content.map((block) =>
    block.type === 'paragraph' ? ({ ...block, data: { record: true } } satisfies Paragraph) : block,
  )
