import { splitLabel } from './label.ts'
import type { DirectiveBuilder } from './types.ts'

declare module 'mdast' {
  interface ParagraphData {
    /** Whether it stands in a list of definitions, and drops out with a term that nothing uses. */
    definition?: boolean
  }
}

/** `:::definitions` around paragraphs that each define a term; those that the document does not use drop out. */
export const definitions: DirectiveBuilder = (node) => {
  const { content } = splitLabel(node)
  for (const child of content) if (child.type === 'paragraph') child.data = { definition: true }
  return content
}
