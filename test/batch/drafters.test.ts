import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { rowsPerThread, startDrafters } from '../../src/batch/drafters.ts'
import type { DraftTask } from '../../src/batch/types.ts'
import { packageRoot } from '../../src/home.ts'
import { readMatter } from '../../src/matter/index.ts'

const file = join(packageRoot(), 'examples', 'vendor-saas.yaml')
const facts = readMatter(readFileSync(file, 'utf8'), file) as unknown as Record<string, unknown>
const task: DraftTask = {
  document: 'vendor-addendum',
  format: 'markdown',
  draft: { date: '2026-01-31' },
  facts,
}

test.each([
  [1, 8, 1],
  [rowsPerThread, 8, 1],
  [rowsPerThread + 1, 8, 2],
  [rowsPerThread * 20, 2, 2],
  [rowsPerThread * 20, 1, 1],
])('%i rows, at most %i threads: %i', async (rows, jobs, threads) => {
  const drafters = await startDrafters(rows, jobs)
  try {
    expect(drafters.threads).toBe(threads)
  } finally {
    await drafters.end()
  }
})

test('a row is the same in this thread and in another', async () => {
  const [one, two] = [await startDrafters(1, 2), await startDrafters(rowsPerThread + 1, 2)]
  try {
    const drafted = await one.run(task)
    expect(drafted).toMatchObject({ content: expect.stringContaining('Llama') })
    expect(await two.run(task)).toEqual(drafted)
  } finally {
    await two.end()
  }
})
