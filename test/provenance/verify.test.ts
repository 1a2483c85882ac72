import { readFileSync } from 'node:fs'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { documentOf, draft, draftInputs, loadTemplates } from '../../src/draft/index.ts'
import { type Library, loadLibrary } from '../../src/library/index.ts'
import { readMatter } from '../../src/matter/index.ts'
import {
  carriedIn,
  holds,
  statementsOf,
  verifiedToText,
  verify,
  withProvenance,
} from '../../src/provenance/index.ts'
import { openTexts } from '../../src/texts/index.ts'
import { draftToDocx } from '../../src/word/index.ts'
import { expectValid } from '../word/validity.ts'

const [library, templates] = await Promise.all([loadLibrary(), loadTemplates()])
const matter = readMatter(readFileSync('examples/internal-pilot.yaml', 'utf8'), 'internal-pilot.yaml')
const options = { allowBlanks: true, date: '2026-03-02', today: '2026-03-02' }

async function drafted(id: string, of: Library = library, how = options) {
  const inputs = await draftInputs(documentOf(id), matter, of, openTexts(of.licenses), templates)
  return draft(id, { templates, matter, library: of, ...inputs, options: how })
}

async function fileOf(id: string) {
  const document = await drafted(id)
  return withProvenance(await draftToDocx(document), document, { matter, options, library: library.digest })
}

/** The memo held against a library. */
async function held(bytes: Uint8Array, of: Library = library, changed: string[] = []) {
  const today = await drafted('risk-memo', of)
  return verify(statementsOf(bytes), carriedIn(bytes)!, {
    statements: statementsOf(await draftToDocx(today)),
    title: today.title,
    library: of,
    changed: new Set(changed),
  })
}

/** A file with other words in one of its parts. */
function rewritten(bytes: Uint8Array, name: string, write: (part: string) => string): Uint8Array {
  const parts = unzipSync(bytes)
  const before = strFromU8(parts[name]!)
  const after = write(before)
  expect(after).not.toBe(before)
  return zipSync({ ...parts, [name]: strToU8(after) })
}

const memo = await fileOf('risk-memo')
const body = 'word/document.xml'

describe('a document of ours, held against a later day', () => {
  test('carries what it was made of, in a valid file and always the same bytes, where it is for our side alone', async () => {
    await expectValid(memo)
    expect(Buffer.from(memo).equals(Buffer.from(await fileOf('risk-memo')))).toBe(true)
    const { document, library: from, matter: facts } = carriedIn(memo)!
    expect([document, from, facts]).toEqual(['risk-memo', library.digest, matter])
    const leaving = await fileOf('vendor-questionnaire')
    expect(carriedIn(leaving)).toBeUndefined()
    expect(Object.keys(unzipSync(leaving)).filter((name) => name.startsWith('customXml'))).toEqual([])
    const out = await drafted('issues-list', library, { ...options, ...{ forCounterparty: false } })
    expect(
      carriedIn(
        withProvenance(
          await draftToDocx({ ...out, outbound: true }),
          { ...out, outbound: true },
          { matter, options, library: '' },
        ),
      ),
    ).toBeUndefined()
  })

  test('stands as a whole on the day on which it is made', async () => {
    const verified = await held(memo)
    expect(holds(verified)).toBe(true)
    expect(verified).toMatchObject({
      altered: [],
      gone: 0,
      outdated: [],
      sameLibrary: true,
      sameTool: true,
      texts: [],
    })
    expect(verified.standing).toBe(statementsOf(memo).length)
    expect(verifiedToText(verified, 'memo.docx')).toContain('Nothing was altered')
  })

  test('tells the words that somebody altered, and says of no other that it does not stand', async () => {
    const heading = statementsOf(memo).find(({ text }) => text.length > 60)!.text
    const words = heading.split(' ').slice(0, 3).join(' ')
    const altered = rewritten(memo, body, (xml) => xml.replace(words, `Perhaps ${words}`))
    const verified = await held(altered)
    expect(verified.altered.map(({ text }) => text)).toEqual([expect.stringMatching(/^Perhaps /)])
    expect([verified.gone, verified.outdated]).toEqual([1, []])
  })

  test('tells what the library says otherwise today, beside what the file says', async () => {
    const told = [...library.risks.values()].find(({ title }) =>
      statementsOf(memo).some(({ text }) => text.includes(title)),
    )!
    const risks = new Map(library.risks)
    risks.set(told.id, { ...told, title: `${told.title}, and more` })
    const verified = await held(memo, { ...library, risks, digest: 'another' })
    expect(holds(verified)).toBe(false)
    expect([verified.altered, verified.gone, verified.sameLibrary]).toEqual([[], 0, false])
    expect(verified.outdated).not.toEqual([])
    for (const { was, is } of verified.outdated)
      expect(is).toBe(was!.replace(told.title, `${told.title}, and more`))
    const text = verifiedToText(verified, 'memo.docx')
    expect(text).toContain('the clause library has changed since')
    expect(text).toContain(`today: “`)
  })

  test('tells a text that is pinned anew, one that changed at the licensor, and one that is gone', async () => {
    const ids = Object.keys(carriedIn(memo)!.texts)
    expect(ids).not.toEqual([])
    expect((await held(memo, library, ids)).texts).toEqual(
      ids.map((id) => ({ id, is: 'changed at the licensor' })),
    )
    const licenses = new Map(
      [...library.licenses].map(([id, license]) => [
        id,
        {
          ...license,
          texts: license.texts.map((text) => ({ ...text, pin: { ...text.pin, sha256: 'f'.repeat(64) } })),
        },
      ]),
    )
    const today = { statements: [], title: '', changed: new Set<string>() }
    const made = carriedIn(memo)!
    expect(
      verify([], made, { ...today, library: { ...library, licenses } }).texts.map(({ is }) => is),
    ).toEqual(ids.map(() => 'pinned anew'))
    expect(
      verify([], made, { ...today, library: { ...library, licenses: new Map() } }).texts.map(({ is }) => is),
    ).toEqual(ids.map(() => 'gone from the library'))
  })

  test.each([
    ['no JSON', () => 'none', /is no JSON any more/],
    ['other data', () => '{"version":1}', /is no record of a document: tool/],
    [
      'facts that are none',
      (json: string) => json.replace('&quot;matter&quot;:{', '&quot;matter&quot;:{&quot;nonsense&quot;:7,'),
      /has a matter that cannot be read: .*nonsense/,
    ],
  ])('what a file says of itself may be anything: %s', (_, write, message) => {
    const hostile = rewritten(memo, 'customXml/item1.xml', (xml) =>
      xml.replace(
        /(<provenance[^>]*>)(.*)(<\/provenance>)/s,
        (_whole, open, json, close) => open + write(json) + close,
      ),
    )
    expect(() => carriedIn(hostile)).toThrow(message)
  })
})
