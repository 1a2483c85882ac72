import { describe, expect, it } from 'vitest'
import { openPackage, readWord, type ViewedBlock, viewWord } from '../../src/ooxml/index.ts'
import fc from '../setup/fast-check.ts'
import { wordFile } from './word-file.ts'

/** A stretch of a document: its XML, and the words that it prints in each state. */
interface Written {
  xml: string
  accepted: string[]
  original: string[]
}

const views = ['accepted', 'original'] as const
const nothing: Written = { xml: '', accepted: [], original: [] }

function joined(parts: readonly Written[]): Written {
  return {
    xml: parts.map(({ xml }) => xml).join(''),
    accepted: parts.flatMap(({ accepted }) => accepted),
    original: parts.flatMap(({ original }) => original),
  }
}

const wrap = (before: string, inner: Written, after: string): Written => ({
  ...inner,
  xml: before + inner.xml + after,
})

/** Words of which hardly two are the same, so that one that is lost, doubled or moved shows. */
const word = fc.integer({ min: 0, max: 1e9 }).map((number) => `w${number}`)

const text = word.map(
  (one): Written => ({
    xml: `<w:r><w:t xml:space="preserve">${one} </w:t></w:r>`,
    accepted: [one],
    original: [one],
  }),
)

const transparent: [string, string][] = [
  ['<w:sdt><w:sdtPr><w:tag w:val="x"/></w:sdtPr><w:sdtContent>', '</w:sdtContent></w:sdt>'],
  ['<w:smartTag w:element="x"><w:smartTagPr/>', '</w:smartTag>'],
  ['<w:customXml w:element="x"><w:customXmlPr/>', '</w:customXml>'],
  ['<mc:AlternateContent><mc:Choice Requires="w14">', '</mc:Choice><mc:Fallback/></mc:AlternateContent>'],
]
const aroundRuns: [string, string][] = [
  ...transparent,
  ['<w:hyperlink w:anchor="x">', '</w:hyperlink>'],
  ['<w:dir w:val="ltr">', '</w:dir>'],
  ['<w:bdo w:val="ltr">', '</w:bdo>'],
  ['<w:fldSimple w:instr=" DOCPROPERTY x ">', '</w:fldSimple>'],
]

/** A tracked change around something: it stands in one state alone. */
function tracked(inner: Written, tag: string): Written {
  const arrives = tag === 'ins' || tag === 'moveTo'
  return {
    xml: `<w:${tag} w:id="1" w:author="A">${inner.xml}</w:${tag}>`,
    accepted: arrives ? inner.accepted : [],
    original: arrives ? [] : inner.original,
  }
}
const tags = fc.constantFrom('ins', 'del', 'moveFrom', 'moveTo')

const { runs, blocks } = fc.letrec<{ runs: Written; blocks: Written; table: Written }>((tie) => ({
  runs: fc.oneof(
    { maxDepth: 5 },
    text,
    fc.array(tie('runs'), { minLength: 1, maxLength: 3 }).map(joined),
    fc.tuple(tie('runs'), fc.constantFrom(...aroundRuns)).map(([inner, [a, b]]) => wrap(a, inner, b)),
    fc.tuple(tie('runs'), tags).map(([inner, tag]) => tracked(inner, tag)),
  ),
  blocks: fc.oneof(
    { maxDepth: 4 },
    fc.option(tie('runs'), { nil: nothing }).map((inner) => wrap('<w:p>', inner, '</w:p>')),
    fc.array(tie('blocks'), { minLength: 1, maxLength: 3 }).map(joined),
    fc.tuple(tie('blocks'), fc.constantFrom(...transparent)).map(([inner, [a, b]]) => wrap(a, inner, b)),
    tie('table'),
  ),
  table: fc
    .array(
      fc.record({
        cells: fc.array(
          fc.record({ content: tie('blocks'), wrapper: fc.constantFrom(['', ''], ...transparent) }),
          { minLength: 1, maxLength: 3 },
        ),
        wrapper: fc.constantFrom(['', ''], ...transparent),
        mark: fc.constantFrom('', '', 'ins', 'del'),
      }),
      { minLength: 1, maxLength: 3 },
    )
    .map((rows) => {
      const written = rows.map(({ cells, wrapper: [a = '', b = ''], mark }) => {
        const inner = joined(
          cells.map(({ content, wrapper: [c = '', d = ''] }) =>
            wrap(`${c}<w:tc>`, content, `<w:p/></w:tc>${d}`),
          ),
        )
        const row = wrap(
          `${a}<w:tr><w:trPr>${mark && `<w:${mark} w:id="2" w:author="A"/>`}</w:trPr>`,
          inner,
          `</w:tr>${b}`,
        )
        return {
          ...row,
          accepted: mark === 'del' ? [] : row.accepted,
          original: mark === 'ins' ? [] : row.original,
        }
      })
      return wrap('<w:tbl><w:tblPr/><w:tblGrid/>', joined(written), '</w:tbl>')
    }),
}))

