import { describe, expect, it } from 'vitest'
import { loadLibrary } from '../../src/library/index.ts'

const library = await loadLibrary()
const entry = (id: string) => library.advisory.find((one) => one.id === id)

describe('the advisory, judged', () => {
  it('gives each claim a citation for every license that a file names together', () => {
    const cites = entry('threshold-release-date')?.decidedBy
    expect(cites?.map((cite) => cite.license)).toEqual([
      'llama-2',
      'llama-3',
      'llama-3.1',
      'llama-3.2',
      'llama-3.3',
      'llama-4',
    ])
    expect(new Set(cites?.map((cite) => cite.section))).toEqual(new Set(['2']))
  })

  it.each([
    ['training-machine-learning', 'contradicted'],
    ['sublicensing-permitted', 'contradicted'],
    ['eu-rumoured-license', 'contradicted'],
    ['threshold-acquisition', 'not-in-the-text'],
    ['notice-wording', 'contradicted'],
    ['terminate-immediately', 'imprecise'],
    ['litigation-against-meta', 'imprecise'],
    ['aup-surveillance', 'not-in-the-text'],
    ['california-law', 'supported'],
  ])('judges %s %s', (id, verdict) => {
    expect(entry(id)?.verdict).toBe(verdict)
  })

  it('cites the European restriction where it stands: in use policies that have it, and in no agreement', () => {
    const cites = entry('eu-rumoured-license')?.decidedBy ?? []
    expect(cites.map(({ license, document }) => `${license} ${document}`)).toEqual([
      'llama-3.2 use-policy',
      'llama-3.3 use-policy',
      'llama-4 use-policy',
    ])
  })

  it('is answered by the terms that correct it: a claim that a text refutes is on some term', () => {
    const corrected = new Set(
      [...library.terms.values()].flatMap((term) => (term.absent ? [] : term.corrects)),
    )
    const left = library.advisory.filter((one) => one.verdict === 'contradicted' && !corrected.has(one.id))
    expect(left.map((one) => one.id)).toEqual([])
  })
})

describe('the tables of the advisory, rebuilt', () => {
  it('has the three, each row as wide as the table', () => {
    expect(library.tables.map((table) => table.id)).toEqual(['clauses', 'deployment', 'exposure'])
    for (const { columns, rows } of library.tables) {
      for (const { cells } of rows) expect(cells).toHaveLength(columns.length - 1)
    }
  })

  it('has the cell on acceptable use in the row on acceptable use', () => {
    const row = library.tables[0]?.rows.find(({ heading }) => heading === 'Acceptable use policy')
    expect(row?.cells[0]?.text).toContain('adhere to the use policy')
    expect(row?.cells[0]?.cites).toContainEqual({
      license: 'llama-3.1',
      document: 'agreement',
      section: '1.b.iv',
    })
  })
})
