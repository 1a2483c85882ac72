import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { packageRoot } from '../../src/home.ts'
import { readLicenses } from '../../src/library/license.ts'

const clauses = join(packageRoot(), 'clauses')

describe('the licenses of the library', () => {
  test('come in the order of their dates, each with its agreement first', async () => {
    const licenses = [...(await readLicenses(clauses)).values()]
    expect(licenses.map(({ id }) => id)).toEqual([
      'llama-1',
      'llama-2',
      'llama-3',
      'llama-3.1',
      'llama-3.2',
      'llama-3.3',
      'llama-4',
    ])
    for (const { id, texts } of licenses) {
      expect(texts.map(({ kind }) => kind)).toEqual(
        id === 'llama-1' ? ['agreement'] : ['agreement', 'use-policy'],
      )
    }
  })

  test('fill every slot that the library uses', async () => {
    for (const { id, slots, released } of (await readLicenses(clauses)).values()) {
      expect(slots.version, id).toBeTruthy()
      expect(slots.version_slug, id).toBeTruthy()
      expect(slots.release_date_iso, id).toBe(released)
    }
  })

  test('inherit in one line from Llama 4 to Llama 2', async () => {
    const licenses = await readLicenses(clauses)
    const line = []
    for (let at = licenses.get('llama-4'); at; at = licenses.get(at.extends ?? '')) line.push(at.id)
    expect(line).toEqual(['llama-4', 'llama-3.3', 'llama-3.2', 'llama-3.1', 'llama-3', 'llama-2'])
  })
})

describe('a license.yaml with a mistake', () => {
  let folder: string
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'clausebook-licenses-'))
    await cp(clauses, folder, { recursive: true })
  })
  afterEach(() => rm(folder, { recursive: true }))

  const change = async (id: string, from: string | RegExp, to: string) => {
    const file = join(folder, 'licenses', id, 'license.yaml')
    await writeFile(file, (await readFile(file, 'utf8')).replace(from, to))
  }
  const failure = async () => String(await readLicenses(folder).catch((problem: unknown) => problem))

  test('is told with its line', async () => {
    await change('llama-2', /sha256: \w+/, 'sha256: abc')
    expect(await failure()).toMatch(
      /llama-2\/license\.yaml:\d+:\d+ texts\.0\.pin\.sha256: a SHA-256 has 64 hexadecimal digits/,
    )
  })

  test('is told where a field is unknown', async () => {
    await change('llama-2', 'parties:', 'partys: []\nparties:')
    expect(await failure()).toMatch(/license\.yaml.*partys/)
  })

  test('is told where it is no YAML', async () => {
    await change('llama-2', 'title: ', 'title: "')
    expect(await failure()).toMatch(/license\.yaml:\d+:\d+ /)
  })

  test('is told where it extends what is not there, or itself', async () => {
    await change('llama-4', 'extends: llama-3.3', 'extends: llama-9')
    expect(await failure()).toContain('llama-4 extends llama-9, which is not in the library')
    await change('llama-4', 'extends: llama-9', 'extends: llama-3.3')
    await change('llama-2', 'slots:', 'extends: llama-4\nslots:')
    expect(await failure()).toMatch(/extends llama-\S+, which in turn extends it/)
  })
})
