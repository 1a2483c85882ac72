import type { License, TextKind } from './types.ts'

/** Name of a text: `llama-2`, `llama-2/use-policy`; of a copy in the agreement's file, `llama-3/use-policy@agreement`. */
export function nameOfText(license: string, kind: TextKind, copy?: 'attached'): string {
  const name = kind === 'agreement' ? license : `${license}/${kind}`
  return copy ? `${name}@agreement` : name
}

/** The names of all texts of a license, copies included. */
export function namesOfTexts({ id, texts }: License): string[] {
  return texts.flatMap(({ kind, attached }) => [
    nameOfText(id, kind),
    ...(attached ? [nameOfText(id, attached.kind, 'attached')] : []),
  ])
}
