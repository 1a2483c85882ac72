import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { compareWord, resolveWord } from '../../src/markup/index.ts'
import { randomFrom } from '../markup/random-document.ts'
import { shared, withoutCorpus } from '../ooxml/corpus.ts'
import { found, readInLibreOffice } from './libreoffice.ts'

/** Pairs of which LibreOffice resolves a redline otherwise than it reads the two files: see docs/word.md. */
const otherwise = new Set([
  'A-csa-ai',
  'A-csa-sla',
  'A-series-seed',
  'WC-1420',
  'WC-1440',
  'WC-1550',
  'WC-2020',
  'WC-2092',
])

const pairs = withoutCorpus
  ? []
  : readFileSync(join(shared, 'word-corpus', 'pairs.tsv'), 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.split('\t') as [id: string, left: string, right: string])

/** So many of them, by a seed that the day does not change. */
function sample(most: number): typeof pairs {
  const random = randomFrom(Number(process.env.CLAUSEBOOK_SEED ?? 1))
  const left = pairs.filter(([id]) => !otherwise.has(id))
  const taken: typeof pairs = []
  while (taken.length < most && left.length > 0) taken.push(...left.splice(random.below(left.length), 1))
  return taken
}

if (!found || withoutCorpus) console.info('skipped: LibreOffice or the Word corpus is not here')

describe.runIf(found && !withoutCorpus)('redlines in place, in LibreOffice', () => {
  it('have changes where we wrote some, and come back as both files', () => {
    const folder = mkdtempSync(join(tmpdir(), 'clausebook-in-place-'))
    try {
      const written = sample(Number(process.env.CLAUSEBOOK_PAIRS ?? 10)).map(([id, one, other]) => {
        const [left, right] = [one, other].map((name) => readFileSync(join(shared, 'word-corpus', name)))
        const { bytes, counts } = compareWord(left!, right!, { author: 'Us', date: '2026-01-31T00:00:00Z' })
        const save = (kind: string, content: Uint8Array) => {
          const path = join(folder, `${id}-${kind}.docx`)
          writeFileSync(path, content)
          return path
        }
        return {
          id,
          counts,
          redline: save('redline', bytes),
          left: save('left', resolveWord(left!, { as: 'accept' })),
          right: save('right', resolveWord(right!, { as: 'accept' })),
        }
      })
      const read = readInLibreOffice(
        folder,
        written.flatMap(({ redline, left, right }) => [redline, left, right]),
      )
      const words = (lines: readonly [string, string][]) => lines.map(([, text]) => text)
      const told = written.map(({ id, counts, redline, left, right }) => ({
        id,
        changes: read[redline]!.changes > 0 || counts.insertions + counts.deletions === 0,
        accepted: words(read[redline]!.accept).join('\n') === words(read[right]!.accept).join('\n'),
        rejected: words(read[redline]!.reject).join('\n') === words(read[left]!.reject).join('\n'),
      }))
      expect(told).toEqual(told.map(({ id }) => ({ id, changes: true, accepted: true, rejected: true })))
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })
})
