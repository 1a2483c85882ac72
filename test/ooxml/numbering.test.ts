import { describe, expect, it } from 'vitest'
import { openPackage, readWord, viewWord } from '../../src/ooxml/index.ts'
import { list, p, type WordFileOptions, wordFile } from './word-file.ts'

/** The labels of the body's paragraphs; a paragraph without words has one too. */
function labels(options: WordFileOptions, view: 'accepted' | 'original' = 'accepted'): string[] {
  const [body] = viewWord(readWord(openPackage(wordFile(options))), { view })
  return body!.blocks.map((block) => (block.type === 'paragraph' ? block.label : ''))
}

/** A level, by default `1.`; more elements go in with `more`. */
function level(at: number, text: string, { format = 'decimal', start = 1, more = '' } = {}): string {
  return `<w:lvl w:ilvl="${at}"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`
}

function definition(levels: string, id = 0): string {
  return `<w:abstractNum w:abstractNumId="${id}">${levels}</w:abstractNum>`
}

function num(id: number, of = 0, overrides = ''): string {
  return `<w:num w:numId="${id}"><w:abstractNumId w:val="${of}"/>${overrides}</w:num>`
}

const legal =
  definition(level(0, '%1.') + level(1, '%1.%2') + level(2, '(%3)', { format: 'lowerLetter' })) + num(1)

