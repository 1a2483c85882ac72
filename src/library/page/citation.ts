import { sectionWords } from '../section-words.ts'
import type { Library, TextKind } from '../types.ts'

/** Where something stands, for a reader: `Llama 3.1, Section 2`; `Llama 3.1 use policy, Section 1.5`. */
export function citationWords(
  { licenses }: Pick<Library, 'licenses'>,
  { license, document, section }: { license: string; document: TextKind; section: string },
): string {
  const name = licenses.get(license)?.name ?? license
  return `${document === 'agreement' ? name : `${name} use policy`}, ${sectionWords([section])}`
}

/** What a text of a license is called in a sentence. */
export function documentWords(document: TextKind): string {
  return document === 'agreement' ? 'agreement' : 'use policy'
}
