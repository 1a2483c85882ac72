import { Paragraph } from 'docx'
import type { BlockWriter } from './types.ts'

export const thematicBreak: BlockWriter<unknown> = () => [new Paragraph({ style: 'Rule', children: [] })]
