import { describe, expect, test } from 'vitest'
import { htmlDocument, parseAgreement, type SourceBlock, textOf } from '../../src/agreement/index.ts'
import fc from '../setup/fast-check.ts'

/** The blocks of a page without what does not matter here: a paragraph as `label text`, a table as rows of cells. */
type Read = string | Read[][][]
const read = (blocks: readonly SourceBlock[]): Read[] =>
  blocks.map((block) =>
    block.type === 'paragraph'
      ? [block.label, block.text].filter(Boolean).join(' ')
      : block.rows.map(({ cells }) => cells.map((cell) => read(cell.blocks))),
  )
const bodyOf = (html: string, options = {}) => read(htmlDocument(html, options).stories[0]!.blocks)

describe('what is set above, below or beside', () => {
  test.each([
    ['<p>10<span style="vertical-align: super">6</span> users', '10⁶ users'],
    ['<p><math><msup><mn>10</mn><mn>2</mn></msup></math>', '10²'],
    ['<p><math><mfrac><mn>1</mn><mrow><mn>2</mn><mi>x</mi></mrow></mfrac></math>', '1/(2x)'],
    ['<p><math><msqrt><mn>4</mn></msqrt></math>', '√(4)'],
    ['<p><math><msubsup><mi>x</mi><mn>1</mn><mn>2</mn></msubsup></math>', 'x₁²'],
  ])('%s', (html, expected) => expect(bodyOf(html)).toEqual([expected]))

  test('a page that is XML may close any element itself', () => {
    const page =
      '<?xml version="1.0"?><html><head><title/><script src="x"/></head><body><p/><p>Fees.</p></body></html>'
    expect(bodyOf(page)).toEqual(['Fees.'])
  })

  test('names that a page gives words itself are named as not read', () => {
    const { unread } = htmlDocument('<!DOCTYPE html [<!ENTITY fee "ten">]><p>Fee &fee;</p>')
    expect(unread).toEqual([{ kind: 'entities', place: 'of the page itself' }])
  })
})

describe('the numbers that a browser prints', () => {
  test.each([
    ['<ol><li>a<li>b</ol>', ['1. a', '2. b']],
    ['<ol start=3><li>a<li value=9>b<li>c</ol>', ['3. a', '9. b', '10. c']],
    ['<ol reversed><li>a<li>b</ol>', ['2. a', '1. b']],
    ['<ol type=a start=26><li>a<li>b</ol>', ['z. a', 'aa. b']],
    ['<ol type=I start=4><li>a</ol>', ['IV. a']],
    ['<ol style="list-style-type: lower-roman"><li>a<li>b</ol>', ['i. a', 'ii. b']],
    ['<ol style="list-style: none"><li>(a) a</ol>', ['(a) a']],
    ['<ol><li><p>a</p><p>more</p><ol type=a><li>b</ol></ol>', ['1. a', 'more', 'a. b']],
    ['<ol><li><ol type=a><li>b</ol></ol>', ['1.', 'a. b']],
    ['<ol><li>1. typed</ol>', ['1. typed']],
    ['<ul><li>a</ul>', ['• a']],
  ])('%s', (html, expected) => expect(bodyOf(html)).toEqual(expected))
})

