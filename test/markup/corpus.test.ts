import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { compareWord, resolveWord, verifyRedline } from '../../src/markup/index.ts'
import { shared, withoutCorpus, wordFiles } from '../ooxml/corpus.ts'
import { flaws } from './flaws.ts'
import { randomFrom } from './random-document.ts'

if (withoutCorpus) console.log(`skipped: ${withoutCorpus}, so no Word file of others is compared`)

const folder = mkdtempSync(join(tmpdir(), 'markup-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const by = { author: 'Us', date: '2026-01-31T00:00:00Z' }
const corpus = join(shared, 'word-corpus')

/** Why a pair has another number of revisions than the tests that it comes from expect: what an independent counter sees. */
const reasons: Record<string, string> = {
  'WC-1240': 'a picture has no letters, so its marks are not counted',
  'WC-1640': 'the mark of a note’s reference has no letters',
  'WC-1710': 'the mark of a note’s reference has no letters',
  'WC-1730': 'the mark of a note’s reference has no letters',
  'WC-1980': 'a no-break space for a space is a difference, to the letter',
  'WC-2040': 'one word for another is a deletion and an insertion, and no third',
}

describe.skipIf(withoutCorpus)('Word files that no one here wrote', () => {
  it('give redlines that an independent reader finds exact, with the revisions that are expected', () => {
    const pairs = readFileSync(join(corpus, 'pairs.tsv'), 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.split('\t'))
    const out = join(folder, 'redlines')
    mkdirSync(out)
    const broken: string[] = []
    for (const [id = '', left = '', right = ''] of pairs) {
      const [ours, theirs] = [left, right].map((name) => readFileSync(join(corpus, name)))
      const { bytes } = compareWord(ours!, theirs!, by)
      writeFileSync(join(out, `${id}.docx`), bytes)
      // What their own file has wrong stays theirs.
      const own = flaws(theirs!, theirs!)
      broken.push(
        ...flaws(bytes, theirs!)
          .filter((flaw) => !own.includes(flaw))
          .map((flaw) => `${id}: ${flaw}`),
      )
    }
    expect(broken).toEqual([])
    const scores = join(folder, 'scores.json')
    const said = execFileSync(
      'python3',
      [join(shared, 'tools', 'word-score.py'), join(corpus, 'pairs.tsv'), out, '--json', scores],
      { encoding: 'utf8' },
    )
    expect(said).toContain('59 pairs: 59 made, 59 exact both ways')
    const result = JSON.parse(readFileSync(scores, 'utf8')) as Record<
      string,
      { marks: number; expected: string; churn: number; minimal: [number, number] }
    >
    const others = Object.entries(result).filter(
      ([, { marks, expected }]) => expected !== '' && Number(expected) !== marks,
    )
    expect(others.map(([id]) => id)).toEqual(Object.keys(reasons))
    const churn = Object.values(result)
      .filter(({ minimal: [plus, minus] }) => plus + minus >= 5)
      .map((one) => one.churn)
      .sort((a, b) => a - b)
    expect(churn[Math.floor(0.9 * (churn.length - 1))]).toBeLessThanOrEqual(1.1)
    expect(churn.at(-1)).toBeLessThanOrEqual(2.5)
  })

  it('have no change against themselves', () => {
    for (const file of wordFiles('word-corpus/pairs')) {
      const bytes = readFileSync(file)
      const { counts } = compareWord(bytes, bytes, by)
      expect([basename(file), counts]).toEqual([
        basename(file),
        { insertions: 0, deletions: 0, moves: 0, looks: 0 },
      ])
    }
  })

  it('give a proved redline also where they have nothing to do with each other', () => {
    const files = ['pairs', 'resolved'].flatMap((name) => wordFiles(`word-corpus/${name}`))
    const random = randomFrom(3)
    // A redline that does not give both back is refused, which fails here.
    for (let round = 0; round < 40; round += 1) {
      const [left, right] = [random.pick(files), random.pick(files)]
      const { bytes } = compareWord(readFileSync(left), readFileSync(right), by)
      expect(bytes.length, `${basename(left)} and ${basename(right)}`).toBeGreaterThan(0)
    }
  })

  /** Where Word has other words: it shows a field with a result that it makes anew. */
  const unlike = ['RP044-MERGEFORMAT-Field-Code accepted']

  it('are resolved as Word resolved them', () => {
    const files = wordFiles('word-corpus/resolved')
    const others: string[] = []
    for (const file of files.filter((name) => !/-(?:Accepted|Rejected)\.docx$/.test(name))) {
      for (const [as, state] of [
        ['accept', 'Accepted'],
        ['reject', 'Rejected'],
      ] as const) {
        const word = files.find((name) => name === file.replace('.docx', `-${state}.docx`))
        if (word === undefined) continue
        const resolved = resolveWord(readFileSync(file), { as })
        const { breaches } = verifyRedline(resolved, readFileSync(word), readFileSync(word))
        if (breaches.length > 0) others.push(`${basename(file, '.docx')} ${state.toLowerCase()}`)
      }
    }
    expect(others).toEqual(unlike)
  })
})
