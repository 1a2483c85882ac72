import { describe, expect, it } from 'vitest'
import { openPackage, readWord, type ViewedBlock, type ViewOptions, viewWord } from '../../src/ooxml/index.ts'
import { namespaces, p, run, type WordFileOptions, wordFile } from './word-file.ts'

/** The words of the stories with words, by kind, as they print; what is left out stands in braces with its rule. */
function stories(options: WordFileOptions, view: ViewOptions = {}): string[] {
  return viewWord(readWord(openPackage(wordFile(options))), view).flatMap(({ story, blocks }) => {
    const words = blocks.map(textOf).filter((text) => text !== '')
    return words.length > 0 ? [`${story.kind}: ${words.join(' / ')}`] : []
  })
}

function textOf(block: ViewedBlock): string {
  if (block.type === 'chunk') return `[${block.contentType}]`
  if (block.type === 'table') {
    const rows = block.rows.map(({ cells }) =>
      cells
        .map(({ blocks, columns, rows }) => `${columns}×${rows} ${blocks.map(textOf).join(' / ')}`)
        .join(' | '),
    )
    return `<${rows.join(' ; ')}>`
  }
  return block.pieces.map(({ text, omitted }) => (omitted ? `{${omitted} ${text}}` : text)).join('')
}

function body(content: string, view: ViewOptions = {}): string[] {
  return stories({ body: content }, view)
}

