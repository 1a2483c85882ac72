import { strFromU8, unzipSync } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import {
  documentOf,
  draft,
  draftToHtml,
  draftToMarkdown,
  loadTemplates,
  type Templates,
} from '../../src/draft/index.ts'
import { draftInputs } from '../../src/draft/inputs.ts'
import { ownWords } from '../../src/draft/own-words.ts'
import { type House, type Library, loadLibrary } from '../../src/library/index.ts'
import { openTexts } from '../../src/texts/index.ts'
import { documentFile } from '../../src/word/documents.ts'
import { acme } from './making.ts'

const words = { license: 'licence', agreement: 'contract', organization: 'organisation' }

describe('our words as a house writes them', () => {
  const write = ownWords({
    dateStyle: 'day-month-year',
    words,
    names: ['Llama 2 Community License Agreement', 'License Holdings LLC', 'Week of July 4, 2026'],
  })

  it.each([
    ['The License ends on July 18, 2023.', 'The Licence ends on 18 July 2023.'],
    ['an Agreement and its organizations', 'a Contract and its organisations'],
    ['LICENSE terms of the license’s owner', 'LICENCE terms of the licence’s owner'],
    ['licensed, licensee, sublicense', 'licensed, licensee, sublicense'],
    [
      'In Section 2, the words “this License dated July 18, 2023” are inserted after “Agreement”.',
      'In Section 2, the words “this License dated July 18, 2023” are inserted after “Agreement”.',
    ],
    [
      'the Llama 2 Community License Agreement dated July 18, 2023',
      'the Llama 2 Community License Agreement dated 18 July 2023',
    ],
    ['License Holdings LLC holds a license', 'License Holdings LLC holds a licence'],
    ['Week of July 4, 2026', 'Week of July 4, 2026'],
    ['users in January 2026', 'users in January 2026'],
    [
      'The License is at https://www.llama.com/llama3_3/license/, or www.a.example/license.',
      'The Licence is at https://www.llama.com/llama3_3/license/, or www.a.example/license.',
    ],
    [
      'Write to license@a.example or agreement.example for license.docx, license_agreement and license-3 under /etc/license.',
      'Write to license@a.example or agreement.example for license.docx, license_agreement and license-3 under /etc/license.',
    ],
    ['license/agreement. License', 'licence/contract. Licence'],
  ])('%s', (ours, theirs) => {
    expect(write(ours)[0]).toBe(theirs)
  })

  it('spells plurals by the rules, unless the list has its own', () => {
    const list = {
      affiliate: 'group company',
      exhibit: 'annex',
      party: 'side',
      staff: 'crew',
      man: 'person',
      men: 'people',
    }
    const own = ownWords({ dateStyle: 'month-day-year', words: list, names: [] })
    expect(own('Affiliates, an exhibit, exhibits, parties, the affiliate’s men')[0]).toBe(
      'Group companies, an annex, annexes, sides, the group company’s people',
    )
  })

  it('knows where a quotation that began before still goes on', () => {
    const [, depth] = write('The words “this License')
    expect(write(' of the License” and the License', depth)).toEqual([' of the License” and the Licence', 0])
  })
})

describe('a letter in the English of its matter', () => {
  let library: Library
  let templates: Templates
  beforeAll(async () => {
    ;[library, templates] = await Promise.all([loadLibrary(), loadTemplates()])
  })

  async function letter(document: object, house?: Partial<House>) {
    const given = acme()
    const matter = { ...given, document: { ...given.document, date: '2026-03-04', ...document } }
    const layered = house
      ? {
          ...library,
          house: { name: 'Falk & Brandt', words: {}, templates: new Map(), digest: '', ...house },
        }
      : library
    const inputs = await draftInputs(
      documentOf('side-letter'),
      matter,
      layered,
      openTexts(library.licenses),
      templates,
    )
    return draft('side-letter', {
      templates,
      matter,
      library: layered,
      ...inputs,
      options: { allowBlanks: true, allowConflicts: true },
    })
  }

  const quotesIn = (text: string) => text.match(/“[^“”]*”/g)

  it('writes the day first in every format, and marks the language', async () => {
    const british = await letter({ language: 'en-GB' })
    const markdown = draftToMarkdown(british)
    expect(markdown).toContain('4 March 2026')
    expect(markdown).not.toMatch(/March 4, 2026/)
    expect(draftToHtml(british)).toContain('<html lang="en-GB">')
    const parts = unzipSync((await documentFile(british, 'docx')) as Uint8Array)
    expect(strFromU8(parts['word/styles.xml']!)).toContain('<w:lang w:val="en-GB" w:eastAsia="en-GB"/>')
    expect(strFromU8(parts['word/document.xml']!)).toContain('4 March 2026')
    expect(quotesIn(markdown)).toEqual(quotesIn(draftToMarkdown(await letter({}))))
  })

  it('takes what the matter says before what its house says', async () => {
    const house = { language: 'en-GB', dateStyle: 'day-month-year' } as const
    expect((await letter({}, house)).language).toBe('en-GB')
    const own = await letter({ language: 'en-US', date_style: 'month-day-year' }, house)
    expect(own.language).toBe('en-US')
    expect(draftToMarkdown(own)).toContain('March 4, 2026')
  })

  it('keeps what the licenses call things by, and says its own name behind a reference', async () => {
    const words = {
      user: 'customer',
      material: 'substantial',
      policy: 'rules',
      platform: 'stage',
      letter: 'deed',
    }
    const plain = draftToMarkdown(await letter({}))
    const own = draftToMarkdown(await letter({}, { words }))
    for (const kept of ['Llama Materials', 'Acceptable Use Policy', 'monthly active users', 'Meta Platforms'])
      expect(own.split(kept).length, kept).toBe(plain.split(kept).length)
    expect(own).toContain('of this deed')
    expect(own).not.toContain('of this letter')
  })

  it('has the words of its house, and no other in a quotation, a title of a license or a name', async () => {
    const plain = draftToMarkdown(await letter({}))
    const own = draftToMarkdown(await letter({}, { words: { amendment: 'variation', paragraph: 'clause' } }))
    expect(own).toMatch(/variations? /)
    expect(own.replace(/“[^“”]*”/g, '')).not.toMatch(/\bamendments?\b/i)
    const quoted = (text: string) => quotesIn(text)?.filter((one) => one.split(' ').length > 3)
    expect(quoted(own)).toEqual(quoted(plain))
    for (const { title } of library.licenses.values())
      expect(own.split(title).length).toBe(plain.split(title).length)
  })
})
