import { describe, expect, test } from 'vitest'
import { clausesOf, formatOf, parseAgreement } from '../../src/agreement/index.ts'
import { corpus, corpusMissing } from './corpus.ts'

/** A line that begins with a number as sections have it, told by nothing of the program's. */
const NUMBERED = /^\s*(?:(?:section|article)\s+)?(\d{1,2}(?:\.\d{1,2}){0,3})(\.|\)|:)?\s+(?=["“'A-Z(])/i

/** What is no number of a section though it stands at a line's start: the sentence above goes on with it. */
const REFERS = /(?:[\p{L},]|\d\.?)$/u

describe.skipIf(corpusMissing !== undefined)('the numbers of public licenses', () => {
  test('are what is cited, in at least 99 of 100 numbered lines', () => {
    let all = 0
    const wrong: string[] = []
    for (const { name, source } of corpus()) {
      if (formatOf(source) !== 'text') continue
      const cited = new Map<number, string[]>()
      for (const { number, citation, position } of clausesOf(parseAgreement(source))) {
        if (number === '') continue
        const { line } = position.start
        cited.set(line, [...(cited.get(line) ?? []), citation])
      }
      // Lines as the program counts them: some texts end theirs with signs of their own.
      const lines = source.split(/\r\n|\n|\r|\u2028|\u2029/)
      lines.forEach((line, at) => {
        const [, number, sign] = NUMBERED.exec(line) ?? []
        if (number === undefined || (sign === undefined && !number.includes('.'))) return
        all += 1
        const citations = cited.get(at + 1)
        if (citations?.some((one) => one.endsWith(number) || one.endsWith(`(${number})`))) return
        // Words in the middle of a sentence: rightly no clause.
        if (!citations && REFERS.test((lines[at - 1] ?? '').trim())) return
        wrong.push(`${name}:${at + 1} ${citations ?? 'no clause'}: ${line.trim().slice(0, 50)}`)
      })
    }
    expect(all).toBeGreaterThan(5_000)
    expect(wrong.length, wrong.slice(0, 40).join('\n')).toBeLessThan(all / 100)
  }, 60_000)
})