const box = (words: string) => `<w:txbxContent>${p(words)}</w:txbxContent>`
const cell = (content: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${content}</w:tc>`
const field = (instruction: string, result: string) =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${instruction}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${result}<w:r><w:fldChar w:fldCharType="end"/></w:r>`

describe('what wraps words', () => {
  const wrappers: [string, (inner: string) => string][] = [
    [
      'a content control',
      (inner) =>
        `<w:sdt><w:sdtPr><w:alias w:val="No words"/></w:sdtPr><w:sdtContent>${inner}</w:sdtContent></w:sdt>`,
    ],
    [
      'a smart tag',
      (inner) =>
        `<w:smartTag w:element="place"><w:smartTagPr><w:attr w:name="x" w:val="y"/></w:smartTagPr>${inner}</w:smartTag>`,
    ],
    ['custom XML', (inner) => `<w:customXml w:element="x"><w:customXmlPr/>${inner}</w:customXml>`],
    [
      'alternate content',
      (inner) =>
        `<mc:AlternateContent><mc:Choice Requires="w14">${inner}</mc:Choice><mc:Fallback>${p('fallback')}</mc:Fallback></mc:AlternateContent>`,
    ],
    ['an insertion', (inner) => `<w:ins w:id="1" w:author="A">${inner}</w:ins>`],
    ['what nobody knows yet', (inner) => `<w:future>${inner}</w:future>`],
  ]
  const inline: [string, (inner: string) => string][] = [
    ...wrappers,
    ['a direction', (inner) => `<w:dir w:val="rtl">${inner}</w:dir>`],
    ['an override', (inner) => `<w:bdo w:val="rtl">${inner}</w:bdo>`],
    ['a link', (inner) => `<w:hyperlink w:anchor="x">${inner}</w:hyperlink>`],
    ['a simple field', (inner) => `<w:fldSimple w:instr="DOCPROPERTY x">${inner}</w:fldSimple>`],
  ]

  it.each(inline)('is read through in a line: %s, and in it any other', (_, wrap) => {
    for (const [, other] of inline) {
      expect(body(p(run('a ') + wrap(other(run('b '))) + run('c')))).toEqual(['body: a b c'])
    }
  })

  it.each(wrappers)('is read through around paragraphs, rows and cells: %s', (_, wrap) => {
    for (const [, other] of wrappers) {
      const row = (words: string) => `<w:tr>${wrap(other(cell(p(words))))}${cell(p('d'))}</w:tr>`
      expect(body(p('a') + wrap(other(p('b'))) + wrap(`<w:tbl>${wrap(other(row('c')))}</w:tbl>`))).toEqual([
        'body: a / b / <1×1 c | 1×1 d>',
      ])
    }
  })

  it('is the fallback of alternate content only where there is no choice', () => {
    const only = `<mc:AlternateContent><mc:Fallback>${run('b')}</mc:Fallback></mc:AlternateContent>`
    expect(body(p(run('a') + only))).toEqual(['body: ab'])
  })
})

describe('the pieces of a line', () => {
  it('are tabs, breaks and hyphens of all kinds', () => {
    const signs = ['tab', 'ptab', 'br', 'cr', 'noBreakHyphen', 'softHyphen']
      .map((name) => `<w:${name}/>`)
      .join('')
    expect(body(p(`<w:r><w:t>a</w:t>${signs}<w:t>b</w:t></w:r>`))).toEqual(['body: a\t\t\n\n\u2011b'])
  })

  it('are symbols as their fonts print them, and unknown ones by font and code', () => {
    const symbol = (font: string, code: string) => `<w:r><w:sym w:font="${font}" w:char="${code}"/></w:r>`
    const signs = [
      ['Wingdings', 'F0FE'],
      ['Wingdings', 'F0A8'],
      ['Symbol', 'F0A3'],
      ['Symbol', 'F0B3'],
      ['Wingdings 3', 'F061'],
      ['Arial', '2713'],
    ] as const
    expect(body(p(signs.map(([font, code]) => symbol(font, code)).join('')))).toEqual([
      'body: ☑☐≤≥[Wingdings 3 61]✓',
    ])
    expect(body(p(run('\uF0E0', '<w:rFonts w:ascii="Symbol"/>')))).toEqual(['body: ◊'])
  })

  it('are equations on a line, in each state', () => {
    const t = (words: string) => `<m:r><m:t>${words}</m:t></m:r>`
    const part = (name: string, inner: string) => `<m:${name}>${inner}</m:${name}>`
    const fraction = part('f', part('num', t('a+b')) + part('den', t('2')))
    const power = part('sSup', part('e', t('x')) + part('sup', t('2')))
    const root = part('rad', part('deg', '') + part('e', t('y')))
    const tracked = `<w:ins w:id="1" w:author="A">${t('+1')}</w:ins><w:del w:id="2" w:author="A">${t('−1')}</w:del>`
    const content = p(run('so ') + part('oMath', fraction + t('=') + power + root + tracked))
    expect(body(content)).toEqual(['body: so (a+b)/2=x^2√(y)+1'])
    expect(body(content, { view: 'original' })).toEqual(['body: so (a+b)/2=x^2√(y)−1'])
  })

  it('are a base with its reading', () => {
    const ruby = `<w:r><w:ruby><w:rubyPr/><w:rt>${run('kan')}</w:rt><w:rubyBase>${run('漢')}</w:rubyBase></w:ruby></w:r>`
    expect(body(p(ruby))).toEqual(['body: 漢(kan)'])
  })

  it('are what a form shows: a ticked box, a choice', () => {
    const form = (data: string) =>
      `<w:r><w:fldChar w:fldCharType="begin"><w:ffData>${data}</w:ffData></w:fldChar></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`
    const ticked = form('<w:checkBox><w:default w:val="0"/><w:checked/></w:checkBox>')
    const choice = form(
      '<w:ddList><w:result w:val="1"/><w:listEntry w:val="Gold"/><w:listEntry w:val="Silver"/></w:ddList>',
    )
    expect(body(p(ticked + run(' Level ') + choice))).toEqual(['body: ☒ Level Silver'])
  })

  it('are spaces only where the file keeps them', () => {
    expect(body(p('<w:r><w:t> a\n b </w:t></w:r><w:r><w:t xml:space="preserve"> c</w:t></w:r>'))).toEqual([
      'body: a b c',
    ])
  })
})

describe('what is left out by a rule', () => {
  it('is hidden text, hidden by the run or by its style, unless it is asked for', () => {
    const styles =
      '<w:style w:type="character" w:styleId="H"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="P"><w:rPr><w:vanish/></w:rPr></w:style>'
    const content =
      p(
        run('a') +
          run('b', '<w:vanish/>') +
          run('c', '<w:rStyle w:val="H"/>') +
          run('d', '<w:vanish w:val="0"/>'),
      ) + p(run('e') + run('f', '<w:vanish w:val="0"/>'), '<w:pStyle w:val="P"/>')
    expect(stories({ body: content, styles })).toEqual(['body: a{hidden b}{hidden c}d / {hidden e}f'])
    expect(stories({ body: content, styles }, { hidden: true })).toEqual(['body: abcd / ef'])
  })

  it('is not text that is struck through', () => {
    expect(body(p(run('a', '<w:strike/>') + run('b', '<w:dstrike/>')))).toEqual(['body: ab'])
  })

  it('is the number of a page, but not what else a field says', () => {
    expect(body(p(field('PAGE', run('3')) + run(' of ') + field(' NUMPAGES ', run('12'))))).toEqual([
      'body: {page-number 3} of {page-number 12}',
    ])
    expect(body(p(field('PAGE', run('all liability is excluded'))))).toEqual([
      'body: all liability is excluded',
    ])
    expect(body(p(field('REF a', run('Section 3'))))).toEqual(['body: Section 3'])
  })

  it('is an entry of a table of contents, and nothing that somebody put among the entries', () => {
    const styles = '<w:style w:type="paragraph" w:styleId="T1"><w:name w:val="toc 1"/></w:style>'
    const begin =
      '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>TOC \\o</w:instrText><w:fldChar w:fldCharType="separate"/></w:r>'
    const end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    const content =
      p(`${begin}<w:r><w:t>1. Fees</w:t><w:tab/><w:t>3</w:t></w:r>`) +
      p('<w:hyperlink w:anchor="_Toc1"><w:r><w:t>2. Term</w:t></w:r></w:hyperlink>') +
      p('The cap is lifted.') +
      p(run('3. Law'), '<w:pStyle w:val="T1"/>') +
      p(end + run('after'))
    const [words] = stories({ body: content, styles })
    expect(words).toBe(
      'body: {contents 1. Fees}{contents \t}{contents 3} / {contents 2. Term} / The cap is lifted. / {contents 3. Law} / after',
    )
  })

  it('is nothing after a field that never ends', () => {
    const begin = '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>TOC</w:instrText></w:r>'
    expect(body(p(begin + run('a')) + p('b'))).toEqual(['body: a / b'])
  })
})

describe('stories', () => {
  it('are headers and footers of every kind, notes, comments and boxes', () => {
    const header = (name: string, words: string) => ({
      type: 'header',
      id: name,
      name: `word/${name}.xml`,
      content: wordPart('hdr', p(words)),
    })
    const sections =
      '<w:sectPr><w:headerReference w:type="first" r:id="h1"/><w:headerReference w:type="even" r:id="h2"/></w:sectPr>'
    const options = {
      body: p(`${run('a')}<w:r><w:footnoteReference w:id="2"/></w:r>`) + sections,
      footnotes: `<w:footnote w:id="2">${p('note')}</w:footnote>`,
      comments: `<w:comment w:id="0" w:author="Opp" w:initials="O">${p('no')}</w:comment>`,
      parts: [header('h1', 'first'), header('h2', 'even'), header('h3', 'not used')],
    }
    expect(stories(options).sort()).toEqual([
      'body: a',
      'comment: no',
      'footnote: note',
      'header: even',
      'header: first',
      'header: not used',
    ])
    const read = readWord(openPackage(wordFile(options)))
    expect(read.stories.flatMap(({ pages }) => (pages ? [pages] : []))).toEqual([
      [{ section: 1, pages: 'first', unseen: true }],
      [{ section: 1, pages: 'even', unseen: true }],
      [],
    ])
  })

  it('are comments with who answers whom and what is resolved', () => {
    const comment = (id: number, author: string, paragraph: string) =>
      `<w:comment w:id="${id}" w:author="${author}" w:initials="X" w:date="2026-01-02T03:04:05Z"><w:p w14:paraId="${paragraph}">${run('x')}</w:p></w:comment>`
    const read = readWord(
      openPackage(
        wordFile({
          body: p('a'),
          comments: comment(0, 'Ann', '01') + comment(1, 'Bo', '02'),
          parts: [
            {
              type: 'commentsExtended',
              name: 'word/ext.xml',
              content: wordPart(
                'x',
                '<w15:commentEx w15:paraId="01" w15:done="1"/><w15:commentEx w15:paraId="02" w15:paraIdParent="01" w15:done="0"/>',
              ),
            },
          ],
        }),
      ),
    )
    expect(read.stories.flatMap(({ comment }) => comment ?? [])).toEqual([
      { author: 'Ann', initials: 'X', date: '2026-01-02T03:04:05Z', resolved: true },
      { author: 'Bo', initials: 'X', date: '2026-01-02T03:04:05Z', answers: '0', resolved: false },
    ])
  })

  it('are text boxes of both kinds, once each, also in boxes, cells and headers', () => {
    const both = (words: string) =>
      `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>${box(words)}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>${box(words)}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>`
    const vml = `<w:r><w:pict><v:shape><v:textbox>${box('old')}</v:textbox></v:shape></w:pict></w:r>`
    const inner = `<w:r><w:drawing><wps:txbx><w:txbxContent>${p(run('outer') + both('inner'))}</w:txbxContent></wps:txbx></w:drawing></w:r>`
    const table = `<w:tbl><w:tr>${cell(p(run('c') + both('in a cell')))}</w:tr></w:tbl>`
    expect(body(p(run('a') + both('new') + vml + inner) + table)).toEqual([
      'body: a / <1×1 c>',
      'box: new',
      'box: old',
      'box: outer',
      'box: inner',
      'box: in a cell',
    ])
  })

  it('are diagrams, charts and WordArt, by the parts that they are in', () => {
    const drawing =
      '<w:r><w:drawing><dgm:relIds r:dm="d"/></w:drawing></w:r><w:r><w:drawing><c:chart r:id="c"/></w:drawing></w:r><w:r><w:pict><v:shape><v:textpath string="DRAFT"/></v:shape></w:pict></w:r>'
    const parts = [
      {
        type: 'diagramData',
        id: 'd',
        name: 'word/d.xml',
        content: wordPart('x', '<a:p><a:r><a:t>step one</a:t></a:r></a:p>'),
      },
      {
        type: 'chart',
        id: 'c',
        name: 'word/c.xml',
        content: wordPart(
          'x',
          '<a:p><a:r><a:t>Uptime</a:t></a:r></a:p><c:strCache><c:pt><c:v>May</c:v></c:pt></c:strCache>',
        ),
      },
    ]
    expect(stories({ body: p(run('a') + drawing), parts })).toEqual([
      'body: a',
      'box: step one',
      'box: Uptime / May',
      'box: DRAFT',
    ])
  })

  it('name what cannot be read: an embedded file, a part that is missing', () => {
    const read = readWord(
      openPackage(
        wordFile({
          body: p(
            '<w:r><w:object><o:OLEObject r:id="e"/></w:object></w:r><w:r><w:drawing><c:chart r:id="none"/></w:drawing></w:r>',
          ),
          parts: [{ type: 'package', id: 'e', name: 'word/sheet.xlsx', content: 'PK' }],
        }),
      ),
    )
    expect(read.unread).toEqual([
      { kind: 'embedded', part: 'word/sheet.xlsx' },
      { kind: 'missing-part', part: 'word/document.xml' },
    ])
  })
})

describe('what is signed and drawn by hand', () => {
  it('is named where it is ink, and read where it says who signs', () => {
    const ink = '<w:r><w:drawing><wps:wsp><w14:contentPart r:id="ink"/></wps:wsp></w:drawing></w:r>'
    const line =
      '<w:r><w:pict><v:shape><o:signatureline o:suggestedsigner="Jane Doe" o:suggestedsigner2="CEO"/></v:shape></w:pict></w:r>'
    const parts = [{ type: 'customXml', id: 'ink', name: 'word/ink/ink1.xml', content: '<ink/>' }]
    const read = readWord(openPackage(wordFile({ body: p(ink + line), parts })))
    expect(read.unread).toEqual([{ kind: 'ink', part: 'word/ink/ink1.xml' }])
    expect(stories({ body: p(run('a') + line) })).toEqual(['body: a', 'box: Jane Doe, CEO'])
  })

  it('keeps a bar over a letter, and a box around it', () => {
    const e = '<m:e><m:r><m:t>x</m:t></m:r></m:e>'
    const math = (what: string) => p(`<m:oMath>${what}</m:oMath>`)
    expect(body(math(`<m:bar><m:barPr><m:pos m:val="top"/></m:barPr>${e}</m:bar>`))).toEqual(['body: ¯(x)'])
    expect(body(math(`<m:borderBox>${e}</m:borderBox>`))).toEqual(['body: ▭(x)'])
  })
})

describe('a table', () => {
  it('counts the columns and rows that a cell covers, and keeps tables in cells', () => {
    const merged = (value: string) => `<w:vMerge${value}/>`
    const inner = `<w:tbl><w:tr>${cell(p('inner'))}</w:tr></w:tbl>`
    const table = `<w:tbl><w:tr>${cell(p('wide'), '<w:gridSpan w:val="2"/>')}${cell(p('tall'), merged(' w:val="restart"'))}</w:tr><w:tr>${cell(p('b'))}${cell(inner + p('after'))}${cell(p(''), merged(''))}</w:tr></w:tbl>`
    expect(body(table)).toEqual(['body: <2×1 wide | 1×2 tall ; 1×1 b | 1×1 <1×1 inner> / after>'])
  })

  it('loses the rows and cells that are deleted, and had not those that are new', () => {
    const row = (words: string, tag = '') =>
      `<w:tr><w:trPr>${tag && `<w:${tag} w:id="1" w:author="A"/>`}</w:trPr>${cell(p(words))}</w:tr>`
    const table = `<w:tbl>${row('a')}${row('b', 'del')}${row('c', 'ins')}<w:tr>${cell(p('d'))}${cell(p('e'), '<w:cellDel w:id="2" w:author="A"/>')}</w:tr></w:tbl>`
    expect(body(table)).toEqual(['body: <1×1 a ; 1×1 c ; 1×1 d>'])
    expect(body(table, { view: 'original' })).toEqual(['body: <1×1 a ; 1×1 b ; 1×1 d | 1×1 e>'])
  })
})

describe('tracked changes', () => {
  const tracked = (tag: string, words: string) =>
    `<w:${tag} w:id="1" w:author="A"><w:r><w:${tag === 'del' ? 'delText' : 't'} xml:space="preserve">${words}</w:${tag === 'del' ? 'delText' : 't'}></w:r></w:${tag}>`
  const mark = (tag: string) => `<w:rPr><w:${tag} w:id="2" w:author="A"/></w:rPr>`

  it('are read in two states, moves and changes in changes among them', () => {
    const nested = `<w:ins w:id="3" w:author="A">${tracked('del', 'never ')}</w:ins>`
    const content = p(
      run('a ') +
        tracked('ins', 'new ') +
        tracked('del', 'old ') +
        nested +
        tracked('moveFrom', 'here ') +
        run('b ') +
        tracked('moveTo', 'here'),
    )
    expect(body(content)).toEqual(['body: a new b here'])
    expect(body(content, { view: 'original' })).toEqual(['body: a old here b '])
  })

  it('of a paragraph mark join paragraphs, in the state in which it is not there', () => {
    const content = (tag: string) => p('a ', mark(tag)) + p('b') + p('c')
    expect(body(content('del'))).toEqual(['body: a b / c'])
    expect(body(content('del'), { view: 'original' })).toEqual(['body: a  / b / c'])
    expect(body(content('ins'), { view: 'original' })).toEqual(['body: a b / c'])
  })

  it('take a whole paragraph away, and the box that hangs on it', () => {
    const drawing = `<w:del w:id="1" w:author="A"><w:r><w:drawing><wps:txbx>${box('boxed')}</wps:txbx></w:drawing></w:r></w:del>`
    const content = p('a') + p(tracked('del', 'gone') + drawing, mark('del')) + p('b')
    expect(body(content)).toEqual(['body: a / b'])
    expect(body(content, { view: 'original' })).toEqual(['body: a / gone / b', 'box: boxed'])
  })

  it('tell who made them and when', () => {
    const content = p(
      '<w:ins w:id="7" w:author="Ann" w:date="2026-01-02T03:04:05Z"><w:r><w:t>x</w:t></w:r></w:ins>',
    )
    const [story] = readWord(openPackage(wordFile({ body: content }))).stories
    const [block] = story!.blocks
    expect(block?.type === 'paragraph' && block.pieces[0]?.revisions).toMatchObject([
      { kind: 'inserted', author: 'Ann', date: '2026-01-02T03:04:05Z', id: '7' },
    ])
  })

  it('join a heading to its words at a style separator', () => {
    const content = p('Fees.', '<w:rPr><w:vanish/><w:specVanish/></w:rPr>') + p(' Ten euros.')
    expect(body(content)).toEqual(['body: Fees. Ten euros.'])
  })
})

function wordPart(root: string, content: string): string {
  return `<w:${root} ${namespaces}>${content}</w:${root}>`
}
