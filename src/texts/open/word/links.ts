import { isOwnAddress, type SourceParagraph } from '../../../agreement/index.ts'
import type { Piece, ViewedBlock, ViewedPiece, ViewedStory } from '../../../ooxml/index.ts'
import { pieceWords } from './piece-words.ts'

/** Where the links of a file lead, a paragraph each, but for those whose words are their address and those to places that a program has named. */
export function linksIn(stories: readonly ViewedStory[]): SourceParagraph[] {
  const links: SourceParagraph[] = []
  const visit = (block: ViewedBlock): void => {
    if (block.type === 'table') {
      for (const { cells } of block.rows) for (const { blocks } of cells) blocks.forEach(visit)
    } else if (block.type === 'paragraph') links.push(...linksOf(block.pieces))
  }
  for (const { blocks } of stories) blocks.forEach(visit)
  return links
}

function linksOf(pieces: readonly ViewedPiece[]): SourceParagraph[] {
  const links: SourceParagraph[] = []
  for (let at = 0; at < pieces.length; ) {
    const target = targetOf(pieces[at]!.piece)
    const from = at
    while (at < pieces.length && targetOf(pieces[at]!.piece) === target) at += 1
    if (target === undefined || /^#(?:_|h\.|$)/.test(target)) continue
    const words = pieceWords(pieces.slice(from, at).filter(({ omitted }) => omitted === undefined)).trim()
    if (!isOwnAddress(words, target)) {
      links.push({ type: 'paragraph', text: `${words === '' ? '[picture]' : words}: ${target}` })
    }
  }
  return links
}

/** The address of a link's element, or of a field that links (17.16.5.25). */
function targetOf({ link, field, instruction }: Piece): string | undefined {
  if (link !== undefined) return link
  for (let one = field; one; one = one.outer) {
    if (one.kind !== 'HYPERLINK' || !one.closed || instruction === one) continue
    const [, address = ''] = /^\s*HYPERLINK\s+"([^"]*)"/i.exec(one.instruction) ?? []
    const [, place = ''] = /\s\\l\s+"([^"]*)"/i.exec(one.instruction) ?? []
    const target = place === '' ? address : `${address}#${place}`
    return target === '' ? undefined : target
  }
  return undefined
}
