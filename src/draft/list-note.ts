import type { NoteNode } from './types.ts'

/**
 * A note of a heading and numbered lines, set apart in a document and taken out before signature.
 *
 * @param lines in plain words, one at least
 */
export function listNote(heading: string, lines: readonly string[]): NoteNode {
  return {
    type: 'note',
    children: [
      { type: 'paragraph', children: [{ type: 'strong', children: [{ type: 'text', value: heading }] }] },
      {
        type: 'list',
        ordered: true,
        start: 1,
        spread: false,
        children: lines.map((value) => ({
          type: 'listItem',
          spread: false,
          children: [{ type: 'paragraph', children: [{ type: 'text', value }] }],
        })),
      },
    ],
  }
}
