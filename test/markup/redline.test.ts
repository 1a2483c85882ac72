import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { compareWord, resolveWord, verifyRedline } from '../../src/markup/index.ts'
import { p, run, type WordFileOptions, wordFile } from '../ooxml/word-file.ts'

const by = { author: 'Us', date: '2026-01-31T00:00:00Z' }
const mark = / w:id="\d+" w:author="Us" w:date="2026-01-31T00:00:00Z"/g

/** The body of the redline of two files, without whose changes they are. */
function redlined(left: string | WordFileOptions, right: string | WordFileOptions): string {
  const [one, other] = [left, right].map((side) => wordFile(typeof side === 'string' ? { body: side } : side))
  return bodyOf(compareWord(one!, other!, by).bytes)
}

function bodyOf(bytes: Uint8Array): string {
  const text = strFromU8(unzipSync(bytes)['word/document.xml']!)
  return /<w:body>(.*)<\/w:body>/s.exec(text)![1]!.replace(mark, '')
}

const ins = (words: string) => `<w:ins><w:r><w:t xml:space="preserve">${words}</w:t></w:r></w:ins>`
const del = (words: string) =>
  `<w:del><w:r><w:delText xml:space="preserve">${words}</w:delText></w:r></w:del>`

describe('a redline of two Word files', () => {
  it('marks the words that differ and no others', () => {
    expect(redlined(p('within 30 days of notice'), p('within 60 days of notice'))).toBe(
      `<w:p>${run('within ')}${del('30')}${ins('60')}${run(' days of notice')}</w:p>`,
    )
  })

  it('of a file with itself is the file', () => {
    const file = wordFile({ body: p('One.') + p('Two.') })
    expect(compareWord(file, file, by).bytes).toEqual(file)
  })

  it('keeps the bytes of a paragraph that does not change, with its looks and marks of places', () => {
    const kept =
      '<w:p w:rsidR="00A1"><w:bookmarkStart w:id="7" w:name="b"/><w:r ><w:t>Kept &#38; whole</w:t></w:r ><w:bookmarkEnd w:id="7"/></w:p>'
    expect(redlined(kept + p('one two'), kept + p('one three'))).toContain(kept)
  })

  it('splits a paragraph with one inserted end, and joins two with one deleted end', () => {
    const [whole, cut] = [
      p('The first sentence is here. The second one follows it.'),
      p('The first sentence is here.') + p('The second one follows it.'),
    ]
    expect(redlined(whole, cut)).toMatch(
      /^<w:p><w:pPr><w:rPr><w:ins\/><\/w:rPr><\/w:pPr>.*here\..*<\/w:p><w:p>.*The second/,
    )
    expect(redlined(cut, whole)).toMatch(
      /^<w:p><w:pPr><w:rPr><w:del\/><\/w:rPr><\/w:pPr>.*here\..*<\/w:p><w:p>.*The second/,
    )
  })

  it('never inserts or deletes the last end of a body', () => {
    const [one, two] = [p('First paragraph here.'), p('First paragraph here.') + p('Another thing.')]
    const last = (body: string) => body.slice(body.lastIndexOf('<w:p>'))
    expect(last(redlined(one, two))).toBe(`<w:p>${ins('Another thing.')}</w:p>`)
    expect(last(redlined(two, one))).toBe(`<w:p>${del('Another thing.')}</w:p>`)
  })

  it('marks a row, and what is in it', () => {
    const cell = (words: string) => `<w:tc>${p(words)}</w:tc>`
    const table = (...rows: string[]) =>
      `<w:tbl><w:tblPr/><w:tblGrid/>${rows.map((row) => `<w:tr>${cell(row)}</w:tr>`).join('')}</w:tbl>${p('')}`
    const added = redlined(table('fees due'), table('fees due', 'taxes owed'))
    expect(added).toContain(
      `<w:tr><w:trPr><w:ins/></w:trPr><w:tc><w:p><w:pPr><w:rPr><w:ins/></w:rPr></w:pPr>${ins('taxes owed')}</w:p>`,
    )
    const removed = redlined(table('fees due', 'taxes owed'), table('fees due'))
    expect(removed).toContain(
      `<w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>${del('taxes owed')}</w:p>`,
    )
  })

  it('carries a deleted note over, with its words deleted', () => {
    const note = (id: number, words: string) => `<w:footnote w:id="${id}">${p(words)}</w:footnote>`
    const reference = (id: number) => `<w:r><w:footnoteReference w:id="${id}"/></w:r>`
    const left = {
      body: `<w:p>${run('Fees')}${reference(1)}${run(' and taxes')}${reference(2)}</w:p>`,
      footnotes: note(1, 'Net of tax.') + note(2, 'Where due.'),
    }
    const right = {
      body: `<w:p>${run('Fees and taxes')}${reference(1)}</w:p>`,
      footnotes: note(1, 'Where due.'),
    }
    const files = unzipSync(compareWord(wordFile(left), wordFile(right), by).bytes)
    expect(strFromU8(files['word/footnotes.xml']!)).toMatch(
      /<w:footnote w:id="2"><w:p><w:del .*?<w:delText[^>]*>Net of tax\.<\/w:delText>/,
    )
    const none = compareWord(wordFile(left), wordFile({ body: p('Fees and taxes') }), by)
    expect(strFromU8(unzipSync(none.bytes)['word/footnotes.xml']!)).toContain('Where due.')
  })

  it('takes a field whole, and compares what it shows as words', () => {
    const field = (shown: string) =>
      `<w:p>${run('See ')}<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> REF a </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run(shown)}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`
    const body = redlined(field('Section 5'), field('Section 6'))
    expect(body).toContain(`${del('5')}${ins('6')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`)
    const gone = redlined(field('Section 5'), p('See'))
    expect(gone).toContain('<w:delInstrText> REF a </w:delInstrText>')
    expect(gone).not.toContain('<w:instrText>')
  })

  const [first, second, third] = [
    'Fees are due each month in advance.',
    'Taxes are borne by the party that owes them.',
    'The term ends when a party says so.',
  ]

  it('shows a paragraph that stands elsewhere as moved, with the heading above it', () => {
    const body = redlined(
      p(first) + p('Taxes') + p(second) + p(third),
      p('Taxes') + p(second) + p(first) + p(third),
    )
    expect(body.match(/<w:move(?:From|To)RangeStart w:name="move-1"\/>/g)).toHaveLength(2)
    expect(body).toContain(`<w:moveFrom><w:r><w:t xml:space="preserve">${first}</w:t></w:r></w:moveFrom>`)
    expect(body).not.toMatch(/<w:(?:ins|del)[\s>]/)
    const heading = redlined(
      p('Taxes') + p(second) + p(first) + p(third) + p('A longer last one stays last.'),
      p(first) + p(third) + p('Taxes') + p(second) + p('A longer last one stays last.'),
    )
    expect(heading.match(/RangeStart/g)).toHaveLength(2)
    expect(heading.match(/<w:moveTo\/>/g)).toHaveLength(2)
    expect(heading).not.toMatch(/<w:(?:ins|del)[\s>]/)
  })

  it('shows no move where that is asked for, and none of few words', () => {
    const [one, other] = [p(first) + p(second) + p(third), p(second) + p(first) + p(third)].map((body) =>
      wordFile({ body }),
    )
    const { bytes, counts } = compareWord(one!, other!, { ...by, moves: false })
    expect(bodyOf(bytes)).not.toContain('move')
    expect(counts).toMatchObject({ moves: 0, insertions: 2, deletions: 2 })
    expect(redlined(p('Taxes') + p(first), p(first) + p('Taxes') + p(second))).not.toContain('move')
  })

  it('shows other looks of the same words where that is asked for, which resolve to the looks of both files', () => {
    const bold = '<w:r><w:rPr><w:b/></w:rPr><w:t>bold</w:t></w:r>'
    const left = `<w:p><w:pPr><w:jc w:val="center"/></w:pPr>${run('Fees are ')}${bold}</w:p>${p('Same')}`
    const right = `<w:p><w:pPr><w:jc w:val="right"/></w:pPr>${run('Fees')}<w:r><w:rPr><w:i/></w:rPr><w:t xml:space="preserve"> are bold</w:t></w:r></w:p>${p('Same')}`
    const [one, other] = [left, right].map((body) => wordFile({ body }))
    expect(compareWord(one!, other!, by).counts.looks).toBe(0)
    const { bytes, counts } = compareWord(one!, other!, { ...by, formatting: true })
    expect(counts).toEqual({ insertions: 0, deletions: 0, moves: 0, looks: 3 })
    expect(bodyOf(bytes)).toContain(
      '<w:rPr><w:i/><w:rPrChange><w:rPr><w:b/></w:rPr></w:rPrChange></w:rPr><w:t xml:space="preserve">bold',
    )
    expect(bodyOf(resolveWord(bytes, { as: 'reject' }))).toMatch(
      /w:val="center".*<w:b\/><\/w:rPr><w:t xml:space="preserve">bold/,
    )
    expect(bodyOf(resolveWord(bytes, { as: 'accept' }))).not.toContain('w:val="center"')
    expect(compareWord(other!, other!, { ...by, formatting: true }).counts.looks).toBe(0)
  })

  it('shows a list that counts otherwise, and none that has another id alone', () => {
    const numbering = (id: string, format: string) =>
      `<w:abstractNum w:abstractNumId="${id}"><w:lvl w:ilvl="0"><w:numFmt w:val="${format}"/></w:lvl></w:abstractNum><w:num w:numId="${id}"><w:abstractNumId w:val="${id}"/></w:num>`
    const file = (id: string, format: string) =>
      wordFile({
        body: `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="${id}"/></w:numPr></w:pPr>${run('Fees')}</w:p>`,
        numbering: numbering(id, format),
      })
    const looks = (left: Uint8Array, right: Uint8Array) =>
      compareWord(left, right, { ...by, formatting: true }).counts.looks
    expect(looks(file('1', 'decimal'), file('2', 'decimal'))).toBe(0)
    expect(looks(file('1', 'decimal'), file('2', 'lowerLetter'))).toBe(1)
  })

  it('fills a note and a header that closed themselves with what went from them', () => {
    const note = '<w:r><w:footnoteReference w:id="1"/></w:r>'
    const notes = (inner: string) => `<w:footnote w:id="1"${inner === '' ? '/>' : `>${inner}</w:footnote>`}`
    const body = `<w:p>${run('Fees')}${note}</w:p>`
    const full = { body, footnotes: notes(p('Test')) }
    const empty = { body, footnotes: notes('') }
    expect(redlined(full, empty)).toBe(body)
    expect(redlined(empty, full)).toBe(body)
  })

  const reference = (shown: string, instruction = 'REF a') =>
    `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> ${instruction} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run(shown)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`
  const quiet = (left: string, right: string) => {
    const [one, other] = [left, right].map((body) => wordFile({ body }))
    const { bytes, notCompared } = compareWord(one!, other!, { ...by, fieldResults: false })
    expect(notCompared.join()).toContain('the right file’s stands')
    expect(verifyRedline(bytes, one!, other!, { fieldResults: false }).breaches).toEqual([])
    return { body: bodyOf(bytes), loud: verifyRedline(bytes, one!, other!).breaches }
  }

  it('leaves out what cross-references show where that is asked for, and takes them whole where they come or go', () => {
    const line = (field: string) => `<w:p>${run('See ')}${field}${run(' there.')}</w:p>`
    const same = quiet(line(reference('Section 5')), line(reference('Section 6')))
    expect(same.body).toBe(line(reference('Section 6')))
    // Rejected, it has the number that the right file shows.
    expect(same.loud.map(({ resolved }) => resolved)).toEqual(['reject'])
    const simple = (shown: string) => line(`<w:fldSimple w:instr=" REF a ">${run(shown)}</w:fldSimple>`)
    expect(quiet(simple('5'), simple('6')).body).toBe(simple('6'))
    expect(quiet(line(reference('5', 'DATE')), line(reference('6', 'DATE'))).body).toContain(del('5'))
    const other = quiet(line(reference('5', 'REF b')), line(reference('5')))
    expect(other.body).toContain('<w:delInstrText> REF b </w:delInstrText>')
    expect(other.loud).toEqual([])
    expect(quiet(line(reference('5')), line('')).loud).toEqual([])
  })

  it('leaves a table of contents that both have as the right file has it', () => {
    const contents = (lines: readonly string[]) => {
      const [first = '', ...others] = lines.map(
        (text, at) => run(text) + reference(`${at}`, `PAGEREF _T${at}`),
      )
      const open = reference('', 'TOC \\o').split(run(''))[0]!
      return `<w:p>${open}${first}</w:p>${others.map((one) => `<w:p>${one}</w:p>`).join('')}<w:p><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`
    }
    const right = contents(['Fees', 'Taxes', 'Term']) + p('Fees are due.')
    expect(quiet(contents(['Fees', 'Term']) + p('Fees are due.'), right).body).toBe(right)
    const gone = quiet(contents(['Fees', 'Term']) + p('Fees are due.'), p('Fees are due.'))
    expect(gone.loud).toEqual([])
  })

  it('of 500 equal paragraphs with one edited has one change', () => {
    const same = p('The same words in each of them.')
    const other = p('The same words in all of them.')
    const body = redlined(same.repeat(500), same.repeat(250) + other + same.repeat(249))
    expect(body.match(/<w:(?:ins|del)>/g)).toEqual(['<w:del>', '<w:ins>'])
  })

  it('is the same for the same files, author and day', () => {
    const [left, right] = [wordFile({ body: p('one two three') }), wordFile({ body: p('one four three') })]
    expect(compareWord(left, right, by).bytes).toEqual(compareWord(left, right, by).bytes)
  })

  it('runs from the view to the view that is asked for', () => {
    const tracked = wordFile({
      body: `<w:p>${run('We may ')}<w:del w:id="1" w:author="They"><w:r><w:delText>not </w:delText></w:r></w:del>${run('sue.')}</w:p>`,
    })
    const sent = wordFile({ body: p('We may not sue.') })
    const silent = compareWord(sent, tracked, { ...by, rightView: 'original' })
    expect(silent.counts).toMatchObject({ insertions: 0, deletions: 0 })
    expect(compareWord(sent, tracked, by).counts).toMatchObject({ insertions: 0, deletions: 1 })
  })
})

