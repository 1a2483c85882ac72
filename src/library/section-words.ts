import { sentenceCase } from '../in-words.ts'

/** Sections for a reader: `Section 2`, `Sections 1.b.i, 3`, `Definition of “Llama Materials”`, `Recital 2`. */
export function sectionWords(sections: string[]): string {
  const names = sections.map((path) => (/^\d/.test(path) ? path : sentenceCase(unnumberedWords(path))))
  const numbers = names.every((name) => /^\d/.test(name))
  return numbers
    ? `${names.length > 1 ? 'Sections' : 'Section'} ${names.join(', ')}`
    : names.map((name) => (/^\d/.test(name) ? `Section ${name}` : name)).join(', ')
}

/**
 * A clause that has no number, within a sentence.
 *
 * @param path `recital.2`, `definition.llama-3-1`
 * @returns `recital 2`, `definition of “Llama 3.1”`
 */
export function unnumberedWords(path: string): string {
  const term = /^definition\.(.+)$/.exec(path)?.[1]
  if (term === undefined) return path.replace('.', ' ')
  const words = term
    .replace(/(\d)-(?=\d)/g, '$1.')
    .split('-')
    .map(sentenceCase)
  return `definition of “${words.join(' ')}”`
}
