import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { isMet } from '../../src/review/index.ts'
import { judged } from './library.ts'

interface Written {
  flow_down: string
  level: string
  accept?: string[]
  text: string
}

const ranks: Record<string, number> = { preferred: 3, fallback: 2, walk_away: 1 }

function told(name: string) {
  const file = join(import.meta.dirname, 'written', `${name}.yaml`)
  return (parse(readFileSync(file, 'utf8')) as Written[]).map((one) => {
    const { verdict } = judged(one.flow_down, one.text, { resale: one.flow_down === 'resale-rights' })
    const labels = [one.level, ...(one.accept ?? [])]
    return { ...one, labels, verdict }
  })
}

const share = <T>(list: readonly T[], is: (one: T) => boolean) => list.filter(is).length / list.length

describe.each(['clauses', 'short'])('clauses of vendors in other words: %s', (name) => {
  const rows = told(name)
  const met = rows.filter(({ verdict }) => isMet(verdict))

  test('are hardly ever told to meet more than they do', () => {
    const more = met.filter(
      ({ labels, verdict }) => !labels.some((label) => (ranks[label] ?? 0) >= ranks[verdict]!),
    )
    expect(more.map(({ text }) => text)).toEqual([])
  })

  test('that meet a level are told to', () => {
    const meeting = rows.filter(({ level }) => level in ranks)
    expect(share(meeting, ({ verdict }) => isMet(verdict))).toBeGreaterThan(0.9)
  })

  test('are told missing where they are', () => {
    const missing = rows.filter(({ verdict }) => verdict === 'missing')
    expect(share(missing, ({ labels }) => labels.includes('missing'))).toBeGreaterThan(0.95)
  })

  test('are mostly decided', () => {
    expect(share(rows, ({ verdict }) => verdict !== 'unclear')).toBeGreaterThan(0.8)
  })
})

test('clauses that look like ours and are turned are not told met', () => {
  const bad = told('turned').filter(({ level }) => level === 'below')
  expect(share(bad, ({ verdict }) => !isMet(verdict))).toBeGreaterThan(0.95)
})

test('clauses that nothing was mended by are met where they are told to, and mostly decided', () => {
  const rows = told('unread')
  const met = rows.filter(({ verdict }) => isMet(verdict))
  const meeting = rows.filter(({ level }) => level in ranks)
  expect(share(meeting, ({ verdict }) => isMet(verdict))).toBeGreaterThan(0.85)
  expect(
    share(met, ({ labels, verdict }) => labels.some((label) => (ranks[label] ?? 0) >= ranks[verdict]!)),
  ).toBeGreaterThanOrEqual(0.97)
  expect(share(rows, ({ verdict }) => verdict !== 'unclear')).toBeGreaterThan(0.85)
})
