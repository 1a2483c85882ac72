import { describe, expect, it } from 'vitest'
import { compareTexts } from '../../src/compare/index.ts'
import { loadLibrary } from '../../src/library/index.ts'
import { missedWords } from '../../src/texts/open/word/guard.ts'
import { type WordOptions, wordDocument } from '../../src/texts/open/word.ts'
import { namespaces, p, run, type WordFileOptions, wordFile } from '../ooxml/word-file.ts'

const library = await loadLibrary()

const fee = p('The fee is due within thirty days.')

/** What a report says that differs between two files: words, then what was not compared. */
function told(left: WordFileOptions, right: WordFileOptions, options: WordOptions = {}): string[] {
  const [from, to] = [left, right].map((content) => {
    const document = wordDocument(wordFile({ ...content, body: fee + content.body }), options)
    return { id: 'offer.docx', known: false, document }
  })
  const { pairs, unread } = compareTexts(library, from!, to!).comparison
  return [
    ...pairs
      .filter(({ status }) => status !== 'identical')
      .map(({ story, left, right }) => `${story.kind}: ${left?.text ?? '–'} → ${right?.text ?? '–'}`),
    ...unread.map(({ side, kind }) => `${side}: ${kind}`),
  ]
}

/** A file of which one word is another, in both ways; the same twice differs in nothing. */
function both(content: (word: string) => WordFileOptions, left = 'Delaware', right = 'Geneva'): string[] {
  expect(told(content(left), content(left))).toEqual([])
  return told(content(left), content(right))
}

const field = (instruction: string) =>
  `<w:p>${run('Law ')}<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${instruction}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`

const numbered = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'

const listOf = (format: string, text: string) =>
  `<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>`

const control = (properties: string, content: string) =>
  `<w:p>${run('Law of ')}<w:sdt><w:sdtPr>${properties}</w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt></w:p>`

const drawing = (content: string) => `<w:p><w:r>${content}</w:r></w:p>`

