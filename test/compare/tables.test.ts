import { describe, expect, it } from 'vitest'
import type { SourceBlock } from '../../src/agreement/index.ts'
import { parseBlocks } from '../../src/agreement/index.ts'
import { compare } from '../../src/compare/index.ts'

const identities = {
  left: { id: 'a', title: 'A', sha256: '' },
  right: { id: 'b', title: 'B', sha256: '' },
}

function table(...rows: string[][]): SourceBlock {
  return {
    type: 'table',
    rows: rows.map((row) => ({ cells: row.map((text) => ({ blocks: [{ type: 'paragraph', text }] })) })),
  }
}

function changes(left: SourceBlock[], right: SourceBlock[]): string[] {
  return compare(parseBlocks(left), parseBlocks(right), identities)
    .pairs.filter(({ status }) => status !== 'identical')
    .map((pair) => `${pair.status} ${pair.left?.text ?? ''}|${pair.right?.text ?? ''}`)
}

const prices = table(['Item', 'Price'], ['Setup', '100'], ['Support', '200'], ['Hosting', '300'])

describe('tables', () => {
  it('call a cell that says something else changed, however little is left of it', () => {
    const right = table(['Item', 'Price'], ['Setup', '100'], ['Support', '950'], ['Hosting', '300'])
    expect(changes([prices], [right])).toEqual(['changed 200|950'])
  })

  it('answer by column, not by what two cells have in common', () => {
    const right = table(['Item', 'Price'], ['Setup', '200'], ['Support', '100'], ['Hosting', '300'])
    expect(changes([prices], [right])).toEqual(['changed 100|200', 'changed 200|100'])
  })

  it('tell a row that is put in as added, and no other', () => {
    const right = table(
      ['Item', 'Price'],
      ['Setup', '100'],
      ['Escrow', '50'],
      ['Support', '200'],
      ['Hosting', '300'],
    )
    expect(changes([prices], [right]).filter((change) => !/\|$/.test(change))).toEqual([
      'added |Escrow',
      'added |50',
    ])
  })

  it('tell a row that is taken out as removed', () => {
    const right = table(['Item', 'Price'], ['Setup', '100'], ['Hosting', '300'])
    expect(changes([prices], [right]).filter((change) => change !== 'removed |')).toEqual([
      'removed Support|',
      'removed 200|',
    ])
  })

  it('leave a cell with its words where a paragraph elsewhere has the same', () => {
    const words = (text: string): SourceBlock => ({ type: 'paragraph', text })
    const left = [words('The price is set out below.'), prices]
    const right = [words('Support'), words('The price is set out below.'), prices]
    expect(changes(left, right)).toEqual(['added |Support'])
  })
})