describe('tables', () => {
  test('are tables, their cells and the paragraphs of these apart', () => {
    const html =
      '<table><caption>Fees</caption><tr><th>Service<th>Fee<tr><td><p>Setup<p>once<td>1,000</table><p>End'
    expect(bodyOf(html)).toEqual([
      'Fees',
      [
        [['Service'], ['Fee']],
        [['Setup', 'once'], ['1,000']],
      ],
      'End',
    ])
  })

  test('keep spans, heads, tables in cells and empty cells', () => {
    const html =
      '<table><thead><tr><td colspan=2>Head</thead><tr><td rowspan=2>a<td><table><tr><td>in<td>ner</table>after<tr><td></table>'
    const [table] = htmlDocument(html).stories[0]!.blocks
    expect(table).toMatchObject({
      rows: [
        { head: true, cells: [{ columns: 2 }] },
        { cells: [{ rows: 2 }, { blocks: [{ type: 'table' }, { text: 'after' }] }] },
        { cells: [{ blocks: [] }] },
      ],
    })
  })

  test('for layout alone are read through, and lists set as tables are lists', () => {
    expect(bodyOf('<table role=presentation><tr><td>a<td>b</table>')).toEqual(['a', 'b'])
    expect(bodyOf('<table><tr><td><h2>Terms</h2><p>1. One</table>')).toEqual(['Terms', '1. One'])
    const list =
      '<table><tr><td>(a)<td>the first duty of the tenant<tr><td>(b)<td>the second duty of the tenant</table>'
    expect(bodyOf(list)).toEqual(['(a) the first duty of the tenant', '(b) the second duty of the tenant'])
  })

  test('cells reach the tree as cells', () => {
    const agreement = parseAgreement('<p>1. Fees.</p><table><tr><td>Setup<td>1,000</table>', {
      format: 'html',
    })
    expect(JSON.stringify(agreement)).toContain('"kind":"cell"')
  })
})

describe('what is printed is what is read', () => {
  test.each([
    ['1<sup>2</sup> and H<sub>2</sub>O', '1² and H₂O'],
    ['the 1<sup>st</sup> of May', 'the 1st of May'],
    ['2<sup>n+1</sup>', '2^(n+1)'],
    ['word<sup><a href="#n1">3</a></sup>', 'word³'],
    ['a<br>b', 'a\nb'],
    ['x &lt;Supplier&gt; &amp; y', 'x <Supplier> & y'],
    ['say <q>so</q>', 'say “so”'],
    ['<ruby>字<rp>(</rp><rt>ji</rt><rp>)</rp></ruby>', '字 (ji)'],
    ['Name: <input value="Ada">', 'Name: Ada'],
    ['<input type=checkbox checked> yes <input type=radio> no', '☑ yes ☐ no'],
    ['<select><option>one<option selected>two</select>', 'two'],
    ['<textarea>my words</textarea>', 'my words'],
    ['<img alt="our seal">', 'our seal'],
    ['<s>struck</s> out', 'struck out'],
  ])('%s', (html, expected) => expect(bodyOf(`<p>${html}`)).toEqual([expected]))

  test('lines of pre stay lines', () => {
    expect(
      bodyOf('<p>A long enough introduction of what follows here.</p><pre>  a\n  b\n\n  c</pre>'),
    ).toEqual(['A long enough introduction of what follows here.', 'a\nb', 'c'])
  })

  test('a page that is one pre is read as lines of text', () => {
    const { stories } = htmlDocument('<pre>1. One two\n   three.\n\n2. Four</pre>')
    expect(stories[0]).toMatchObject({ blocks: [], lines: { format: 'text' } })
  })

  test('two breaks, and a break before a number, begin a paragraph', () => {
    expect(bodyOf('a<br><br>b<br>(c) d')).toEqual(['a', 'b', '(c) d'])
  })
})

describe('what is not shown', () => {
  test.each([
    ['<p hidden>secret words</p>'],
    ['<p style="display: none">secret words</p>'],
    ['<p style="visibility:hidden">secret words</p>'],
    ['<div style="font-size:0"><p>secret words</p></div>'],
    ['<style>.x{display:none}</style><p class="y x">secret words</p>'],
    ['<style>/* a */ #x { color: red; display: none }</style><p id=x>secret words</p>'],
    ['<dialog>secret words</dialog>'],
    ['<noscript>secret words</noscript>'],
    ['<table><tr hidden><td>secret<td>words<tr><td>a<td>b</table>'],
  ])('is left out, counted and kept: %s', (html) => {
    const { stories, leftOut } = htmlDocument(`<p>Shown.</p>${html}`)
    expect(JSON.stringify(stories)).not.toContain('secret')
    // A style sheet in the page's body is counted by itself.
    expect(leftOut.filter(({ kind }) => kind !== 'unseen')).toMatchObject([
      { kind: 'hidden', words: 2, text: expect.stringMatching(/secret\s+words/) },
    ])
    expect(JSON.stringify(htmlDocument(html, { hidden: true }).stories)).toContain('secret')
  })

  test.each([
    ['<style>@media print{.x{display:none}}</style><p class=x>words'],
    ['<style>.x{display:none} .x{display:block}</style><p class=x>words'],
    ['<style>.x{display:none}</style><p class=x style="display:block">words'],
    ['<p aria-hidden=true>words'],
    ['<details><summary>S</summary>words</details>'],
    ['<nav>words</nav>'],
  ])('is not what is shown: %s', (html) => expect(JSON.stringify(bodyOf(html))).toContain('words'))

  test('titles, scripts and styles are no text', () => {
    expect(bodyOf('<title>t</title><script>s</script><style>p{}</style><p>a')).toEqual(['a'])
  })

  test('a page from elsewhere is named as not read', () => {
    const { unread } = htmlDocument('<p>a</p><iframe src="https://example.org/terms"></iframe>')
    expect(unread).toEqual([{ kind: 'embedded', place: '<iframe> https://example.org/terms' }])
  })
})