describe('words that stand outside the text', () => {
  it.each([
    [
      'a description of a picture',
      (word: string) =>
        `<w:drawing><wp:inline><wp:docPr id="1" name="x" descr="law of ${word}"/></wp:inline></w:drawing>`,
    ],
    [
      'a title of a picture',
      (word: string) =>
        `<w:drawing><wp:inline><wp:docPr id="1" name="x" title="law of ${word}"/></wp:inline></w:drawing>`,
    ],
    ['a description of an old shape', (word: string) => `<w:pict><v:shape alt="law of ${word}"/></w:pict>`],
  ])('%s', (_, content) => {
    expect(both((word) => ({ body: drawing(content(word)) }))).toEqual([
      'boxes: law of Delaware → law of Geneva',
    ])
  })

  it('words in white, over a link, and those that Word writes by itself', () => {
    const white = (color: string) => ({
      body: `<w:p><w:r><w:rPr><w:color w:val="${color}"/></w:rPr><w:t>No fee is due.</w:t></w:r></w:p>`,
    })
    expect(told(white('FFFFFF'), white('FFFFFF'))).toEqual([])
    expect(told(white('FFFFFF'), white('1F497D'))).toEqual(['left: unseen'])
    const over = (word: string) => ({
      body: `<w:p><w:hyperlink w:anchor="a" w:tooltip="law of ${word}">${run('here')}</w:hyperlink></w:p>`,
    })
    expect(both(over)).toEqual(['left: tip', 'right: tip'])
    const day = (name: string) => ({ body: `<w:p>${run('Due ')}<w:r><w:${name}/></w:r></w:p>` })
    expect(both(day, 'dayLong', 'yearLong')).toEqual(['left: field', 'right: field'])
    expect(told({ body: `<w:p>${run('Due ')}</w:p>` }, day('monthLong'))).toEqual(['right: field'])
  })

  it('a description of a table', () => {
    const table = (word: string) =>
      `<w:tbl><w:tblPr><w:tblDescription w:val="by ${word}"/></w:tblPr><w:tr><w:tc>${p('a')}</w:tc></w:tr></w:tbl>`
    expect(both((word) => ({ body: table(word) }))).toEqual(['boxes: by Delaware → by Geneva'])
  })

  it.each(['c:strCache', 'c:strLit', 'c:numLit', 'c:multiLvlStrCache'])(
    'a name in %s of a chart',
    (cache) => {
      const chart = (word: string): WordFileOptions => ({
        body: drawing('<w:drawing><wp:inline><c:chart r:id="rc"/></wp:inline></w:drawing>'),
        parts: [
          {
            type: 'chart',
            id: 'rc',
            name: 'word/charts/chart1.xml',
            content: `<c:chartSpace ${namespaces}><c:cat><${cache}><c:pt idx="0"><c:v>${word}</c:v></c:pt></${cache}></c:cat></c:chartSpace>`,
          },
        ],
      })
      expect(both(chart)).toEqual(['boxes: Delaware → Geneva'])
      const bytes = wordFile(chart('Delaware'))
      const document = wordDocument(bytes)
      const stories = document.stories.filter(({ kind }) => kind !== 'boxes')
      expect(missedWords(bytes, { ...document, stories })).toMatchObject([{ text: 'Delaware' }])
    },
  )

  it.each([
    ['MACROBUTTON NoMacro Delaware', 'MACROBUTTON NoMacro Geneva', 'Law Delaware → Law Geneva'],
    ['SYMBOL 254 \\f "Wingdings"', 'SYMBOL 168 \\f "Wingdings"', 'Law ☑ → Law ☐'],
    ['EQ \\f(7,2)', 'EQ \\f(9,2)', 'Law 7/2 → Law 9/2'],
  ])('a field that keeps no result: %s', (left, right, expected) => {
    expect(both((instruction) => ({ body: field(instruction) }), left, right)).toEqual([`body: ${expected}`])
  })

  it('a label that counts nothing', () => {
    const content = (word: string) => ({
      body: p('the fees are due.', numbered),
      numbering: listOf('none', `NOT ${word}`),
    })
    expect(both(content)).toEqual(['body: NOT Delaware the fees are due. → NOT Geneva the fees are due.'])
  })

  it('words in an element that may not stand there', () => {
    const content = (word: string) => ({
      body: `<w:p><w:r><w:t>Law of <x:b xmlns:x="urn:x">${word}</x:b> applies.</w:t></w:r></w:p>`,
    })
    expect(both(content)).toEqual(['body: Law of Delaware applies. → Law of Geneva applies.'])
    const bytes = wordFile(content('Delaware'))
    expect(missedWords(bytes, { stories: [], leftOut: [], unread: [], notes: [] })).toMatchObject([
      { words: 4 },
    ])
  })

  it('where a picture leads', () => {
    const content = (word: string) => ({
      body: drawing(`<w:pict><v:shape href="https://${word.toLowerCase()}.example/x"/></w:pict>`),
    })
    expect(both(content)).toEqual([
      'links: [picture]: https://delaware.example/x → [picture]: https://geneva.example/x',
    ])
  })
})

