import { expect, test } from 'vitest'
import { parseAgreement } from '../../src/agreement/index.ts'
import { diffWords } from '../../src/compare/index.ts'
import { processorTime } from '../processor-time.ts'
import { compared } from './texts.ts'

const words =
  'license model service fee notice party customer claim loss warranty user record audit consent term renewal'.split(
    ' ',
  )

/** An agreement of so many clauses of thirty words each. */
function long(clauses: number, seed: number): string[] {
  let state = seed
  const next = () => {
    state = (state * 1103515245 + 12345) % 2147483648
    return words[Math.floor(state / 65536) % words.length]!
  }
  return Array.from({ length: clauses }, () => Array.from({ length: 30 }, next).join(' '))
}

const numbered = (texts: string[]) =>
  parseAgreement(texts.map((text, at) => `${at + 1}. ${text}.`).join('\n\n'))

test('two long agreements with nothing but their vocabulary in common are compared in seconds', () => {
  const [left, right] = [numbered(long(3000, 1)), numbered(long(3000, 2))]
  const time = processorTime(() => {
    expect(compared(left, right).summary.changed).toBeLessThan(300)
  })
  expect(time).toBeLessThan(15_000)
})

test('a few edits in a long agreement are found where they are', () => {
  const texts = long(3000, 1)
  const edited = texts.map((text, at) =>
    at % 100 === 50 ? text.replace(/^(\w+ \w+) \w+/, '$1 otherwise') : text,
  )
  edited.splice(1000, 0, 'A clause that nobody had thought of before this revision of the text')
  const time = processorTime(() => {
    const { summary } = compared(numbered(texts), numbered(edited))
    expect(summary).toEqual({ identical: 2970, cosmetic: 0, changed: 30, added: 1, removed: 0, moved: 0 })
  })
  expect(time).toBeLessThan(10_000)
})

test('one paragraph that became a thousand clauses is split into all of them', () => {
  const texts = long(1000, 1).map((text) => `${text}.`)
  const whole = parseAgreement(`1. ${texts.join(' ')}`)
  const { pairs } = compared(whole, numbered(texts.map((text) => text.slice(0, -1))))
  expect(pairs.map(({ relation, status }) => `${status} ${relation}`)).toEqual(
    texts.map(() => 'identical split'),
  )
})

test('no text takes more time than its length', () => {
  for (const sign of ['.', 'a.', '1.', 'a-', '@', '1,', '“']) {
    const text = sign.repeat(50_000)
    expect(
      processorTime(() => diffWords(text, `${text} more`)),
      sign,
    ).toBeLessThan(5000)
  }
})
