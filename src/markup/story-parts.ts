import type { WordPackage } from '../ooxml/index.ts'

/** A part that holds words which are compared. */
export interface StoryPart {
  kind: 'body' | 'header' | 'footer' | 'footnotes' | 'endnotes'
  name: string
}

const kinds = new Set(['header', 'footer', 'footnotes', 'endnotes'])

/** The parts of a file that hold words which are compared, the body first, each once. */
export function storyParts(file: WordPackage): StoryPart[] {
  const parts: StoryPart[] = [{ kind: 'body', name: file.main }]
  for (const { type, target, external } of file.relationships(file.main)) {
    if (external || !kinds.has(type) || !file.has(target) || parts.some(({ name }) => name === target))
      continue
    parts.push({ kind: type as StoryPart['kind'], name: target })
  }
  return parts
}
