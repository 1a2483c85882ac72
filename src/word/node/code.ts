import { Paragraph, TextRun } from 'docx'
import type { Code } from 'mdast'
import { xmlText } from '../package/xml-text.ts'
import type { BlockWriter } from './types.ts'

export const code: BlockWriter<Code> = (_, { value }) =>
  value
    .split('\n')
    .map((line) => new Paragraph({ style: 'CodeText', children: [new TextRun(xmlText(line))] }))