describe('whatever is nested in whatever', () => {
  it('has every word once, in its order, in the state in which it stands', () => {
    fc.assert(
      fc.property(fc.array(blocks, { minLength: 1, maxLength: 4 }).map(joined), ({ xml, ...expected }) => {
        const document = readWord(openPackage(wordFile({ body: xml })))
        for (const view of views) {
          const stories = viewWord(document, { view })
          expect(stories.flatMap(({ blocks }) => blocks.flatMap(words))).toEqual(expected[view])
        }
      }),
      { numRuns: 150 },
    )
  })

  it('has the words of notes, wherever they are referred to', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(runs, blocks), { minLength: 1, maxLength: 4 }), (notes) => {
        const references = notes.map(([before], at) =>
          wrap('<w:p>', before, `<w:r><w:footnoteReference w:id="${at + 2}"/></w:r></w:p>`),
        )
        const footnotes = notes
          .map(([, note], at) => `<w:footnote w:id="${at + 2}">${note.xml}</w:footnote>`)
          .join('')
        const document = readWord(openPackage(wordFile({ body: joined(references).xml, footnotes })))
        for (const view of views) {
          const [body, ...rest] = viewWord(document, { view })
          expect(body!.blocks.flatMap(words)).toEqual(joined(references)[view])
          expect(rest.map(({ blocks }) => blocks.flatMap(words))).toEqual(notes.map(([, note]) => note[view]))
        }
      }),
      { numRuns: 60 },
    )
  })

  it('joins paragraphs where their marks are not there, and keeps their words', () => {
    const paragraphs = fc.array(fc.tuple(runs, fc.constantFrom('', 'ins', 'del')), {
      minLength: 1,
      maxLength: 6,
    })
    fc.assert(
      fc.property(paragraphs, (written) => {
        const xml = written.map(([inner, mark]) => {
          const properties = mark && `<w:pPr><w:rPr><w:${mark} w:id="3" w:author="A"/></w:rPr></w:pPr>`
          return `<w:p>${properties}${inner.xml}</w:p>`
        })
        const document = readWord(openPackage(wordFile({ body: xml.join('') })))
        for (const view of views) {
          const [body] = viewWord(document, { view })
          expect(body!.blocks.flatMap(words)).toEqual(written.flatMap(([inner]) => inner[view]))
          const gone = view === 'accepted' ? 'del' : 'ins'
          const ends = written.filter(([, mark]) => mark !== gone).length
          expect([ends, ends + 1]).toContain(body!.blocks.length)
        }
      }),
      { numRuns: 100 },
    )
  })
})

function words(block: ViewedBlock): string[] {
  if (block.type === 'chunk') return []
  if (block.type === 'table')
    return block.rows.flatMap(({ cells }) => cells.flatMap(({ blocks }) => blocks.flatMap(words)))
  return block.pieces
    .map(({ text }) => text)
    .join('')
    .split(/\s+/)
    .filter((one) => one !== '')
}
