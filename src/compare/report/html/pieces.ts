import type { Pair, Piece } from '../../types.ts'
import { headedPieces } from '../clause.ts'
import { escapeHtml } from './escape.ts'

/** A pair's words with their changes marked, the heading in bold. */
export function pairWords(pair: Pair): string {
  const { heading, body } = headedPieces(pair)
  const bold = heading.length === 0 ? '' : `<b>${heading.map(marked).join('')}</b>`
  return bold + body.map(marked).join('')
}

function marked({ op, text }: Piece): string {
  const words = escapeHtml(text)
  if (op === 'equal') return words
  return op === 'delete' ? `<del>${words}</del>` : `<ins>${words}</ins>`
}
