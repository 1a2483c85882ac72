import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { loadLibrary } from '../../src/library/index.ts'
import { blindClients, blindCompared } from './scenarios/blind.ts'
import { agreement, blindPage } from './scenarios/blind-page.ts'
import type { Compared } from './scenarios/compare.ts'
import { differencesOf, judgedDifferences, keyOf } from './scenarios/differences.ts'

describe('clients whose answers were written from the texts before the program was asked', () => {
  let compared: Compared[]
  beforeAll(async () => {
    compared = blindCompared(await loadLibrary('clauses'))
  })

  it('are 120 or more, each with an answer for each use', () => {
    const clients = blindClients()
    expect(clients.length).toBeGreaterThanOrEqual(120)
    expect(new Set(clients.map(({ id }) => id)).size).toBe(clients.length)
    for (const { facts, answers } of clients)
      expect(new Set(answers.by_use.map(({ use }) => use))).toEqual(new Set(facts.uses.map(({ id }) => id)))
  })

  it('differ from the program in paths and counts where it was judged, and nowhere else', () => {
    const now = differencesOf(compared).map(keyOf)
    const judged = judgedDifferences().map(keyOf)
    expect({
      new: now.filter((one) => !judged.includes(one)),
      gone: judged.filter((one) => !now.includes(one)),
    }).toEqual({ new: [], gone: [] })
  })

  it('agree with it on the path but for few', () => {
    const { answers, paths, all } = agreement(compared)
    expect(answers).toBeGreaterThanOrEqual(260)
    expect(paths / answers).toBeGreaterThan(0.94)
    expect(all / answers).toBeGreaterThan(0.5)
  })

  it('stand in docs/answers.md as they are (npm run assessment)', () => {
    expect(readFileSync('docs/answers.md', 'utf8')).toBe(blindPage(compared))
  })

  it('have a section and a reason for each difference', () => {
    for (const one of judgedDifferences()) {
      expect(one.section).toMatch(/^(?:\d|policy |definition )/)
      expect(['reader', 'program', 'both']).toContain(one.right)
      expect(one.why.length).toBeGreaterThan(30)
    }
  })
})