describe('what is about words that are the same', () => {
  it.each([
    [
      'a field that a program reckons',
      (word: string) => ({ body: field(`IF 1=1 "${word}" "none"`) }),
      'field',
    ],
    [
      'words beside a number',
      (word: string) => ({
        body: p('the fees are due.', numbered),
        numbering: listOf('decimal', `Law of ${word} %1`),
      }),
      'list-label',
    ],
    [
      'a choice that nothing shows',
      (word: string) => ({ body: control(`<w:dropDownList w:lastValue="${word}"/>`, '') }),
      'stored-value',
    ],
  ])('%s', (_, content, kind) => {
    expect(both(content)).toEqual([`left: ${kind}`, `right: ${kind}`])
  })

  it('a number beside it differs in nothing', () => {
    const content = (format: string) => ({
      body: p('the fees are due.', numbered),
      numbering: listOf(format, 'Article %1'),
    })
    expect(told(content('decimal'), content('upperRoman'))).toEqual([])
  })

  it('a sign of a list that says yes or no, and none that only points', () => {
    const content = (sign: string) => ({
      body: p('the fees are due.', numbered),
      numbering: listOf('bullet', sign),
    })
    expect(both(content, '✓', '✗')).toEqual(['left: list-label', 'right: list-label'])
    expect(both(content, '•', '–')).toEqual([])
  })

  it('a box that is ticked and shows no tick', () => {
    const box = (checked: number) => ({
      body: control(`<w14:checkbox><w14:checked w14:val="${checked}"/></w14:checkbox>`, run('☐')),
    })
    expect(told(box(0), box(0))).toEqual([])
    expect(told(box(0), box(1))).toEqual(['right: stored-value'])
    expect(told(box(1), box(1))).toEqual([])
  })

  it('data that a control shows no longer', () => {
    const bound = (shown: string, word: string) => ({
      body: control('<w:dataBinding w:xpath="/x/y[1]"/><w:text/>', run(shown)),
      parts: [{ type: 'customXml', name: 'customXml/item1.xml', content: `<x><y>${word}</y></x>` }],
    })
    expect(told(bound('Delaware', 'Delaware'), bound('Delaware', 'Delaware'))).toEqual([])
    expect(told(bound('Delaware', 'Delaware'), bound('Delaware', 'Geneva'))).toEqual(['right: stored-value'])
    // A control that is taken away and left its words changes nothing.
    expect(told(bound('Delaware', 'Delaware'), { body: p('Law of Delaware') })).toEqual([])
  })

  it('the place of a note and of a comment', () => {
    const footnotes = `<w:footnote w:id="1">${p('Net of tax.')}</w:footnote>`
    const comments = `<w:comment w:id="1" w:author="A. Counsel">${p('Agreed?')}</w:comment>`
    const mark =
      '<w:r><w:footnoteReference w:id="1"/></w:r><w:commentRangeStart w:id="1"/><w:commentRangeEnd w:id="1"/>'
    const content = (early: boolean) => ({
      body: `<w:p>${run('One fee')}${early ? mark : ''}${run(' and another fee.')}${early ? '' : mark}</w:p>`,
      footnotes,
      comments,
    })
    expect(told(content(true), content(true))).toEqual([])
    expect([...new Set(told(content(true), content(false)))]).toEqual([
      'left: footnote-mark',
      'left: comment-mark',
      'right: footnote-mark',
      'right: comment-mark',
    ])
    // A note that is gone is told as such, and its mark is not told again.
    expect(told({ body: content(true).body, footnotes }, { body: p('One fee and another fee.') })[0]).toBe(
      'footnotes: Net of tax. → –',
    )
  })

  it('who commented', () => {
    const content = (author: string) => ({
      body: p('The law.'),
      comments: `<w:comment w:id="1" w:author="${author}">${p('Agreed?')}</w:comment>`,
    })
    expect(both(content)).toEqual(['left: comment-author', 'right: comment-author'])
  })

  it('the columns that a row stands in, and letters in a font of signs', () => {
    const row = (before: number) => ({
      body: `<w:tbl><w:tr><w:trPr><w:gridBefore w:val="${before}"/></w:trPr><w:tc>${p('ten')}</w:tc></w:tr></w:tbl>`,
    })
    expect(told(row(0), row(1))).toEqual(['right: row-place'])
    const sign = (font: string) => ({
      body: `<w:p>${run('Box ')}${run('o', `<w:rFonts w:ascii="${font}"/>`)}</w:p>`,
    })
    expect(both(sign, 'Wingdings', 'Arial')).toEqual(['left: sign-font'])
  })

  it('the rows that a cell covers', () => {
    const cell = (merge: string, words: string) =>
      `<w:tr><w:tc><w:tcPr>${merge}</w:tcPr>${p(words)}</w:tc><w:tc>${p('ten')}</w:tc></w:tr>`
    const table = (first: string, second: string) => ({
      body: `<w:tbl>${cell(first, 'Gold')}${cell(second, '')}</w:tbl>`,
    })
    const merged = table('<w:vMerge w:val="restart"/>', '<w:vMerge/>')
    expect(told(merged, merged)).toEqual([])
    expect(told(merged, table('', ''))).toContain('left: cell-span')
  })

  it('a header of first pages that no page shows', () => {
    const content = (properties: string) => ({
      body: `${p('One.')}<w:sectPr><w:headerReference w:type="first" r:id="ha"/>${properties}</w:sectPr>`,
      parts: [
        {
          type: 'header',
          id: 'ha',
          name: 'word/ha.xml',
          content: `<w:hdr ${namespaces}>${p('Offer')}</w:hdr>`,
        },
      ],
    })
    expect(both(content, '<w:titlePg/>', '')).toEqual(['right: header-place'])
  })

  it('the section on which a header begins', () => {
    const header = (id: string, words: string) => ({
      type: 'header',
      id,
      name: `word/${id}.xml`,
      content: `<w:hdr ${namespaces}>${p(words)}</w:hdr>`,
    })
    const section = (id: string) => `<w:sectPr><w:headerReference w:type="default" r:id="${id}"/></w:sectPr>`
    const content = (first: string, second: string, third: string) => ({
      body: `<w:p><w:pPr>${section(first)}</w:pPr>${run('One.')}</w:p><w:p><w:pPr>${section(second)}</w:pPr>${run('Two.')}</w:p>${p('Three.')}${section(third)}`,
      parts: [header('ha', 'Offer'), header('hb', 'Annex')],
    })
    expect(told(content('ha', 'hb', 'hb'), content('ha', 'hb', 'hb'))).toEqual([])
    expect(told(content('ha', 'hb', 'ha'), content('ha', 'hb', 'hb'))).toEqual(['left: header-place'])
  })
})