describe('what the right file had tracked itself', () => {
  const they = 'w:author="They" w:date="2026-01-02T00:00:00Z"'
  const theirs = wordFile({
    body: `<w:p>${run('We may ')}<w:del w:id="1" ${they}><w:r><w:delText>not </w:delText></w:r></w:del>${run('sue')}<w:ins w:id="2" ${they}>${run(' you')}</w:ins>${run(' now.')}</w:p><w:p><w:pPr><w:rPr><w:ins w:id="3" ${they}/></w:rPr></w:pPr><w:ins w:id="4" ${they}>${run('A new clause.')}</w:ins></w:p>${p('The end.')}`,
  })
  const sent = wordFile({ body: p('We may not sue.') + p('The end.') })
  const { bytes, earlier } = compareWord(sent, theirs, by)
  const text = strFromU8(unzipSync(bytes)['word/document.xml']!)

  it('keeps author and date, and what they changed without tracking it is ours', () => {
    const marks = [
      ...text.matchAll(/<w:(ins|del) [^>]*?author="(\w+)"[^>]*>(?:<w:r>.*?<w:(?:t|delText)[^>]*>([^<]*))?/g),
    ]
    expect(marks.map(([, kind, author, words]) => [kind, author, words ?? ''])).toEqual([
      ['del', 'They', 'not '],
      ['ins', 'They', ' you'],
      ['ins', 'Us', ' now'],
      ['ins', 'They', ''],
      ['ins', 'They', 'A new clause.'],
    ])
    expect(text).not.toContain('clausebook')
  })

  const [ann, bob] = ['Ann', 'Bob'].map((author) => `w:author="${author}" w:date="2026-01-02T00:00:00Z"`)
  let id = 0
  const tracked = (kind: 'ins' | 'del', who = ann, words?: string) => {
    id += 1
    const mark = `w:${kind} w:id="${id}" ${who}`
    if (words === undefined) return `<${mark}/>`
    const text = kind === 'ins' ? 't' : 'delText'
    return `<${mark}><w:r><w:${text} xml:space="preserve">${words}</w:${text}></w:r></w:${kind}>`
  }
  const ended = (marks: string, inner: string) => `<w:p><w:pPr><w:rPr>${marks}</w:rPr></w:pPr>${inner}</w:p>`
  const row = (mark: string, inner: string) => `<w:tr><w:trPr>${mark}</w:trPr><w:tc>${inner}</w:tc></w:tr>`
  const table = (...rows: string[]) => `<w:tbl><w:tblPr/><w:tblGrid/>${rows.join('')}</w:tbl>`
  it.each([
    [
      'a part of a word',
      `<w:p>${run('the 1,0')}${tracked('del', ann, '00')}${tracked('ins', ann, '50')}${run(' fees')}</w:p>`,
    ],
    ['the end of a word', `<w:p>${run('Licensee')}${tracked('del', ann, 's')}${run(' pay')}</w:p>`],
    [
      'the start of a word, with words before it',
      `<w:p>${tracked('del', ann, 'C')}${tracked('ins', ann, 'until May c')}${run('ounsel of the licensee acts for it')}</w:p>`,
    ],
    ['a new word with one of two blanks', `<w:p>${run('a b')}${tracked('ins', bob, ' c')}${run(' d')}</w:p>`],
    [
      'the last paragraph of a body',
      `${p('Stays.')}${ended(tracked('del', bob), tracked('del', bob, 'Goes with its end.'))}`,
    ],
    [
      'a paragraph before a table',
      `${p('Stays.')}${ended(tracked('del', bob), tracked('del', bob, 'Goes.'))}${table(row('', p('cell')))}`,
    ],
    [
      'a row',
      table(
        row('', p('stays here')),
        row(tracked('del', bob), ended(tracked('del', bob), tracked('del', bob, 'goes'))),
      ),
    ],
    [
      'a whole table',
      `${p('Stays.')}${table(row(tracked('del', bob), ended(tracked('del', bob), tracked('del', bob, 'goes'))))}`,
    ],
    [
      'an end that one inserted and another deleted',
      `${p('Stays.')}${ended(tracked('ins', ann) + tracked('del', bob), '')}`,
    ],
    [
      'one of several empty paragraphs',
      `${p('Stays.')}${p('')}${ended(tracked('ins', ann), '')}${p('')}${p('Stays too.')}`,
    ],
  ])('is theirs alone where it is %s', (_, inner) => {
    const file = wordFile({ body: `${inner}${p('The end.')}` })
    const { bytes, counts } = compareWord(resolveWord(file, { as: 'reject' }), file, by)
    expect(strFromU8(unzipSync(bytes)['word/document.xml']!)).not.toContain('w:author="Us"')
    expect(counts.insertions + counts.deletions).toBeGreaterThan(_.startsWith('an end') ? -1 : 0)
  })

  it('keeps author and date of a change of looks, where looks are compared, and is listed else', () => {
    const change = `<w:rPrChange w:id="1" ${bob}><w:rPr/></w:rPrChange>`
    const file = wordFile({ body: `<w:p><w:r><w:rPr><w:b/>${change}</w:rPr><w:t>Fees</w:t></w:r></w:p>` })
    const sent = resolveWord(file, { as: 'reject' })
    const { bytes, earlier } = compareWord(sent, file, { ...by, formatting: true })
    expect(strFromU8(unzipSync(bytes)['word/document.xml']!)).toMatch(
      /<w:rPrChange [^>]*w:author="Bob" w:date="2026-01-02T00:00:00Z"/,
    )
    expect(earlier).toEqual([{ side: 'right', author: 'Bob', changes: 1 }])
  })

  it('is listed with author and count', () => {
    expect(earlier).toEqual([{ side: 'right', author: 'They', changes: 4 }])
  })

  it('is rejected to show what is silent', () => {
    const silent = compareWord(sent, theirs, { ...by, rightView: 'original' })
    expect(bodyOf(silent.bytes)).toContain(ins(' now'))
    expect(silent.counts).toMatchObject({ insertions: 1, deletions: 0 })
  })
})

