import { type FileChild, Paragraph, TextRun } from 'docx'
import type { SignaturesNode } from '../../draft/index.ts'
import { xmlText } from '../package/xml-text.ts'
import type { BlockWriter } from './types.ts'

/** A block for each party. All keep with each other: who signs sees beside which words the other does. */
export const signatures: BlockWriter<SignaturesNode> = (_, { parties }) =>
  parties.flatMap(({ name, capacity, others = [], notices, ...first }, at): FileChild[] => [
    line('SignatureParty', [
      words(name, 'Strong'),
      ...(capacity === undefined ? [] : [words(`, ${capacity}`)]),
    ]),
    ...[first, ...others].flatMap(({ signatory, title }) => [
      blank('By'),
      blank('Name', signatory),
      blank('Title', title),
    ]),
    ...(notices ? [blank('Notices to')] : []),
    blank('Date', undefined, at === parties.length - 1 ? 'SignatureLastLine' : 'SignatureLine'),
  ])

function blank(label: string, value = '', style = 'SignatureLine'): Paragraph {
  return line(style, [words(`${label}:\t${value}${value === '' ? '\t' : ''}`)])
}

function line(style: string, children: TextRun[]): Paragraph {
  return new Paragraph({ style, children })
}

function words(text: string, style?: string): TextRun {
  return new TextRun({ text: xmlText(text), ...(style === undefined ? {} : { style }) })
}
