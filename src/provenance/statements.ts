import { createHash } from 'node:crypto'
import { openPackage, readWord, type ViewedBlock, type ViewedParagraph, viewWord } from '../ooxml/index.ts'
import type { Statement } from './types.ts'

/**
 * The statements of a Word file: paragraphs of its body and cells of its tables, as they print with all tracked changes
 * accepted. Numbers that Word counts are none of their words.
 *
 * @throws Problem where the file cannot be read
 */
export function statementsOf(bytes: Uint8Array): Statement[] {
  const body = viewWord(readWord(openPackage(bytes))).find(({ story }) => story.kind === 'body')
  const statements: Statement[] = []
  let under = ''
  const walk = (blocks: readonly ViewedBlock[]): void => {
    for (const block of blocks) {
      if (block.type === 'table')
        for (const { cells } of block.rows) for (const cell of cells) walk(cell.blocks)
      if (block.type !== 'paragraph') continue
      const text = wordsOf(block)
      if (text === '') continue
      if (isHeading(block)) under = text
      statements.push({ under: text === under ? '' : under, text, digest: digestOf(text) })
    }
  }
  walk(body?.blocks ?? [])
  return statements
}

/** Twelve hexadecimal digits tell the paragraphs of one document apart, and nobody reads words from them. */
function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12)
}

function wordsOf({ pieces }: ViewedParagraph): string {
  return pieces
    .map(({ text, omitted }) => (omitted === undefined ? text : ''))
    .join('')
    .replace(/\s+/g, ' ')
    .trim()
}

function isHeading({ properties: { outline, style = '' } }: ViewedParagraph): boolean {
  return outline !== undefined || /^(?:Heading|Title)/.test(style)
}
