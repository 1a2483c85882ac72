import { describe, expect, test } from 'vitest'
import { loadLibrary } from '../../src/library/index.ts'
import { fieldOf, lawBehind, lawLine, matterFields, matterSkeleton } from '../../src/matter/index.ts'

const library = await loadLibrary()

/** Words by which a sentence of law is known: what somebody must or may not, and what a text does. */
const law = [
  /\b(?:must|shall|may not|need not)\b/i,
  /\b(?:forbid|prohibit|require|demand|oblige|permit|entitle|waive|disclaim|indemnif)\w*\b(?=.*\b(?:licen[sc]e|agreement|policy|clause|version|text|Llama)\b)/i,
  /\b(?:licen[sc]es?|agreements?|polic(?:y|ies)|clauses?|versions?|texts?|sections?|Meta)\s+(?:\w+\s+){0,3}?(?:bars?|ends?|limits?|gives?|grants?|caps?|allows?|counts?|spares?|excludes?|speaks?|says?|draws?|has|have|makes?|promises?|terminates?)\b/i,
  /\b(?:ban|breach|exclusion|(?<!user-)threshold|sublicen[sc]e|derivative work|licensee|distribution)\b/i,
  /\b\d[\d,.]*\s*(?:million|users|days|hours)\b/i,
  /[“"](?:Built with|Notice)\b/i,
  /\b(?:section|article)\s+\d/i,
  /\b(?:from|of|under|until)\s+(?:Llama\s+)?\d(?:\.\d)?\s+(?:on|and)\b/i,
  /\b(?:end|ends|ended|terminates?) the licen[sc]e/i,
  /\bduties\b.*\b(?:start|differ|begin)|\b(?:a|naming) duty\b/i,
]

const found = (words: string) => law.some((pattern) => pattern.test(words))

/** What is told beside the question. */
const told = matterFields().flatMap(({ path, help, why }) =>
  [help, why].filter((words) => words !== undefined).map((words) => ({ path, words })),
)

describe('no sentence of law stands in what is told beside a question', () => {
  test('neither in a help nor in a reason', () => {
    expect(told.length).toBeGreaterThan(150)
    expect(told.filter(({ words }) => found(words))).toEqual([])
  })

  test('nor words or numbers of a license in the question itself', () => {
    const numbers =
      /\d+ (?:million|days|hours)|[“"](?:Built with|Notice)|\bsection \d|Llama \d[\d.]* (?:and|on)\b/i
    expect(matterFields().filter(({ question }) => numbers.test(question))).toEqual([])
  })

  test.each([
    'Above 700 million in the month before a version’s date there is no right to use it without a separate license.',
    'Llama 2 and 3 forbid it for other language models, and from 3.1 on it brings a duty to name the model.',
    'Versions from Llama 3 on demand it, and anyone can check it from outside.',
    'A claim that touches the models ends the license.',
    'The use policy bars failing to tell them.',
    'The license caps nothing for the licensee and gives no recourse.',
    'Duties of display and notice start when something leaves the company.',
    'That company is a licensee, and its contract must carry the rights through.',
    'A breach of the policy is a breach of the license, without time to cure it.',
    'The text does not say whether one person who uses two products counts twice.',
    'The license gives no right to them beyond what describing and redistributing needs.',
    'Every version from Llama 2 on demands it.',
    'End users there are spared by the exclusion for multimodal models.',
    'The month that counts is the one before the date of the license, as section 2 has it.',
    'Is the “Built with” line displayed?',
  ])('a sentence that stood there once is found: %s', (words) => {
    expect(found(words)).toBe(true)
  })
})

describe('the law behind a question comes from the library, with its section', () => {
  test('of every question that names a topic', () => {
    const asked = matterFields().filter(({ law: topics }) => topics !== undefined)
    expect(asked.length).toBeGreaterThan(60)
    for (const field of asked) {
      const laws = lawBehind(field, library)
      expect(
        laws.map(({ topic }) => topic),
        field.path,
      ).toEqual(field.law)
      for (const { says, cite } of laws) {
        expect(cite, field.path).not.toBe('')
        for (const one of says) expect(one.cite, field.path).not.toBe('')
      }
    }
  })

  test('of one license, in its own words', () => {
    const [threshold] = lawBehind(fieldOf('reach.planned_users')!, library, [
      library.licenses.get('llama-3.1')!,
    ])
    expect(threshold).toMatchObject({ topic: 'user-threshold', cite: 'Llama 3.1, section 2' })
    expect(threshold!.says[0]!.words).toContain('700 million')
  })

  test('in a matter that is begun: the section stands beside the question', () => {
    expect(lawLine(fieldOf('controls.exit_plan')!, library)).toMatch(/^Law: .*sections? .*\.$/)
    expect(matterSkeleton(library)).toMatch(
      /# How many monthly active users are planned .* Law: Monthly-user threshold \(Llama 2/,
    )
  })
})
