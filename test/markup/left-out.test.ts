import { expect, test } from 'vitest'
import { compareWord } from '../../src/markup/index.ts'
import { p, run, type WordFileOptions, wordFile } from '../ooxml/word-file.ts'

/** What a redline of two files says that it does not show. */
function told(left: WordFileOptions, right: WordFileOptions): string[] {
  const by = { author: 'Us', date: '2026-01-31T00:00:00Z' }
  return compareWord(wordFile(left), wordFile(right), by).notCompared
}

test('comments of the left file alone are told by author and words, those of both are not', () => {
  const comment = (id: number, author: string, words: string) =>
    `<w:comment w:id="${id}" w:author="${author}">${p(words)}</w:comment>`
  const body = p('Fees are due.')
  const kept = comment(1, 'Ann', 'Since when?')
  const left = { body, comments: kept + comment(2, 'Ann', 'Too high.') + comment(3, 'Bob', 'Ask Meta.') }
  expect(told(left, { body, comments: kept })).toEqual([
    'a comment by Ann that the left file alone has: “Too high.”',
    'a comment by Bob that the left file alone has: “Ask Meta.”',
  ])
  expect(told(left, { body })).toEqual([
    '2 comments by Ann that the left file alone has: “Since when?”, “Too high.”',
    'a comment by Bob that the left file alone has: “Ask Meta.”',
  ])
  expect(told(left, left)).toEqual([])
})

test('content controls that one file alone has are told by their names', () => {
  const control = (title: string, words: string) =>
    `<w:p><w:sdt><w:sdtPr><w:alias w:val="${title}"/></w:sdtPr><w:sdtContent>${run(words)}</w:sdtContent></w:sdt></w:p>`
  const [titled, without] = [{ body: control('Party', 'Acme') }, { body: p('Acme') }]
  expect(told(titled, without)).toEqual([
    'content controls that the left file alone has: “Party”; their words are compared',
  ])
  expect(told(without, titled)).toEqual([
    'content controls that the right file alone has: “Party”; their words are compared',
  ])
  expect(told(titled, { body: control('Party', 'Zeta') })).toEqual([])
})

test('headers of the left file alone and other sections are told', () => {
  const sections = (breaks: number) => `${`<w:p><w:pPr><w:sectPr/></w:pPr></w:p>`.repeat(breaks)}${p('End.')}`
  expect(told({ body: sections(2) }, { body: sections(1) }).join()).toContain('section breaks')
  const header = {
    type: 'header',
    id: 'h1',
    name: 'word/header1.xml',
    content: `<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${p('Draft of May')}</w:hdr>`,
  }
  const body = `${p('End.')}<w:sectPr><w:headerReference w:type="default" r:id="h1"/></w:sectPr>`
  expect(told({ body, parts: [header] }, { body: p('End.') }).join()).toContain('the header “Draft of May”')
})

test('data behind a content control that differ are told though both show the same', () => {
  const bound = (data: string): WordFileOptions => ({
    body: `<w:p><w:sdt><w:sdtPr><w:alias w:val="Law"/><w:dataBinding w:xpath="/x/y[1]"/></w:sdtPr><w:sdtContent>${run('Delaware')}</w:sdtContent></w:sdt></w:p>`,
    parts: [{ type: 'customXml', name: 'customXml/item1.xml', content: `<x><y>${data}</y></x>` }],
  })
  expect(told(bound('Delaware'), bound('Geneva'))).toEqual([
    'what Word may show of the content control Law: “Delaware” in the left file, “Geneva” in the right',
  ])
  expect(told(bound('Geneva'), bound('Geneva'))).toEqual([])
})
