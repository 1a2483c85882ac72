import { describe, expect, test } from 'vitest'
import { parseAgreement } from '../../src/agreement/index.ts'
import { classifierOf } from '../../src/compare/knowledge.ts'
import { newLicense, planLicense } from '../../src/library/add.ts'
import { type Library, loadLibrary, nameOfText, type TextKind } from '../../src/library/index.ts'
import { openTexts } from '../../src/texts/index.ts'

const library = await loadLibrary()
const store = openTexts(library.licenses)
const sources = new Map<string, string>()
for (const id of ['llama-3.1', 'llama-3.2', 'llama-3.3', 'llama-4']) {
  for (const kind of ['agreement', 'use-policy'] as const) {
    const text = await store.read(nameOfText(id, kind))
    if (text) sources.set(nameOfText(id, kind), text.source)
  }
}

/** The library as it was before a license was published. */
function before(id: string): Library {
  const order = [...library.licenses.keys()]
  const known = new Set(order.slice(0, order.indexOf(id)))
  return {
    ...library,
    licenses: new Map([...library.licenses].filter(([license]) => known.has(license))),
    terms: new Map([...library.terms].filter(([, { license }]) => known.has(license))),
  }
}

describe.skipIf(sources.size < 8)(
  'a Llama license, had it been added (skipped where the texts are not here)',
  () => {
    test.each([
      ['llama-3.2', 'llama-3.1'],
      ['llama-3.3', 'llama-3.2'],
      ['llama-4', 'llama-3.3'],
    ])(
      '%s: each topic that a lawyer wrote a file for is proposed, few others, and no clause is lost',
      (id, parentId) => {
        const then = before(id)
        const parent = then.licenses.get(parentId)!
        const kinds = ['agreement', 'use-policy'] as const
        const texts = kinds.map((kind) => ({
          kind,
          agreement: parseAgreement(sources.get(nameOfText(id, kind))!),
          sha256: '',
          bytes: 1,
          words: '',
        }))
        const classify = {
          agreement: classifierOf(then, 'agreement'),
          'use-policy': classifierOf(then, 'use-policy'),
        }
        const license = newLicense(id, texts, parent)
        const old = new Map<TextKind, ReturnType<typeof parseAgreement>>(
          kinds.map((kind) => [kind, parseAgreement(sources.get(nameOfText(parentId, kind))!)]),
        )
        const plan = planLicense(then, license, texts, (kind, clause) => classify[kind](clause), old)

        const { title, name, released, releasedAs } = library.licenses.get(id)!
        expect(license).toMatchObject({ title, name, released, releasedAs })
        const written = [...library.terms.values()]
          .filter((term) => term.license === id && term.inheritedFrom === undefined && !term.absent)
          .map(({ topic }) => topic)
        const proposed = plan.proposals
          .filter(({ how }) => how === 'differs' || how === 'new')
          .map(({ topic }) => topic)
        expect(proposed).toEqual(
          expect.arrayContaining(written.filter((topic) => topic !== 'user-threshold')),
        )
        expect(proposed.length - written.length).toBeLessThanOrEqual(6)
        expect(plan.unclassified).toEqual([])
      },
    )
  },
)
