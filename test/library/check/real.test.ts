import { describe, expect, test } from 'vitest'
import { clauseAt, parseAgreement } from '../../../src/agreement/index.ts'
import { coverage } from '../../../src/library/check/rules/coverage.ts'
import {
  checkLibrary,
  type Library,
  libraryFolder,
  nameOfText,
  namesOfTexts,
  type TextToCheck,
} from '../../../src/library/index.ts'
import { readLibrary } from '../../../src/library/read-library.ts'
import { openTexts } from '../../../src/texts/index.ts'

const reading = await readLibrary(libraryFolder())
const { library } = reading
const store = openTexts(library.licenses)
const texts = new Map<string, TextToCheck>()
for (const license of library.licenses.values()) {
  for (const name of namesOfTexts(license)) {
    const text = await store.read(name)
    if (text) texts.set(name, { agreement: parseAgreement(text.source), matches: text.matches })
  }
}

describe.skipIf(texts.size < 13)(
  'the library against the official texts (skipped where they are not here)',
  () => {
    test('has no problem, and nothing is left unchecked', async () => {
      const { problems, skipped, counts } = await checkLibrary(libraryFolder(), texts)
      expect(problems.map(String)).toEqual([])
      expect(skipped).toEqual([])
      expect(counts.texts).toBe(13)
    })

    // A second copy has the terms of the first.
    test.each([...texts.keys()].filter((name) => !name.includes('@')))(
      'a clause of %s that no topic takes is found, whichever it is',
      (name) => {
        const [license = '', kind = 'agreement'] = name.split('/')
        const { agreement } = texts.get(name)!
        const terms = [...library.terms].flatMap(([id, term]) =>
          !term.absent && term.license === license && term.document === kind ? [{ id, term }] : [],
        )
        let tried = 0
        for (const { id, term } of terms) {
          const others = terms.filter((one) => one.id !== id).flatMap((one) => one.term.sections)
          const alone = term.sections.filter((path) => {
            const clause = clauseAt(agreement, path)
            if (!clause || clause.kind === 'heading') return false
            // A heading's words alone need no topic, and a clause that topics divide among them has one.
            const says = clause.text.replace(/\W+$/, '') !== clause.heading?.replace(/\W+$/, '')
            return (
              says && ![path, ...clause.items.map((item) => item.path)].some((one) => others.includes(one))
            )
          })
          const reported = uncovered({
            ...library,
            terms: new Map([...library.terms].filter(([key]) => key !== id)),
          })
          for (const path of alone) {
            expect(reported, `${id} takes ${path}`).toContainEqual(
              expect.stringContaining(` takes ${path} of the ${kind}`),
            )
            tried += 1
          }
        }
        expect(tried).toBeGreaterThan(5)
      },
    )
  },
)

function uncovered(without: Library): string[] {
  const told: string[] = []
  coverage.run({
    ...reading,
    library: without,
    textOf: (license, kind) =>
      texts.get(nameOfText(typeof license === 'string' ? license : license.id, kind)),
    report: (_, reason) => told.push(reason),
    note: () => {},
  })
  return told
}
