import { beforeAll, describe, expect, test } from 'vitest'
import { matrixOf, matrixPage } from '../../../src/compare/topic-matrix.ts'
import { type Library, loadLibrary } from '../../../src/library/index.ts'
import { pageToMarkdown } from '../../../src/library/page.ts'

let library: Library
beforeAll(async () => {
  library = await loadLibrary()
})
const pageFor = (topic: string) =>
  pageToMarkdown({ type: 'root', children: matrixPage(matrixOf(library, topic), library) })

describe('one topic across all licenses', () => {
  test('has an answer of each, in the order of their dates, with its sections and quotes', () => {
    const { answers } = matrixOf(library, 'model-improvement')
    expect(answers.map(({ license }) => license.id)).toEqual([...library.licenses.keys()])
    expect(answers.map(({ absent }) => absent)).toEqual([true, false, false, true, true, true, true])
    for (const { absent, sections, citations, quotes } of answers) {
      expect(citations).toHaveLength(sections.length)
      for (const { section, citation } of quotes) expect(citations[sections.indexOf(section)]).toBe(citation)
      expect(sections.length > 0).toBe(!absent)
      expect(quotes.length > 0).toBe(!absent)
    }
  })

  test('says which answers are the same but for name and date, and never so of others', () => {
    for (const topic of library.topics.keys()) {
      const { answers } = matrixOf(library, topic)
      for (const answer of answers) {
        if (answer.sameAs === undefined) continue
        const first = answers.find(({ license }) => license.id === answer.sameAs)!
        expect(answer.absent).toBe(first.absent)
        expect(Object.keys(answer.facts)).toEqual(Object.keys(first.facts))
      }
    }
    const byLicense = new Map(
      matrixOf(library, 'user-threshold').answers.map((one) => [one.license.id, one.sameAs]),
    )
    expect(byLicense.get('llama-3.3')).toBe('llama-2')
    // Its date line has another name than its threshold.
    expect(byLicense.get('llama-4')).toBeUndefined()
  })

  test('marks the facts that differ in more than the version, and shows dates beside each other', () => {
    const differing = matrixOf(library, 'user-threshold').facts.filter(({ differs }) => differs)
    expect(differing.map(({ fact }) => fact)).toEqual(['date_line'])
    expect(pageFor('user-threshold')).toMatch(
      /counted_on_date`\|silent\|2023-07-18\|2024-04-18\|2024-07-23\|2024-09-25\|/,
    )
  })

  test('is a table with a row for each license, every quote with its section', () => {
    const page = pageFor('model-improvement')
    for (const { name } of library.licenses.values()) expect(page).toContain(`|**${name}**`)
    expect(page).toContain('” (Section 1.b.v)')
    expect(page).toContain('Legal information, not legal advice')
  })

  test('of an unknown topic names the nearest', () => {
    expect(() => matrixOf(library, 'user-treshold')).toThrow('did you mean user-threshold?')
  })
})
