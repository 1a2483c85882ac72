import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parseAgreement } from '../../src/agreement/index.ts'
import { packageRoot } from '../../src/home.ts'
import { readMatter } from '../../src/matter/index.ts'
import { reviewOf } from '../../src/review/index.ts'
import { library } from './library.ts'

const read = (name: string) => readFileSync(join(packageRoot(), 'examples', name), 'utf8')
const paper = read('papers/tidewater-terms.md')
const matter = readMatter(read('vendor-saas.yaml'), 'vendor-saas.yaml')
const review = reviewOf({ name: 'tidewater-terms.md', agreement: parseAgreement(paper), matter, library })
const rowOf = (id: string) => review.rows.find(({ flowDown }) => flowDown === id)!
const printed = (words: string) => words.replaceAll(/[*#]/g, '').replaceAll(/\s+/g, ' ')

test('every quote of the example is what its paper has', () => {
  const own = printed(paper)
  const quotes = review.rows.flatMap(({ words, points }) => [
    ...words,
    ...points.flatMap((point) => point.words ?? []),
  ])
  expect(quotes.length).toBeGreaterThan(20)
  const parts = quotes.flatMap((quote) => quote.split('…').map((part) => printed(part).trim()))
  expect(parts.filter((part) => !own.includes(part))).toEqual([])
  expect(rowOf('survival').words.join()).toContain('2.1, 2.2 and 3')
})

test('a time is read where it is the time of what is asked', () => {
  const deletion = rowOf('return-and-deletion').points.find(({ id }) => id === 'delete-in-time')
  expect(deletion).toMatchObject({ section: '2.3', figure: { theirs: 'forty-five (45) days' } })
  expect(rowOf('transition').points.find(({ id }) => id === 'period')?.found ?? 'no').toBe('no')
})