describe('a list of Word', () => {
  it.each([
    ['decimal', [1, 2, 10], ['1', '2', '10']],
    ['decimalZero', [1, 9, 10, 100], ['01', '09', '10', '100']],
    ['upperRoman', [1, 4, 9, 40, 1999], ['I', 'IV', 'IX', 'XL', 'MCMXCIX']],
    ['lowerRoman', [3, 8], ['iii', 'viii']],
    ['upperLetter', [1, 26, 27, 53], ['A', 'Z', 'AA', 'AAA']],
    ['lowerLetter', [2, 28], ['b', 'bb']],
    ['ordinal', [1, 2, 3, 11, 12, 21, 112], ['1st', '2nd', '3rd', '11th', '12th', '21st', '112th']],
    ['cardinalText', [1, 21, 105], ['One', 'Twenty-one', 'One hundred five']],
    ['ordinalText', [1, 5, 20, 22], ['First', 'Fifth', 'Twentieth', 'Twenty-second']],
    ['none', [7], ['']],
    ['chicago', [1, 2, 4, 5], ['*', '†', '§', '**']],
    ['numberInDash', [3], ['- 3 -']],
    ['decimalEnclosedCircle', [1, 20, 21], ['①', '⑳', '㉑']],
    ['decimalEnclosedParen', [2], ['⑵']],
    ['hex', [255], ['FF']],
    ['russianUpper', [2], ['Б']],
    ['decimalFullWidth', [12], ['１２']],
    ['chineseCounting', [12, 105], ['十二', '一百○五']],
    ['japaneseCounting', [12, 20, 105], ['十二', '二十', '百五']],
    ['aFormatOfTheFuture', [4], ['4']],
  ])('writes %s as Word does', (format, starts, expected) => {
    const printed = starts.map(
      (start) =>
        labels({
          body: p('x', list(0)),
          numbering: definition(level(0, '%1', { format, start })) + num(1),
        })[0],
    )
    expect(printed).toEqual(expected)
  })

  it('gives no number to a section break before which nothing stands, and counts it not', () => {
    const section = '<w:sectPr/>'
    const body =
      p('one', list(0)) +
      p('', list(0) + section) +
      `<w:p><w:pPr>${list(0)}${section}</w:pPr><w:bookmarkStart w:id="1" w:name="a"/><w:bookmarkEnd w:id="1"/></w:p>` +
      p('two', list(0) + section) +
      p('', list(0)) +
      p('four', list(0))
    expect(labels({ body, numbering: legal })).toEqual(['1.', '', '', '2.', '3.', '4.'])
  })

  it('prints the numbers of the levels above, and starts a level anew after a higher one', () => {
    const body = [0, 1, 1, 2, 2, 1, 2, 0, 1].map((at) => p('x', list(at))).join('')
    expect(labels({ body, numbering: legal })).toEqual([
      '1.',
      '1.1',
      '1.2',
      '(a)',
      '(b)',
      '1.3',
      '(a)',
      '2.',
      '2.1',
    ])
  })

  it('counts a level that was passed over as begun', () => {
    const body = [1, 1, 0].map((at) => p('x', list(at))).join('')
    expect(labels({ body, numbering: legal })).toEqual(['1.1', '1.2', '2.'])
  })

  it('never starts a level anew where it says so, or only after a level that it names', () => {
    const levels = (restart: number) =>
      definition(
        level(0, '%1.') + level(1, '%2)') + level(2, '(%3)', { more: `<w:lvlRestart w:val="${restart}"/>` }),
      ) + num(1)
    const body = [0, 1, 2, 1, 2, 0, 1, 2].map((at) => p('x', list(at))).join('')
    expect(labels({ body, numbering: levels(0) })).toEqual([
      '1.',
      '1)',
      '(1)',
      '2)',
      '(2)',
      '2.',
      '1)',
      '(3)',
    ])
    expect(labels({ body, numbering: levels(1) })).toEqual([
      '1.',
      '1)',
      '(1)',
      '2)',
      '(2)',
      '2.',
      '1)',
      '(1)',
    ])
  })

  it('goes on in another list of the same definition, unless that starts anew', () => {
    const numbering =
      definition(level(0, '%1.')) + num(1) + num(2) + num(3, 0, startAt(0, 1)) + num(4, 0, startAt(0, 7))
    const body = [1, 1, 2, 3, 3, 1, 4, 2].map((id) => p('x', list(0, id))).join('')
    expect(labels({ body, numbering })).toEqual(['1.', '2.', '3.', '1.', '2.', '3.', '7.', '8.'])
  })

  it('has levels of its own where it overrides them', () => {
    const override = `<w:lvlOverride w:ilvl="0">${level(0, 'Article %1', { format: 'upperRoman', start: 3 })}</w:lvlOverride>`
    const numbering = definition(level(0, '%1.')) + num(1, 0, override)
    expect(labels({ body: p('x', list(0)) + p('x', list(0)), numbering })).toEqual([
      'Article III',
      'Article IV',
    ])
  })

  it('writes all numbers in Arabic figures in a legal level', () => {
    const levels =
      level(0, 'Article %1', { format: 'upperRoman' }) + level(1, '%1.%2', { more: '<w:isLgl/>' })
    const body = [0, 1, 0, 1].map((at) => p('x', list(at))).join('')
    expect(labels({ body, numbering: definition(levels) + num(1) })).toEqual([
      'Article I',
      '1.1',
      'Article II',
      '2.1',
    ])
  })

  it('is found through styles and their ancestors, at the level that belongs to the style', () => {
    const styles = [
      '<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr></w:style>',
      '<w:style w:type="paragraph" w:styleId="H2"><w:basedOn w:val="H1"/><w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr><w:outlineLvl w:val="1"/></w:pPr></w:style>',
      '<w:style w:type="paragraph" w:styleId="Mine"><w:basedOn w:val="H2"/></w:style>',
      '<w:style w:type="paragraph" w:styleId="Off"><w:basedOn w:val="H1"/><w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr></w:style>',
      '<w:style w:type="paragraph" w:styleId="Tied"><w:basedOn w:val="H1"/></w:style>',
    ].join('')
    const numbering =
      definition(
        level(0, '%1.') + level(1, '%1.%2') + level(2, '(%3)', { more: '<w:pStyle w:val="Tied"/>' }),
      ) + num(1)
    const body = ['H1', 'H2', 'Mine', 'Off', 'Tied', 'H1']
      .map((style) => p('x', `<w:pStyle w:val="${style}"/>`))
      .join('')
    expect(labels({ body, numbering, styles })).toEqual(['1.', '1.1', '1.2', '', '(1)', '2.'])
    const taken = p('x', '<w:pStyle w:val="H1"/><w:numPr><w:numId w:val="0"/></w:numPr>')
    expect(labels({ body: taken, numbering, styles })).toEqual([''])
  })

  it('takes its levels from the list of a style that it names', () => {
    const numbering =
      definition(`<w:styleLink w:val="L"/>${level(0, 'Clause %1')}`, 5) +
      definition('<w:numStyleLink w:val="L"/>', 6) +
      num(1, 6)
    expect(labels({ body: p('x', list(0)), numbering })).toEqual(['Clause 1'])
  })

  it('is not led round in a circle', () => {
    const numbering =
      definition('<w:styleLink w:val="A"/><w:numStyleLink w:val="B"/>', 5) +
      definition('<w:styleLink w:val="B"/><w:numStyleLink w:val="A"/>', 6) +
      num(1, 6)
    const styles = ['A', 'B']
      .map(
        (id) =>
          `<w:style w:type="paragraph" w:styleId="${id}"><w:basedOn w:val="${id === 'A' ? 'B' : 'A'}"/></w:style>`,
      )
      .join('')
    expect(labels({ body: p('x', `<w:pStyle w:val="A"/>${list(0)}`), numbering, styles })).toEqual([''])
  })

  it('prints bullets as the signs that their fonts show', () => {
    const bullet = (text: string, font: string) =>
      definition(level(0, text, { format: 'bullet', more: `<w:rPr><w:rFonts w:ascii="${font}"/></w:rPr>` })) +
      num(1)
    const printed = (text: string, font: string) =>
      labels({ body: p('x', list(0)), numbering: bullet(text, font) })[0]
    expect(printed('\uF0B7', 'Symbol')).toBe('•')
    expect(printed('\uF0A7', 'Wingdings')).toBe('▪')
    expect(printed('o', 'Courier New')).toBe('o')
    expect(printed('–', 'Calibri')).toBe('–')
  })

  it('prints a custom format, and not what older versions print in its place', () => {
    const custom =
      '<w:lvl w:ilvl="0"><w:start w:val="7"/><mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="001, 002, 003, ..."/></mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent><w:lvlText w:val="%1"/></w:lvl>'
    expect(labels({ body: p('x', list(0)), numbering: definition(custom) + num(1) })).toEqual(['007'])
  })

  it('takes the number of a deleted paragraph from the rest, and gives it back as it was', () => {
    const mark = (tag: string) => `<w:rPr><w:${tag} w:id="1" w:author="A"/></w:rPr>`
    const body = [
      p('One', list(0)),
      `<w:p><w:pPr>${list(0)}${mark('del')}</w:pPr><w:del w:id="2" w:author="A"><w:r><w:delText>Two</w:delText></w:r></w:del></w:p>`,
      `<w:p><w:pPr>${list(0)}${mark('ins')}</w:pPr><w:ins w:id="3" w:author="A"><w:r><w:t>New</w:t></w:r></w:ins></w:p>`,
      p('Three', list(0)),
    ].join('')
    expect(labels({ body, numbering: legal })).toEqual(['1.', '2.', '3.'])
    expect(labels({ body, numbering: legal }, 'original')).toEqual(['1.', '2.', '3.'])
  })

  it('was another where that was changed under tracking', () => {
    const changed = `${list(1)}<w:pPrChange w:id="1" w:author="A"><w:pPr>${list(0)}</w:pPr></w:pPrChange>`
    const body = p('One', list(0)) + p('Two', changed) + p('Three', list(0))
    expect(labels({ body, numbering: legal })).toEqual(['1.', '1.1', '2.'])
    expect(labels({ body, numbering: legal }, 'original')).toEqual(['1.', '2.', '3.'])
  })
})

function startAt(at: number, start: number): string {
  return `<w:lvlOverride w:ilvl="${at}"><w:startOverride w:val="${start}"/></w:lvlOverride>`
}
