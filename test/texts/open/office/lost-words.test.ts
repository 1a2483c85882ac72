import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { SourceDocument } from '../../../../src/agreement/index.ts'
import { lostWords } from '../../../../src/texts/open/office/lost-words.ts'
import { odtParagraphs } from '../../../../src/texts/open/office/odt-words.ts'
import { rtfParagraphs } from '../../../../src/texts/open/office/rtf-words.ts'

const said = (paragraphs: string[]) => paragraphs.map((one) => one.trim()).filter((one) => one !== '')
const rtf = (body: string) => said(rtfParagraphs(Buffer.from(body, 'latin1')))

describe('the words of a rich text', () => {
  it('are those of its paragraphs, cells, notes, remarks, boxes and heads', () => {
    const body = String.raw`{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Times;}}{\*\generator Some Writer;}{\header A head\par}
1. Fees{\footnote{\super\chftn} Yearly.} are due\'85\par
{\trowd Item\cell Price\cell\row}
{\shp{\*\shpinst{\sp{\sn shapeType}{\sv 202}}{\shptxt In a box\par}}}{\*\annotation A remark}\par
{\deleted gone}caf\u233\'e9 \{x\}~y\par}`
    expect(rtf(body)).toEqual([
      '1. Fees are due…',
      'Item',
      'Price',
      'café {x}~y',
      'A head',
      'Yearly.',
      'In a box',
      'A remark',
    ])
  })

  it('are read in what their font is written in, two bytes a letter among them', () => {
    const body = String.raw`{\rtf1\ansi\ansicpg1252{\fonttbl{\f0\fnil Arial;}{\f1\fnil\fcharset238 Arial;}{\f2\fnil\fcharset128 Mincho;}}
{\f1 P\'b3atne co miesi\'b9c}\par{\f2 \'97\'bf\'8b\'e0}\par}`
    expect(rtf(body)).toEqual(['Płatne co miesiąc', '料金'])
  })

  it('are found in a file that is cut or closes too much', () => {
    expect(rtf(String.raw`{\rtf1 One}}}\par two {\b three`)).toEqual(['One', 'two three'])
  })
})

describe('the words of an OpenDocument text', () => {
  it('are those of its paragraphs, notes, remarks, boxes and heads; deleted ones are none', () => {
    const ns = ['text', 'office', 'draw', 'table']
      .map(
        (name) =>
          `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name === 'draw' ? 'drawing' : name}:1.0"`,
      )
      .join(' ')
    const content = `<office:document-content ${ns} xmlns:dc="http://purl.org/dc/elements/1.1/"><office:body><office:text>
<text:tracked-changes><text:changed-region><text:deletion><text:p>gone</text:p></text:deletion></text:changed-region></text:tracked-changes>
<text:h>Fees</text:h><text:p>The <text:span>f</text:span>ee<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Yearly.</text:p></text:note-body></text:note> is<text:s/>due<office:annotation><dc:creator>Jane</dc:creator><text:p>A remark</text:p></office:annotation>.</text:p>
<table:table><table:table-row><table:table-cell><text:p>Item</text:p></table:table-cell></table:table-row></table:table>
<text:p><draw:frame><draw:text-box><text:p>In a box</text:p></draw:text-box></draw:frame></text:p></office:text></office:body></office:document-content>`
    const styles = `<office:document-styles ${ns}><text:p>A head</text:p></office:document-styles>`
    const file = zipSync({ 'content.xml': strToU8(content), 'styles.xml': strToU8(styles) })
    expect(said(odtParagraphs(file)).toSorted()).toEqual(
      ['Fees', 'Yearly.', 'A remark', 'The fee is due.', 'Item', 'In a box', 'A head'].toSorted(),
    )
  })
})

describe('what another program lost', () => {
  const read = (texts: string[], omitted = 0): SourceDocument => ({
    stories: [{ kind: 'body', name: '', blocks: texts.map((text) => ({ type: 'paragraph', text })) }],
    leftOut: omitted > 0 ? [{ kind: 'page-number', place: '', words: omitted }] : [],
    unread: [],
    notes: [],
  })
  const clause = 'The supplier shall keep logs of all access for 90 days.'

  it('is named by its first words', () => {
    expect(lostWords(['1. Fees.', clause], read(['1. Fees.']))).toEqual([
      { kind: 'lost-in-conversion', place: `“${clause}”`, words: 11 },
    ])
  })

  it('is told where all of its words stand elsewhere', () => {
    const elsewhere = ['logs of access', 'The 90 days', 'supplier shall', 'keep all', 'for days']
    expect(lostWords([clause], read(elsewhere))).toHaveLength(1)
  })

  it('is nothing where the words are set otherwise, or were left out by a rule', () => {
    expect(lostWords(['A 10² m  area,', 'Fe­es'], read(['A 102 m area', 'Fees']))).toEqual([])
    expect(lostWords(['Page 3 of 9'], read(['Fees.'], 4))).toEqual([])
  })
})