test('words marked as deleted and inserted are told apart, as accepted or as they were', () => {
  const html = '<p>Pay <del>ten</del><ins>twenty</ins> euros.'
  expect(bodyOf(html)).toEqual(['Pay twenty euros.'])
  expect(bodyOf(html, { view: 'original' })).toEqual(['Pay ten euros.'])
  expect(htmlDocument(html)).toMatchObject({
    notes: [expect.stringContaining('accepted')],
    leftOut: [{ kind: 'deleted', words: 1, text: 'ten' }],
  })
})

test('where a link leads is told, unless its words say so', () => {
  const html =
    '<a href="https://example.org/a">here</a> <a href="https://www.example.org/">example.org</a> <a href="#x">x</a>'
  expect(read(htmlDocument(html).stories[1]!.blocks)).toEqual(['here: https://example.org/a'])
})

test('no word of a nesting is lost', () => {
  const word = fc.constantFrom(...'lantern vessel harbour ledger orchard bridge'.split(' '))
  const { page } = fc.letrec<{ page: string }>((tie) => ({
    page: fc.oneof(
      { maxDepth: 6, withCrossShrink: true },
      word.map((one) => ` ${one} `),
      fc
        .tuple(
          fc.constantFrom(
            ...'p div b sup span ol ul li h2 blockquote pre td tr table section q ins details label dl dt dd font center address'.split(
              ' ',
            ),
          ),
          fc.array(tie('page'), { maxLength: 4 }),
        )
        .map(([name, inner]) => `<${name}>${inner.join('')}</${name}>`),
    ),
  }))
  const wordsOf = (text: string) => (text.match(/[a-z]{5,}/g) ?? []).sort()
  fc.assert(
    fc.property(page, (html) => {
      const agreement = parseAgreement(html, { format: 'html' })
      expect(wordsOf(textOf(agreement))).toEqual(wordsOf(html.replace(/<[^>]*>/g, '')))
    }),
    { numRuns: 500 },
  )
})

test.each([
  ['elements', '<div>'.repeat(20_000)],
  ['lists', '<ol><li>a'.repeat(3_000)],
  ['tables', '<table><tr><td>'.repeat(2_000)],
  ['raised words', '<sup>'.repeat(10_000)],
  ['what is hidden', '<div hidden>'.repeat(10_000)],
])('%s nested as deep as anybody likes are read', (_, html) => {
  const { stories, leftOut } = htmlDocument(`${html}deepest`)
  expect(JSON.stringify([stories, leftOut])).toContain('deepest')
})