describe('a proof', () => {
  const left = wordFile({ body: p('One two three.') + p('Four five six.') + p('') })
  const right = wordFile({ body: p('One 2 three.') + p('New words here.') + p('Four six.') + p('') })
  const redline = compareWord(left, right, by).bytes

  it('holds for what is made here', () => {
    expect(verifyRedline(redline, left, right).breaches).toEqual([])
  })

  it('catches each mark that is dropped', () => {
    const files = unzipSync(redline)
    const text = strFromU8(files['word/document.xml']!)
    const marks = [...text.matchAll(/<w:(ins|del) [^>]*?(\/?)>/g)]
    expect(marks.length).toBeGreaterThan(3)
    for (const { index, 0: open, 1: name, 2: alone } of marks) {
      const rest = text.slice(index + open.length)
      const dropped = text.slice(0, index) + (alone ? rest : rest.replace(`</w:${name}>`, ''))
      const body = /<w:body>(.*)<\/w:body>/s.exec(dropped)![1]!
      expect(verifyRedline(wordFile({ body }), left, right).breaches, open).not.toEqual([])
    }
  })
})

describe('a proof of tracked rows and of looks', () => {
  const table = (...rows: string[]) =>
    `<w:tbl><w:tblPr/><w:tblGrid/>${rows.map((row) => `<w:tr><w:tc>${p(row)}${p('more')}</w:tc></w:tr>`).join('')}</w:tbl>`
  const mutants = (bytes: Uint8Array, marks: RegExp): Uint8Array[] => {
    const text = strFromU8(unzipSync(bytes)['word/document.xml']!)
    return [...text.matchAll(marks)].map(({ index, 0: open, 1: name = '' }) => {
      const rest = text.slice(index + open.length)
      const dropped = text.slice(0, index) + (open.endsWith('/>') ? rest : rest.replace(`</${name}>`, ''))
      return wordFile({ body: /<w:body>(.*)<\/w:body>/s.exec(dropped)![1]! })
    })
  }

  it('catches each mark that is dropped in a row', () => {
    const [left, right] = [
      ['stays', 'goes'],
      ['comes', 'stays'],
    ].map((rows) => wordFile({ body: table(...rows) + p('') }))
    const { bytes } = compareWord(left!, right!, by)
    expect(verifyRedline(bytes, left!, right!).rows).toEqual([])
    const all = mutants(bytes, /<(w:ins|w:del) [^>]*>/g)
    expect(all.length).toBeGreaterThan(8)
    for (const one of all) {
      const { breaches, rows } = verifyRedline(one, left!, right!)
      expect(breaches.length + rows.length).toBeGreaterThan(0)
    }
  })

  it('catches each change of looks that is dropped, where looks are asked for', () => {
    const paragraph = (looks: string, runLooks: string) =>
      `<w:p><w:pPr>${looks}</w:pPr><w:r><w:rPr>${runLooks}</w:rPr><w:t>Fees are due</w:t></w:r></w:p>`
    const left = wordFile({ body: paragraph('<w:jc w:val="center"/>', '<w:b/>') })
    const right = wordFile({ body: paragraph('<w:jc w:val="right"/>', '<w:i/>') })
    const { bytes } = compareWord(left, right, { ...by, formatting: true })
    expect(verifyRedline(bytes, left, right, { formatting: true }).looks).toEqual([])
    const text = strFromU8(unzipSync(bytes)['word/document.xml']!)
    const changes = [...text.matchAll(/<w:([rp]Pr)Change .*?<\/w:\1Change>/g)]
    expect(changes.length).toBe(2)
    for (const { 0: change } of changes) {
      const mutant = wordFile({ body: /<w:body>(.*)<\/w:body>/s.exec(text.replace(change, ''))![1]! })
      expect(verifyRedline(mutant, left, right).breaches).toEqual([])
      expect(verifyRedline(mutant, left, right, { formatting: true }).looks).toHaveLength(1)
    }
  })
})

