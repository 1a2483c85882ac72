import { describe, expect, test } from 'vitest'
import { clausesOf, formatOf, parseAgreement } from '../../src/agreement/index.ts'
import { corpus, corpusMissing } from './corpus.ts'

/** A line that begins with a number as sections have it, told by nothing of the program's. */
const NUMBERED = /^\s*(?:(?:section|article)\s+)?(\d{1,2}(?:\.\d{1,2}){0,3})(\.|\)|:)?\s+(?=["“'A-Z(])/i

/** What is no number of a section though it stands at a line's start: the sentence above goes on with it. */
const REFERS = /(?:[\p{L},]|\d\.?)$/u

/**
 * Whether a citation is the printed number alone (its part or heading before it), or joined to a citation that another
 * clause of the text has; a number with points says its outer ones and stands alone.
 */
const isChain = (citation: string, number: string, known: ReadonlySet<string>) => {
  const own = citation.replace(/^.*[”\p{L}\d], (?:paragraph )?/u, '').replace(/^(?:article|section) /i, '')
  if (own === number || own === `(${number})`) return true
  const outer = [`.${number}`, `(${number})`].find((end) => citation.endsWith(end))
  return !number.includes('.') && outer !== undefined && known.has(citation.slice(0, -outer.length))
}

describe.skipIf(corpusMissing !== undefined)('the numbers of public licenses', () => {
  test('are what is cited, whole, from outer to inner, in at least 99 of 100 numbered lines', () => {
    let all = 0
    const wrong: string[] = []
    for (const { name, source } of corpus()) {
      if (formatOf(source) !== 'text') continue
      const cited = new Map<number, string[]>()
      const known = new Set<string>()
      for (const { number, citation, position } of clausesOf(parseAgreement(source))) {
        if (number === '') continue
        const { line } = position.start
        known.add(citation)
        cited.set(line, [...(cited.get(line) ?? []), citation])
      }
      // Lines as the program counts them: some texts end theirs with signs of their own.
      const lines = source.split(/\r\n|\n|\r|\u2028|\u2029/)
      lines.forEach((line, at) => {
        const [, number, sign] = NUMBERED.exec(line) ?? []
        if (number === undefined || (sign === undefined && !number.includes('.'))) return
        all += 1
        const citations = cited.get(at + 1)
        if (citations?.some((one) => isChain(one, number, known))) return
        // Words in the middle of a sentence: rightly no clause.
        if (!citations && REFERS.test((lines[at - 1] ?? '').trim())) return
        wrong.push(`${name}:${at + 1} ${citations ?? 'no clause'}: ${line.trim().slice(0, 50)}`)
      })
    }
    expect(all).toBeGreaterThan(5_000)
    expect(wrong.length, wrong.slice(0, 40).join('\n')).toBeLessThan(all / 100)
  }, 60_000)
})
