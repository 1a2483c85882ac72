import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { packageRoot } from '../../src/home.ts'
import { judged } from './library.ts'

interface Labelled {
  text: string
  flow_down: string
  near?: string
  level: string
  accept?: string[]
}

const file = join(packageRoot(), '..', 'shared', 'review-cases', 'clauses.yaml')
const here = existsSync(file)
if (!here) console.info('the labelled clauses are not here: ../shared/review-cases')
const ranks: Record<string, number> = { preferred: 3, fallback: 2, walk_away: 1 }

test.skipIf(!here)('what lawyers call met, below or missing is rarely told better than it is', () => {
  const told = (parse(readFileSync(file, 'utf8')) as Labelled[]).map((one) => {
    const subject = one.flow_down === 'none' ? one.near! : one.flow_down
    const resale = subject === 'resale-rights'
    return { ...one, told: judged(subject, one.text, { resale }).verdict }
  })
  const met = told.filter(({ told: verdict }) => verdict in ranks)
  const right = met.filter(({ level, accept = [], told: verdict }) =>
    [level, ...accept].some((label) => (ranks[label] ?? 0) >= ranks[verdict]!),
  )
  expect(right.length / met.length).toBeGreaterThanOrEqual(0.97)
  expect(met.length).toBeGreaterThanOrEqual(40)
  const decided = told.filter(({ told: verdict }) => verdict !== 'unclear')
  expect(decided.length / told.length).toBeGreaterThanOrEqual(0.75)
})
