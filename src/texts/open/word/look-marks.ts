import type { SourceMark } from '../../../agreement/index.ts'
import type { Looks, Reason, ViewedParagraph, ViewedPiece } from '../../../ooxml/index.ts'
import { beginning } from '../beginning.ts'
import { readWords } from './piece-words.ts'

/** Words of a paragraph that may not be seen, or may run in another order: a mark for each stretch and reason. */
export function lookMarks(paragraph: ViewedParagraph, { reasons }: Looks): SourceMark[] {
  if (reasons.size === 0) return []
  const within = readWords(paragraph.pieces)
  const marks: SourceMark[] = []
  const label = paragraph.label.trim()
  if (label !== '')
    for (const source of paragraph.sources.slice(0, 1))
      for (const reason of reasons.get(source.node) ?? []) marks.push(markOf(reason, label, within))
  // Runs cut words: a stretch that is set alike is told once.
  const open = new Map<string, { reason: Reason; text: string }>()
  const close = (stays: ReadonlySet<string>) => {
    for (const [key, { reason, text }] of open) {
      if (stays.has(key)) continue
      if (text.trim() !== '') marks.push(markOf(reason, text.trim(), within))
      open.delete(key)
    }
  }
  for (const { piece, text, omitted } of paragraph.pieces) {
    if (omitted !== undefined || text === '') continue
    const own = reasonsOf(piece, reasons)
    const keys = new Set(own.map(({ why }) => why))
    close(keys)
    for (const reason of own) {
      const known = open.get(reason.why)
      if (known) known.text += text
      else open.set(reason.why, { reason, text })
    }
  }
  close(new Set())
  return marks
}

function reasonsOf(piece: ViewedPiece['piece'], reasons: Looks['reasons']): readonly Reason[] {
  return reasons.get(piece.run.node ?? piece.node) ?? []
}

function markOf({ kind, why }: Reason, words: string, within: string): SourceMark {
  return { kind, within, at: `${why} ${words}`, place: `“${beginning(words)}” ${why}` }
}

/** What holds for the whole file: shapes that lie over or under words, settings of what is printed. */
export function wholeMarks({ covers, fields, whole }: Looks): SourceMark[] {
  return [
    ...whole.map((why): SourceMark => ({ kind: 'unseen', within: '', at: why, place: why })),
    ...fields.map((said): SourceMark => ({ kind: 'reckoned', within: '', at: said, place: said })),
    ...covers.map(
      ({ identity, within }): SourceMark => ({
        kind: 'cover',
        within: '',
        at: `${identity} ${within}`,
        place: within === '' ? 'on a paragraph without words' : `on “${beginning(within)}”`,
      }),
    ),
  ]
}
