import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { clausesOf, formatOf, parseAgreement } from '../../src/agreement/index.ts'
import { corpus, corpusMissing } from './corpus.ts'
import { marksOf, NUMBERED, parentLine } from './printed.ts'

/** Places (`name:line`) that a reader judged, each list below the reason. */
const exceptions = z
  .object({
    uncited: z.record(z.string(), z.array(z.string())),
    outer: z.record(z.string(), z.array(z.string())),
  })
  .parse(parse(readFileSync(join(import.meta.dirname, '..', 'fixtures', 'corpus-numbers.yaml'), 'utf8')))

/** The number printed alone, its part or heading before it. */
const isAlone = (citation: string, number: string) => {
  const own = citation.replace(/^.*[”\p{L}\d], (?:paragraph )?/u, '').replace(/^(?:article|section) /i, '')
  return own === number || own === `(${number})`
}

/** What stands before the number in a citation that joins it to an outer one. */
const outerOf = (citation: string, number: string) => {
  const end = [`.${number}`, `(${number})`].find((one) => citation.endsWith(one))
  return end === undefined ? undefined : citation.slice(0, -end.length)
}

describe.skipIf(corpusMissing !== undefined)('the numbers of public licenses', () => {
  const uncited: string[] = []
  const wrong: string[] = []
  const underOther: string[] = []
  let all = 0
  let joined = 0
  for (const { name, source } of corpus()) {
    if (formatOf(source) !== 'text') continue
    const cited = new Map<number, string[]>()
    for (const { number, citation, position } of clausesOf(parseAgreement(source))) {
      const { line } = position.start
      if (number !== '') cited.set(line - 1, [...(cited.get(line - 1) ?? []), citation])
    }
    // Lines as the program counts them: some texts end theirs with signs of their own.
    const lines = source.split(/\r\n|\n|\r|\u2028|\u2029/)
    const marks = marksOf(lines)
    lines.forEach((line, at) => {
      const [, number, sign] = NUMBERED.exec(line) ?? []
      if (number === undefined || (sign === undefined && !number.includes('.'))) return
      all += 1
      const place = `${name}:${at + 1}`
      const citations = cited.get(at)
      if (!citations) uncited.push(place)
      else if (!citations.some((one) => isAlone(one, number))) {
        joined += 1
        const outer = citations.flatMap((one) => outerOf(one, number) ?? [])
        if (outer.length === 0 || number.includes('.')) wrong.push(`${place} ${citations}`)
        const parent = marks[at] && parentLine(marks, at)
        const told = (parent !== undefined && cited.get(parent)) || []
        if (!outer.some((one) => told.includes(one))) underOther.push(place)
      }
    })
  }

  test('are what is cited: alone, or joined to an outer one', () => {
    expect(all).toBeGreaterThan(7_000)
    expect(wrong).toEqual([])
  })

  test('are all cited, but for lines that a reader judged to be none', () => {
    expect(uncited.sort()).toEqual(Object.values(exceptions.uncited).flat().sort())
  })

  test('are joined to the outer number that a reader of the raw lines finds, but for those judged by eye', () => {
    expect(joined).toBeGreaterThan(300)
    expect(underOther.sort()).toEqual(Object.values(exceptions.outer).flat().sort())
  })
})
