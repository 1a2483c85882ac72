import { appendFile, cp, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { packageRoot } from '../../src/home.ts'
import { libraryFolder, loadLibrary } from '../../src/library/index.ts'
import { packLibrary, unpackLibrary } from '../../src/library/packed.ts'
import { readLibrary } from '../../src/library/read-library.ts'

test('the library that the build packed is the one that its files say', async () => {
  const packed = JSON.parse(await readFile(join(packageRoot(), 'dist', 'library.json'), 'utf8'))
  const { library } = await readLibrary(libraryFolder())
  expect(packed.digest).toBe(library.digest)
  expect(await loadLibrary()).toEqual(library)
})

test('a packed library that its files have left behind does not load', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'clausebook-library-'))
  try {
    await cp(libraryFolder(), folder, { recursive: true })
    const packed = packLibrary(await loadLibrary(folder), folder)
    await appendFile(join(folder, 'topics.yaml'), '\n# changed\n')
    const changed = await loadLibrary(folder)
    expect(unpackLibrary(packed, folder, changed.digest)).toBeUndefined()
  } finally {
    await rm(folder, { recursive: true })
  }
})
