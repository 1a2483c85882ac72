import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { compareWord, resolveWord, verifyRedline } from '../../src/markup/index.ts'
import { p, wordFile } from '../ooxml/word-file.ts'
import { flaws } from './flaws.ts'
import { randomFrom } from './random-document.ts'

const by = { author: 'Us', date: '2026-01-31T00:00:00Z' }

/** A cell's words, or these and its properties. */
type CellOf = string | [words: string, properties: string]

const cellOf = (cell: CellOf) => {
  const [words, properties] = typeof cell === 'string' ? [cell, ''] : cell
  return `<w:tc><w:tcPr><w:tcW w:w="1000" w:type="dxa"/>${properties}</w:tcPr>${p(words)}</w:tc>`
}

function tableOf(
  rows: readonly (readonly CellOf[])[],
  columns = Math.max(...rows.map(({ length }) => length)),
) {
  const grid = '<w:gridCol w:w="1000"/>'.repeat(columns)
  const written = rows.map((cells) => `<w:tr>${cells.map(cellOf).join('')}</w:tr>`).join('')
  return wordFile({
    body: `<w:tbl><w:tblPr/><w:tblGrid>${grid}</w:tblGrid>${written}</w:tbl>${p('Signed.')}`,
  })
}

function bodyOf(bytes: Uint8Array): string {
  return strFromU8(unzipSync(bytes)['word/document.xml']!)
}

/** The cells of a redline that are tracked, with their words: `cellIns Owner`. */
function trackedCells(bytes: Uint8Array): string[] {
  return [...bodyOf(bytes).matchAll(/<w:(cellIns|cellDel)\s[^>]*>(.*?)<\/w:tc>/gs)].map(
    ([, mark, cell = '']) => `${mark} ${cell.replace(/<[^>]*>/g, '')}`,
  )
}

const fees = [
  ['Service', 'Monthly fee', 'Notice'],
  ['Hosting of models', '100 dollars', '30 days'],
  ['Support by phone', '200 dollars', '60 days'],
]
const owners = ['Owner', 'Alice', 'Bob']

describe('columns and cells of a table', () => {
  it('come as Word tracks them: the cell, its words and the end of its paragraph', () => {
    const right = tableOf(fees.map(([a, b, c], at) => [a!, b!, owners[at]!, c!]))
    const { bytes, counts } = compareWord(tableOf(fees), right, by)
    expect(trackedCells(bytes)).toEqual(owners.map((owner) => `cellIns ${owner}`))
    expect(counts).toMatchObject({ insertions: 9, deletions: 0 })
    expect(flaws(bytes, right)).toEqual([])
  })

  it('go, with the room that their column had, and come back to the letter', () => {
    const [left, right] = [tableOf(fees), tableOf(fees.map(([a, , c]) => [a!, c!]))]
    const { bytes } = compareWord(left, right, by)
    expect(trackedCells(bytes)).toEqual(fees.map((row) => `cellDel ${row[1]}`))
    expect(bodyOf(bytes).match(/<w:gridCol /g)).toHaveLength(3)
    expect(bodyOf(resolveWord(bytes, { as: 'accept' }))).toBe(bodyOf(right))
    const back = compareWord(right, left, by)
    expect(bodyOf(resolveWord(back.bytes, { as: 'reject' }))).toBe(bodyOf(right))
  })

  it('are told by all rows: of as many columns one may go and another come, while words of one cell change', () => {
    const right = fees.map(([, b, c], at) => [at === 1 ? '150 dollars' : b!, c!, owners[at]!])
    const { bytes } = compareWord(tableOf(fees), tableOf(right), by)
    expect(trackedCells(bytes)).toEqual(
      fees.flatMap(([service], at) => [`cellDel ${service}`, `cellIns ${owners[at]}`]),
    )
    expect(bodyOf(bytes)).toMatch(/<w:delText[^>]*>100<\/w:delText>/)
  })

  it('of one row alone come there alone', () => {
    const [head, first, last] = fees
    const right = tableOf([head!, [first![0]!, 'see the annex', first![1]!, first![2]!], last!])
    expect(trackedCells(compareWord(tableOf(fees), right, by).bytes)).toEqual(['cellIns see the annex'])
  })

  it('come while a row goes', () => {
    const right = tableOf([fees[0]!, fees[2]!].map((row, at) => [...row, owners[at * 2]!]))
    const { bytes } = compareWord(tableOf(fees), right, by)
    expect(trackedCells(bytes)).toEqual(['cellIns Owner', 'cellIns Bob'])
    expect(bodyOf(bytes)).toMatch(/<w:trPr><w:del /)
  })

  it('under a cell that covers them come too, and that it covers more is told', () => {
    const over = (columns: number): CellOf => ['Fees and notice', `<w:gridSpan w:val="${columns}"/>`]
    const left = tableOf([[over(3)], ...fees], 3)
    const right = tableOf([[over(4)], ...fees.map((row, at) => [...row, owners[at]!])], 4)
    const { bytes, notCompared } = compareWord(left, right, by)
    expect(trackedCells(bytes)).toHaveLength(3)
    expect(notCompared.join()).toContain('merged cells: “Fees and notice”')
    expect(compareWord(left, left, by).notCompared).toEqual([])
  })

  it('that a cell covers in part are told by whole rows', () => {
    const wide: CellOf = ['Hosting of models in one place', '<w:gridSpan w:val="2"/>']
    const right = tableOf([fees[0]!, [wide, '30 days'], fees[2]!], 3)
    const { bytes } = compareWord(tableOf(fees), right, by)
    expect(trackedCells(bytes)).toEqual([])
    expect(bodyOf(bytes).match(/<w:trPr><w:(?:ins|del) /g)).toHaveLength(2)
  })

  it('keep the author who tracked them', () => {
    const theirs = (kind: 'ins' | 'del', at: number) => {
      const whose = (id: number) => `w:id="${at}${id}" w:author="They"`
      const [cell, text] = kind === 'ins' ? ['cellIns', 't'] : ['cellDel', 'delText']
      const end = `<w:pPr><w:rPr><w:${kind} ${whose(3)}/></w:rPr></w:pPr>`
      const words = `<w:${kind} ${whose(2)}><w:r><w:${text}>${owners[at]}</w:${text}></w:r></w:${kind}>`
      return `<w:tc><w:tcPr><w:${cell} ${whose(1)}/></w:tcPr><w:p>${end}${words}</w:p></w:tc>`
    }
    for (const kind of ['ins', 'del'] as const) {
      const rows = fees.map((row, at) => `<w:tr>${row.map(cellOf).join('')}${theirs(kind, at)}</w:tr>`)
      const tracked = wordFile({
        body: `<w:tbl><w:tblPr/><w:tblGrid/>${rows.join('')}</w:tbl>${p('Signed.')}`,
      })
      const sent = resolveWord(tracked, { as: 'reject' })
      const authors = bodyOf(compareWord(sent, tracked, by).bytes).match(/w:author="[^"]*"/g)
      expect(new Set(authors)).toEqual(new Set(['w:author="They"']))
    }
  })

  it('have each mark of theirs checked by the proof', () => {
    const [left, right] = [tableOf(fees), tableOf(fees.map((row, at) => [...row.slice(1), owners[at]!]))]
    const { bytes } = compareWord(left, right, by)
    const text = bodyOf(bytes)
    for (const { index, 0: mark } of text.matchAll(/<w:(?:cellIns|cellDel) [^>]*>/g)) {
      const without = text.slice(0, index) + text.slice(index + mark.length)
      const mutant = wordFile({ body: /<w:body>(.*)<\/w:body>/s.exec(without)![1]! })
      expect(verifyRedline(mutant, left, right).breaches).not.toEqual([])
    }
    const plain = text.replace(/<w:ins [^>]*>(<w:r><w:t[^>]*>Owner<\/w:t><\/w:r>)<\/w:ins>/, '$1')
    const mutant = wordFile({ body: /<w:body>(.*)<\/w:body>/s.exec(plain)![1]! })
    expect(verifyRedline(mutant, left, right).rows).toMatchObject([{ of: 'cell', words: 'Owner' }])
  })
})