describe('tracked changes resolved', () => {
  const tracked = wordFile({
    body: `<w:p>${run('a')}<w:ins w:id="1" w:author="Ann" w:date="2026-01-01T00:00:00Z">${run('b')}</w:ins><w:del w:id="2" w:author="Bob" w:date="2026-02-01T00:00:00Z"><w:r><w:delText>c</w:delText></w:r></w:del></w:p>`,
  })
  const left = (resolution: Parameters<typeof resolveWord>[1]) =>
    bodyOf(resolveWord(tracked, resolution)).replace(/<[^>]*>/g, '')

  it('all, of one author, or of those before a day', () => {
    expect(left({ as: 'accept' })).toBe('ab')
    expect(left({ as: 'reject' })).toBe('ac')
    expect(bodyOf(resolveWord(tracked, { as: 'reject', author: 'Ann' }))).toContain('w:author="Bob"')
    expect(left({ as: 'accept', author: 'Bob' })).toBe('ab')
    expect(left({ as: 'accept', author: ['Bob'], others: 'reject' })).toBe('a')
    expect(left({ as: 'accept', author: 'Ann', others: 'reject' })).toBe('abc')
    expect(bodyOf(resolveWord(tracked, { as: 'accept', before: '2026-01-15' }))).toContain('<w:delText>c')
  })
})