describe('what a page prints from elsewhere than its words', () => {
  const words = (source: string) =>
    htmlDocument(source).stories[0]!.blocks.map((block) => (block.type === 'paragraph' ? block.text : ''))

  test('a template that stands for its element is read, any other is counted', () => {
    expect(words('<div><template shadowrootmode=open><p>The law of the isles.</p></template></div>')).toEqual(
      ['The law of the isles.'],
    )
    const { leftOut } = htmlDocument(
      '<p>Law.</p><template><p>of the isles</p></template><script>let a</script>',
    )
    expect(leftOut).toEqual([{ kind: 'unseen', place: '', words: 5, text: 'of the isles\nlet a' }])
  })

  test('words that its style sheets print are counted', () => {
    const { leftOut } = htmlDocument(
      '<style>.a::before{content:"of the isles "} b:after{content:"\\2022"}</style><p class=a>law',
    )
    expect(leftOut.find(({ kind }) => kind === 'style-words')?.text).toBe(
      '.a::before "of the isles "\nclass=a',
    )
    const listed = htmlDocument(`<ul style="list-style-type:'Not '"><li>due</ul>`)
    expect(listed.leftOut.find(({ kind }) => kind === 'style-words')?.text).toBe(`list-style-type:'Not '`)
  })

  test('what shows when one points at a place, what groups options are in, and pictures behind words', () => {
    const { leftOut, pictures } = htmlDocument(
      '<p>Fee <abbr title="of the isles">X</abbr><select><optgroup label="Isles"><option>a</select>' +
        '<img src=a.png srcset="b.png 2x"><div style="background-image:url(c.png)">due</div>',
    )
    expect(leftOut).toMatchObject([
      { kind: 'options', text: 'Isles' },
      { kind: 'tips', text: 'of the isles' },
    ])
    expect(pictures?.map(({ identity }) => identity)).toEqual(['a.png b.png 2x', 'c.png'])
  })

  test('what an empty field waits for, and all options of a list box', () => {
    expect(words('<p>Law <input placeholder="of the isles"></p>')).toEqual(['Law of the isles'])
    expect(words('<p>Law <select multiple><option>one<option selected>two</select></p>')).toEqual([
      'Law ☐ one, ☑ two',
    ])
  })

  test('where its forms, areas and its base lead', () => {
    const { stories } = htmlDocument(
      '<base href="https://a.example/"><form action="/yes"><button formaction="/no">Accept</button></form><map><area href="/b" alt="Isle"></map>',
    )
    expect(stories.at(-1)?.blocks).toMatchObject(
      ['[base]: https://a.example/', '[form]: /yes', 'Accept: /no', 'Isle: /b'].map((text) => ({ text })),
    )
  })

  test.each([
    ['<link rel="stylesheet" href="a.css"><p>Words', 'a style sheet in another file'],
    ['<style>@import "a.css"; @import "b.css"</style><p>Words', '2 style sheets in other files'],
  ])('says that style sheets of other files were not read: %s', (source, told) => {
    expect(htmlDocument(source).notes).toEqual([expect.stringContaining(told)])
    expect(htmlDocument('<link rel="icon" href="a.png"><p>Words').notes).toEqual([])
  })

  test('its pictures, by their addresses', () => {
    const { pictures, notes } = htmlDocument(
      '<p>See <img src="a.png" alt="the map"></p><img src="t.gif" width=1>',
    )
    expect(pictures).toEqual([{ place: 'a.png', identity: 'a.png' }])
    expect(notes).toEqual([expect.stringContaining('a picture')])
  })
})

describe('what is opened and never closed', () => {
  const paragraphs = 2_000
  const page = (opened: (at: number) => string) =>
    Array.from({ length: paragraphs }, (_, at) => `<p>${opened(at)}word ${at}`).join('')

  // Without a bound a parser opens each of them anew in every paragraph that follows: half a minute, and not within the time of a test.
  test.each([
    ['<font>', (at: number) => `<font size=${at}>`],
    ['<B>', (at: number) => `<B/x=${at}>`],
  ])('%s in every paragraph leaves all words', (_, opened) => {
    const words = bodyOf(page(opened))
    expect(words).toHaveLength(paragraphs)
    expect(words.at(-1)).toBe(`word ${paragraphs - 1}`)
  })

  test('on a page such as people write stays as it is', () => {
    expect(bodyOf('<p>Fees are <b class="a">ten<p>and due</b> at once')).toEqual([
      'Fees are ten',
      'and due at once',
    ])
  })
})
