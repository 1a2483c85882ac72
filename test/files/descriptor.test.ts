import {
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { partName, tidyParts, writeWhole } from '../../src/files/index.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'clausebook-descriptor-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

test.each(['/dev/fd/', '/proc/self/fd/', 'link'])(
  'an open descriptor (%s) is written to where it stands',
  async (way) => {
    const file = join(folder, 'kept.txt')
    const descriptor = openSync(file, 'w')
    try {
      writeSync(descriptor, 'before\n')
      const link = join(folder, 'link')
      symlinkSync(`/dev/fd/${descriptor}`, link)
      await writeWhole(way === 'link' ? link : `${way}${descriptor}`, 'ours\n')
      writeSync(descriptor, 'behind\n')
    } finally {
      closeSync(descriptor)
    }
    expect(readFileSync(file, 'utf8')).toBe('before\nours\nbehind\n')
  },
)

test('of parts only our own are tidied away, and only old ones', async () => {
  const [old, young] = [partName(), partName()]
  mkdirSync(join(folder, '.dl.part'))
  for (const name of [old, young, '.movie.part', join('.dl.part', 'f')])
    writeFileSync(join(folder, name), 'mine')
  const before = new Date(Date.now() - 7_200_000)
  for (const name of [old, '.movie.part', '.dl.part']) utimesSync(join(folder, name), before, before)
  await tidyParts(folder)
  expect(readdirSync(folder).sort()).toEqual(['.dl.part', '.movie.part', young].sort())
})
