import { describe, expect, test } from 'vitest'
import { documents, draft } from '../../src/draft/index.ts'
import { assess } from '../../src/matter/index.ts'
import { amendedLicenses } from '../../src/redline/index.ts'
import { outlineOf } from './outline.ts'
import { example, library, templates } from './staff-documents.ts'

const names = ['acme', 'hospital-two-uses', 'car-maker', 'game-company', 'start-up', 'public-body']

describe.each(names)('the documents of %s', (name) => {
  const matter = example(name)
  const assessment = assess(matter, library)

  test.each(documents.map(({ id, negotiates }) => ({ id, negotiates })))(
    '$id is as it was (vitest run test/draft/examples.test.ts --update, and look at what changed)',
    async ({ id, negotiates }) => {
      // An addendum is for a vendor, and an amendment for one that has signed.
      if (id === 'vendor-amendment') return
      if (id === 'vendor-addendum' && (matter.vendor ?? matter.vendors?.[0])?.kind === undefined) return
      const redline = negotiates
        ? amendedLicenses(matter, library, { assessment, sources: new Map() })
        : undefined
      const document = draft(id, {
        templates,
        library,
        matter,
        assessment,
        ...(redline === undefined ? {} : { redline }),
        options: { allowBlanks: true },
      })
      await expect(outlineOf(document)).toMatchFileSnapshot(`golden/examples/${name}/${id}.txt`)
    },
  )
})
