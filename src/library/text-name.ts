import type { TextKind } from './types.ts'

/** Name of a text: `llama-2`, `llama-2/use-policy`. */
export function nameOfText(license: string, kind: TextKind): string {
  return kind === 'agreement' ? license : `${license}/${kind}`
}