describe('what is not in the file or not read', () => {
  const note = p('<w:r><w:t>Noted</w:t></w:r><w:r><w:footnoteReference w:id="1"/></w:r>')

  it('is named: a note without words, a page inside a paragraph', () => {
    const content = { body: `${note}<w:p><w:altChunk r:id="rx"/></w:p>` }
    expect(told(content, content)).toEqual(
      ['left', 'right'].flatMap((side) => [`${side}: altChunk`, `${side}: missing-part`]),
    )
  })

  it('is not what a deleted cell had', () => {
    const bytes = wordFile({
      body: `<w:tbl><w:tr><w:tc>${p('keep')}</w:tc><w:tc><w:tcPr><w:cellDel w:id="1" w:author="a"/></w:tcPr>${p('Delaware')}</w:tc></w:tr></w:tbl>`,
    })
    for (const view of ['accepted', 'original'] as const)
      expect(missedWords(bytes, wordDocument(bytes, { view }), view)).toEqual([])
    const gone = { stories: [], leftOut: [], unread: [], notes: [] }
    expect(missedWords(bytes, gone, 'original')).toMatchObject([{ text: 'keep Delaware' }])
  })

  it('is not a document whose name is written as an address', () => {
    const bytes = wordFile({ body: fee, main: 'foo/Bar%20Baz.xml' })
    expect(wordDocument(bytes).stories[0]?.blocks).toMatchObject([
      { text: 'The fee is due within thirty days.' },
    ])
  })
})

describe('what stands higher', () => {
  it('is no figure of the one before it, and no fraction has its bar taken away', () => {
    const raised = (by: number) => ({
      body: `<w:p>${run('10')}${run('2', `<w:position w:val="${by}"/>`)}${run(' users')}</w:p>`,
    })
    expect(told(raised(0), raised(2))).toEqual([])
    expect(told(raised(0), raised(8))).toEqual(['body: 102 users → 10² users'])
    const fraction = (type: string) => ({
      body: `<w:p>${run('Fee ')}<m:oMath><m:f><m:fPr><m:type m:val="${type}"/></m:fPr><m:num><m:r><m:t>a</m:t></m:r></m:num><m:den><m:r><m:t>b</m:t></m:r></m:den></m:f></m:oMath></w:p>`,
    })
    expect(told(fraction('bar'), fraction('noBar'))).toEqual(['body: Fee a/b → Fee a¦b'])
  })
})