/** Tables of each part; some hundred in `npm run test:long`. */
const seeds = process.env.CLAUSEBOOK_LONG ? 1500 : 60

describe('tables made by chance', () => {
  const words = 'fee notice term owner service support license 30 60 90 days dollars Meta model none'.split(
    ' ',
  )

  it('with columns, cells and rows that come and go come back both ways', () => {
    let tracked = 0
    for (let seed = 0; seed < seeds; seed += 1) {
      const random = randomFrom(seed)
      const cell = (): CellOf => {
        const own = Array.from({ length: random.below(5) }, () => random.pick(words)).join(' ')
        if (random.chance(0.05)) return [own, `<w:gridSpan w:val="${2 + random.below(2)}"/>`]
        return random.chance(0.05) ? [own, `<w:vMerge${random.pick(['', ' w:val="restart"'])}/>`] : own
      }
      const columns = 2 + random.below(4)
      const left = Array.from({ length: 1 + random.below(6) }, () => Array.from({ length: columns }, cell))
      const right = structuredClone(left)
      for (let edit = 0; edit < 1 + random.below(3); edit += 1) {
        const at = random.below(columns)
        const row = random.pick(right)
        const what = random.below(5)
        if (what === 0) for (const one of right) one.splice(at, 0, cell())
        else if (what === 1) {
          for (const one of right) one.splice(one.length > 1 ? at : 1, 1)
        } else if (what === 2) row.splice(at, 1, cell())
        else if (what === 3) row.splice(at, 0, cell())
        else right.splice(random.below(right.length + 1), 0, Array.from({ length: columns }, cell))
      }
      if (right.some(({ length }) => length === 0)) continue
      const [one, other] = [tableOf(left), tableOf(right)]
      const { bytes } = compareWord(one, other, by)
      expect(flaws(bytes, other), `seed ${seed}`).toEqual([])
      expect(verifyRedline(bytes, one, other).rows, `seed ${seed}`).toEqual([])
      compareWord(other, one, by)
      if (trackedCells(bytes).length > 0) tracked += 1
    }
    expect(tracked).toBeGreaterThan(seeds / 5)
  })
})
