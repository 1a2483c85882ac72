import { type FileChild, Paragraph } from 'docx'
import type { List, Nodes } from 'mdast'
import { BULLETS, ORDERED } from '../style/numbering.ts'
import type { BlockWriter } from './types.ts'

/** A list of bullets, or one that Word counts. */
export const list: BlockWriter<List> = (state, node, place) => {
  const reference = node.ordered ? ORDERED : BULLETS
  const instance = state.nextList()
  const level = Math.min(place.listLevel, 3)
  return node.children.flatMap((item): FileChild[] => {
    const [first, ...others] = item.children
    const words = first?.type === 'paragraph' ? first.children : []
    const inside = { ...place, style: 'ListText', listLevel: place.listLevel + 1 }
    return [
      new Paragraph({
        style: node.ordered ? 'ListNumber' : 'ListBullet',
        numbering: { reference, level, instance, custom: true },
        children: state.inline(words, place),
      }),
      ...state.blocks((words.length > 0 ? others : item.children) as Nodes[], inside),
    ]
  })
}
