import { PageBreak, Paragraph } from 'docx'
import type { BlockWriter } from './types.ts'

export const pageBreak: BlockWriter<unknown> = (_, __, place) => [
  new Paragraph({ style: place.style, children: [new PageBreak()] }),
]
