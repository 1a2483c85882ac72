import { mkdir, readdir, readFile, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { partName } from '../../src/files/index.ts'
import { fetchTexts, openTexts } from '../../src/texts/index.ts'
import { folderWith, licensesOf, words } from './licenses.ts'
import { repositoryWith } from './repository.ts'

const disk = vi.hoisted(() => ({ room: Number.POSITIVE_INFINITY }))

vi.mock('node:fs', async (original) => {
  const files = await original<typeof import('node:fs')>()
  return {
    ...files,
    writeFile(file: number, data: Uint8Array, done: (error: Error | null) => void) {
      if (data.length <= disk.room) return files.writeFile(file, data, done)
      files.writeFile(file, data.subarray(0, disk.room), () =>
        done(Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' })),
      )
    },
  }
})

describe('a full disk', () => {
  beforeEach(() => {
    disk.room = 50
  })

  test('leaves nothing half written, and is named', async () => {
    const { base } = await repositoryWith()
    const store = openTexts(licensesOf(), await folderWith())
    const [result] = await fetchTexts(store, { base, ids: ['heron-1'] })
    expect(result?.outcome).toBe('failed')
    expect(result?.reason).toMatch(/heron-1\/license\.txt cannot be written: the disk is full$/)
    expect(await readdir(join(store.folder, 'heron-1'))).toEqual([])
  })

  test('leaves the file that was there', async () => {
    const { base } = await repositoryWith()
    const store = openTexts(
      licensesOf(),
      await folderWith({ 'heron-1/license.txt': 'My own Heron license.' }),
    )
    await fetchTexts(store, { base, ids: ['heron-1'], replace: true })
    expect(await readFile(join(store.folder, 'heron-1/license.txt'), 'utf8')).toBe('My own Heron license.')
  })
})

describe('a folder in which a process was killed', () => {
  test('is tidied of old parts, not of those being written', async () => {
    disk.room = Number.POSITIVE_INFINITY
    const { base } = await repositoryWith()
    const folder = await folderWith()
    await mkdir(join(folder, 'heron-1'))
    const [old, young] = [partName(), partName()]
    for (const part of [old, young]) {
      await writeFile(join(folder, 'heron-1', part), words.heron.slice(0, 9))
    }
    await utimes(join(folder, 'heron-1', old), 1, 1)
    await fetchTexts(openTexts(licensesOf(), folder), { base, ids: ['heron-1'] })
    expect((await readdir(join(folder, 'heron-1'))).sort()).toEqual([young, 'license.txt'])
  })
})
