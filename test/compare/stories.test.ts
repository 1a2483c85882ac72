import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import type { SourceStory } from '../../src/agreement/index.ts'
import { compareTexts, type TextToCompare } from '../../src/compare/index.ts'
import { loadLibrary } from '../../src/library/index.ts'
import { openTexts, openWhole } from '../../src/texts/index.ts'
import { wordDocument } from '../../src/texts/open/word.ts'
import { namespaces, p, wordFile } from '../ooxml/word-file.ts'

const library = await loadLibrary()
const store = openTexts(library.licenses)
const folder = mkdtempSync(join(tmpdir(), 'clausebook-stories-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** A contract with headers, each of its own kind (`default`, `first`). */
function contract(headers: Record<string, string[]>): Uint8Array {
  const kinds = Object.keys(headers)
  const references = kinds.map((kind) => `<w:headerReference w:type="${kind}" r:id="${kind}"/>`)
  return wordFile({
    body: `${p('The fee is due within thirty days.')}<w:sectPr>${references.join('')}<w:titlePg/></w:sectPr>`,
    parts: kinds.map((kind) => ({
      type: 'header',
      id: kind,
      name: `word/${kind}.xml`,
      content: `<w:hdr ${namespaces}>${headers[kind]!.map((words) => p(words)).join('')}</w:hdr>`,
    })),
  })
}

async function told(left: Record<string, string[]>, right: Record<string, string[]>): Promise<string[]> {
  const files = [left, right].map((headers, at) => {
    const file = join(folder, `${at}.docx`)
    writeFileSync(file, contract(headers))
    return file
  })
  const options = { official: true, offline: true, view: 'accepted', hidden: false, say: () => {} } as const
  const [from, to] = await openWhole(store, files, options)
  return compareTexts(library, from!, to!)
    .comparison.pairs.filter(({ status }) => status !== 'identical')
    .map(({ status, left: one, right: other }) => `${status}: ${one?.text ?? '–'} → ${other?.text ?? '–'}`)
}

describe('a header', () => {
  it('that says something else is that header, changed', async () => {
    expect(await told({ default: ['Draft'] }, { default: ['Signed copy'] })).toEqual([
      'changed: Draft → Signed copy',
    ])
  })

  it('is not the one of another kind of page', async () => {
    expect(
      await told({ default: ['Terms'], first: ['Draft'] }, { default: ['Signed copy'], first: ['Orion'] }),
    ).toEqual(['changed: Terms → Signed copy', 'changed: Draft → Orion'])
  })

  it('of several lines answers line by line only what is alike', async () => {
    expect(await told({ default: ['Draft', 'Alpha'] }, { default: ['Signed copy', 'Omega'] })).toEqual([
      'removed: Draft → –',
      'removed: Alpha → –',
      'added: – → Signed copy',
      'added: – → Omega',
    ])
  })

  it('is the same one in whatever order the file refers to its headers', async () => {
    const [first, second] = [{ default: ['Terms'] }, { first: ['Draft of the parties'] }]
    expect(await told({ ...first, ...second }, { ...second, ...first })).toEqual([])
    expect(await told({ ...first, ...second }, { first: ['Draft of the party'], ...first })).toEqual([
      'changed: Draft of the parties → Draft of the party',
    ])
  })
})

/** A text of a body and of other stories. */
function textOf(stories: SourceStory[]): TextToCompare {
  const body: SourceStory = {
    kind: 'body',
    name: '',
    blocks: [{ type: 'paragraph', text: 'The fee is due within thirty days.' }],
  }
  const document = { stories: [body, ...stories], leftOut: [], unread: [], notes: [] }
  return { id: 'offer.docx', known: false, document }
}

describe('a note', () => {
  it('with a table is cited by row and column', () => {
    const note = (words: string): SourceStory => ({
      kind: 'footnotes',
      name: '1',
      blocks: [
        {
          type: 'table',
          rows: [
            ['Place', 'Law'],
            ['Seat', words],
          ].map((cells) => ({
            cells: cells.map((text) => ({ blocks: [{ type: 'paragraph', text }] })),
          })),
        },
      ],
    })
    const { comparison } = compareTexts(library, textOf([note('Delaware')]), textOf([note('Geneva')]))
    const cited = comparison.pairs
      .filter(({ status }) => status !== 'identical')
      .map(({ left }) => left!.section)
    expect(cited).toHaveLength(1)
    expect(cited[0]).toMatch(/^Footnote 1, .*row 2, cell 2$/)
  })

  it('is told apart from very many without looking at each of them again', () => {
    const notes = Array.from(
      { length: 8_000 },
      (_, at): SourceStory => ({
        kind: 'comments',
        name: 'Comment by A. Counsel',
        blocks: [{ type: 'paragraph', text: `Point ${at} is open.` }],
      }),
    )
    const started = process.cpuUsage()
    const { comparison } = compareTexts(library, textOf(notes), textOf(notes))
    const { user, system } = process.cpuUsage(started)
    expect(comparison.pairs).toHaveLength(8_001)
    expect((user + system) / 1e6).toBeLessThan(20)
  })
})

/** A contract that shows pictures, each of some bytes. */
function illustrated(pictures: readonly string[]): Uint8Array {
  const drawings = pictures.map(
    (_, at) =>
      `<w:drawing><wp:inline><a:graphic><a:graphicData><a:blip r:embed="p${at}"/></a:graphicData></a:graphic></wp:inline></w:drawing>`,
  )
  return wordFile({
    body: `${p('The plan is drawn below.')}<w:p><w:r>${drawings.join('')}</w:r></w:p>`,
    parts: pictures.map((picture, at) => ({
      type: 'image',
      id: `p${at}`,
      name: `word/media/image${at}.png`,
      content: new TextEncoder().encode(picture),
    })),
  })
}

async function unreadOf(left: readonly string[], right: readonly string[]): Promise<string[]> {
  const [from, to] = [left, right].map((pictures) => wordDocument(illustrated(pictures)))
  const text = (id: string, document: typeof from) => ({ id, known: false, document: document! })
  const { comparison } = compareTexts(library, text('a.docx', from), text('b.docx', to))
  return comparison.unread.map(({ kind, place, side }) => `${side}: ${kind} ${place}`)
}

describe('a picture', () => {
  it('that is the same in both files is nothing to tell', async () => {
    expect(await unreadOf(['map', 'plan'], ['map', 'plan'])).toEqual([])
  })

  it('that changed places with another is told: under a name stands another signature', async () => {
    expect(await unreadOf(['map', 'plan'], ['plan', 'map'])).toEqual([
      'left: picture word/media/image0.png',
      'right: picture word/media/image0.png',
    ])
  })

  it('that one file alone shows forbids to say that nothing differs', async () => {
    expect(await unreadOf(['map', 'plan'], ['map', 'other'])).toEqual([
      'left: picture word/media/image1.png',
      'right: picture word/media/image1.png',
    ])
    expect(await unreadOf(['map', 'map'], ['map'])).toEqual(['left: picture word/media/image1.png'])
  })
})
