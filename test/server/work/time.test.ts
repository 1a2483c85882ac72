import { expect, test } from 'vitest'
import { sizeOf } from '../../../src/task-time.ts'

test('a task is as large as its files and words, each once, however they hang together', () => {
  const upload = { file: 'paper.md', bytes: new Uint8Array(1000) }
  const needs: Record<string, unknown> = { left: upload, right: upload, words: ['clause', 7, undefined] }
  needs.self = needs
  expect(sizeOf(needs)).toBe(1000 + 'paper.md'.length + 'clause'.length)
})
