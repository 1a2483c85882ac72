import { appendFile, cp, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { packageRoot } from '../../src/home.ts'
import { folderDigest } from '../../src/library/folder.ts'
import { libraryFolder, loadLibrary } from '../../src/library/index.ts'
import { packLibrary, unpackLibrary } from '../../src/library/packed.ts'
import { readLibrary } from '../../src/library/read-library.ts'

test('the library that the build packed is the one that its files say', async () => {
  const packed = await readFile(join(packageRoot(), 'dist', 'library.jsonl'))
  const { library } = await readLibrary(libraryFolder())
  expect(unpackLibrary(packed, libraryFolder(), folderDigest(libraryFolder()))).toEqual(library)
  expect(await loadLibrary()).toEqual(library)
})

test('a packed library that its files have left behind does not load', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'clausebook-library-'))
  try {
    await cp(libraryFolder(), folder, { recursive: true })
    const packed = Buffer.from(packLibrary(await loadLibrary(folder), folder))
    await appendFile(join(folder, 'topics.yaml'), '\n# changed\n')
    const changed = await loadLibrary(folder)
    expect(folderDigest(folder)).toBe(changed.digest)
    expect(unpackLibrary(packed, folder, changed.digest)).toBeUndefined()
  } finally {
    await rm(folder, { recursive: true })
  }
})
