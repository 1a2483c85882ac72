import { describe, expect, test } from 'vitest'
import { clausesOf, formatOf, parseAgreement } from '../../src/agreement/index.ts'
import { corpus, corpusMissing } from './corpus.ts'

/** The words of a text in their order, told by nothing of the program's: runs of letters and digits. */
const words = (text: string): string[] => text.match(/[\p{L}\p{N}]+/gu) ?? []

/** What a reader of Markdown sees of a link: its words, and its target where the words are no address. */
const withoutLinks = (source: string): string =>
  source.replace(/\[([^\]\n]*)\]\(([^)\s]*)\)/g, (_, shown: string, target: string) =>
    target.startsWith('#') || shown.includes('://') ? shown : `${shown} ${target}`,
  )

describe.skipIf(corpusMissing !== undefined)('every public license', () => {
  test('reads in the order of its source, and loses nothing', () => {
    const wrong: string[] = []
    let texts = 0
    for (const { name, source } of corpus()) {
      texts += 1
      const expected = words(formatOf(source) === 'markdown' ? withoutLinks(source) : source)
      const read = clausesOf(parseAgreement(source)).flatMap(({ label, text }) => words(`${label} ${text}`))
      const at = expected.findIndex((word, index) => word !== read[index])
      if (at >= 0 || read.length !== expected.length)
        wrong.push(`${name}: “${expected.slice(at, at + 6).join(' ')}”`)
    }
    expect(wrong).toEqual([])
    expect(texts).toBeGreaterThan(1_000)
  })
})

test('a paragraph behind a list ends what stands in the list’s last entry', () => {
  const source = `Sharing Terms

Article 1. Rights

    1.1 RIGHT OF USE

You may use the Software.

        1.1.1 COPIES

Copies are fine.

    1.2 MORE

You may publish the Software by any means.

    (a) in print;

You are further authorized to hand on copies.

        (i) whole; or

    (b) on air.
`
  const read = clausesOf(parseAgreement(source)).flatMap(({ label, text }) => words(`${label} ${text}`))
  expect(read).toEqual(words(source))
})
