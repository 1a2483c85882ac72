import { readFileSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { type Agreement, clausesOf, parseAgreement, parseStory } from '../../src/agreement/index.ts'
import { loadLibrary } from '../../src/library/index.ts'
import { countChanges, openWord, resolveWord } from '../../src/markup/index.ts'
import { editsFor } from '../../src/redline/index.ts'
import { redlineInto } from '../../src/redline/into-word.ts'
import type { PositionEdit } from '../../src/redline/types.ts'
import { openTexts } from '../../src/texts/index.ts'
import { wordDocument } from '../../src/texts/word.ts'
import { clausebook } from '../cli/run.ts'
import { flaws } from '../markup/flaws.ts'
import { wordFile } from '../ooxml/word-file.ts'
import { harbour } from './agreements.ts'

const texts = process.env.CLAUSEBOOK_TEXTS
if (!texts) console.log('skipped: CLAUSEBOOK_TEXTS is not set, so no license is marked up in a Word file')
const by = { author: 'A. Counsel', date: '2026-01-31' }
const folder = await mkdtemp(join(tmpdir(), 'into-'))
afterAll(() => rm(folder, { recursive: true, force: true }))

const escaped = (words: string) => words.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
const formats = [
  [/^\(?[0-9]+/, 'decimal'],
  [/^\(?[ivx]+[.)]/, 'lowerRoman'],
  [/^\(?[a-z][.)]/, 'lowerLetter'],
] as const

/** An agreement as a Word file of somebody's, its numbers typed or counted by a list of Word's. */
function wordOf(agreement: Agreement, numbers: 'typed' | 'counted'): Uint8Array {
  const levels = new Map<number, string>()
  const paragraphs: string[] = []
  const add = (clauses: Agreement['children'], depth: number) => {
    for (const { label, kind, text, children } of clauses) {
      const format = formats.find(([pattern]) => pattern.test(label))?.[1]
      const counted = numbers === 'counted' && kind === 'section' && format !== undefined
      if (counted && !levels.has(depth))
        levels.set(
          depth,
          `<w:lvl w:ilvl="${depth}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${label.replace(/[0-9a-z]+/, `%${depth + 1}`)}"/><w:pPr><w:ind w:left="${720 * (depth + 1)}" w:hanging="720"/></w:pPr></w:lvl>`,
        )
      const properties = counted
        ? `<w:pPr><w:numPr><w:ilvl w:val="${depth}"/><w:numId w:val="1"/></w:numPr></w:pPr>`
        : ''
      // Words as programs cut them: a run ends where somebody has looked up a word.
      const cut = Math.floor(text.length / 2)
      const runs = [text.slice(0, cut), text.slice(cut)].map(
        (part) => `<w:r><w:t xml:space="preserve">${escaped(part)}</w:t></w:r>`,
      )
      const typed = label === '' || counted ? '' : `<w:r><w:t>${escaped(label)}</w:t><w:tab/></w:r>`
      paragraphs.push(`<w:p>${properties}${typed}${runs.join('')}</w:p>`)
      add(children, depth + 1)
    }
  }
  add(agreement.children, 0)
  return wordFile({
    body: `${paragraphs.join('')}<w:p><w:r><w:t>Signed by both.</w:t></w:r></w:p>`,
    numbering: `<w:abstractNum w:abstractNumId="0">${[...levels.values()].join('')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`,
  })
}

/** What a Word file says, each clause behind its number. */
function printed(bytes: Uint8Array): string[] {
  return linesOf(parseStory(wordDocument(bytes).stories[0]!))
}

function linesOf(agreement: Agreement): string[] {
  return clausesOf(agreement)
    .map(({ label, text }) => `${label} ${text}`.trim())
    .filter((line) => line !== 'Signed by both.')
}

function edit(
  section: string,
  operation: PositionEdit['edit']['operation'],
  anchor: string,
  text = '',
  position = 'berth',
): PositionEdit {
  return { edit: { section, operation, anchor, text }, position, level: 'preferred' }
}

const asked = [
  edit('1.a', 'delete', 'non-exclusive and'),
  edit('1.c', 'delete', '…'),
  edit('2', 'replace', 'more than 700 boats', 'many boats'),
  edit('2', 'add_clause', '', 'Song. Nobody sings.'),
  edit('3', 'add_clause', '', 'Dance. Everybody dances.', 'dance'),
]

describe('positions in somebody’s own Word file', () => {
  it.each(['typed', 'counted'] as const)('are tracked there, with numbers %s', (numbers) => {
    const file = wordOf(harbour, numbers)
    const { bytes, redline, left } = redlineInto(file, harbour, 'harbour', asked, by)
    expect(left).toEqual([])
    expect(flaws(bytes, file)).toEqual([])
    expect(printed(resolveWord(bytes, { as: 'accept' }))).toEqual(linesOf(redline.after))
    expect(printed(resolveWord(bytes, { as: 'reject' }))).toEqual(printed(file))
    expect(linesOf(redline.after)).toContain('2A. Song. Nobody sings.')
    expect(linesOf(redline.after)).toContain('4. Dance. Everybody dances.')
  })

  it('are found where the other side has renumbered its sections, and left out where it has other words', () => {
    const theirs = parseAgreement(`HARBOUR LICENSE AGREEMENT

1. Reading. Headings have no meaning, and the harbour book is part of these terms.

2. Berths.

   a. Grant. You are granted a non-exclusive and royalty-free berth for one boat, its crew and its guests.

   b. Signs. If you moor here, you shall (A) keep a copy of this Agreement on board; and (B) show the words "Moored in Harbour" on a flag.

   c. You will not tow other boats.

3. Crowds. If more than 900 boats moor in a month, you must ask for another berth, which we may refuse.

4. End. We may end this Agreement if you are in breach of it. Sections 2 and 3 survive.
`)
    const edits = [asked[0]!, { ...asked[2]!, position: 'crowds' }, asked[4]!]
    const { bytes, left } = redlineInto(wordOf(theirs, 'typed'), harbour, 'harbour', edits, by)
    expect(left).toEqual(
      [
        { position: 'crowds', because: 'its 3. does not have the words “more than 700 boats” of Section 2' },
      ].map((one) => ({
        ...one,
        because: expect.stringContaining('does not have the words “more than 700 boats” of Section 2'),
      })),
    )
    const after = printed(resolveWord(bytes, { as: 'accept' }))
    expect(after).toContain(
      'a. Grant. You are granted a royalty-free berth for one boat, its crew and its guests.',
    )
    expect(after).toContain('5. Dance. Everybody dances.')
  })

  it('carry a remark on each position, once', () => {
    const comments = [{ position: 'berth', title: 'Berth', text: ['We moor.', 'A & B'] }]
    const { bytes } = redlineInto(wordOf(harbour, 'typed'), harbour, 'harbour', asked, { ...by, comments })
    const remarks = wordDocument(bytes).stories.filter(({ kind }) => kind === 'comments')
    expect(
      remarks.map(({ blocks }) => blocks.map((block) => (block.type === 'paragraph' ? block.text : ''))),
    ).toEqual([['Berth', 'We moor.', 'A & B']])
  })

  it('are refused where none has a place', () => {
    const other = wordOf(parseAgreement('1. Tea. We drink tea at five in the afternoon.'), 'typed')
    expect(() => redlineInto(other, harbour, 'harbour', asked, by)).toThrow(
      /none of the positions on harbour has a place/,
    )
  })
})

describe.runIf(texts)('each license in a Word file of its own', () => {
  it.each(['typed', 'counted'] as const)(
    'takes every position that may stand with the others, numbers %s',
    async (numbers) => {
      const library = await loadLibrary()
      const store = openTexts(library.licenses)
      for (const license of library.licenses.values()) {
        const source = parseAgreement((await store.read(license.id))!.source)
        const chosen = [...library.positions.values()]
          .filter(({ counterparty, appliesTo }) => counterparty === 'meta' && appliesTo.includes(license.id))
          .map((position) => ({ position, level: 'preferred' as const, because: '' }))
        const file = wordOf(source, numbers)
        const { bytes, redline, left } = redlineInto(file, source, license.id, editsFor(chosen, license), by)
        expect(left, license.id).toEqual([])
        expect(flaws(bytes, file), license.id).toEqual([])
        expect(printed(resolveWord(bytes, { as: 'accept' })), license.id).toEqual(linesOf(redline.after))
        const { insertions, deletions } = countChanges(openWord(bytes))
        expect(insertions + deletions, license.id).toBeGreaterThan(20)
      }
    },
  )
})

describe('clausebook redline --into', () => {
  it.runIf(texts)('writes the marked-up file, and says what has no place in it', () => {
    const source = readFileSync(join(texts!, 'llama-3.1', 'license.txt'), 'utf8')
    const [ours, changed] = [join(folder, 'ours.docx'), join(folder, 'changed.docx')]
    writeFileSync(ours, wordOf(parseAgreement(source), 'typed'))
    writeFileSync(
      changed,
      wordOf(parseAgreement(source.replace('preceding calendar month', 'last quarter')), 'typed'),
    )
    const out = join(folder, 'out.docx')
    const positions = ['--position', 'mau-counting', '--position', 'liability-cap']
    const done = clausebook(['redline', 'llama-3.1', '--into', ours, ...positions, '--output', out])
    expect(done).toMatchObject({ status: 0 })
    expect(countChanges(openWord(readFileSync(out))).insertions).toBeGreaterThan(0)
    const asked = ['--position', 'threshold-date', '--position', 'liability-cap', '--output', out]
    const partly = clausebook(['redline', 'llama-3.1', '--into', changed, ...asked])
    expect(partly.stderr).toMatch(/threshold-date is not in the file: .*preceding calendar month/)
    expect(partly.status).toBe(1)
    const none = clausebook([
      'redline',
      'llama-3.1',
      '--into',
      join(folder, 'no.docx'),
      ...positions,
      '--output',
      out,
    ])
    expect(none.status).toBe(2)
    expect(none.stderr.trim().split('\n')).toHaveLength(1)
    const pdf = clausebook(['redline', 'llama-3.1', '--into', 'a.pdf', ...positions, '--output', out])
    expect(pdf).toMatchObject({ status: 2 })
    expect(pdf.stderr).toContain('--into takes a .docx')
  })
})
