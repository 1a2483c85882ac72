import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import type { Code } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { packageRoot } from '../../src/home.ts'
import { clausebook } from '../cli/run.ts'

const root = packageRoot()
const manual = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .parse(readFileSync(join(root, 'docs/house.md'), 'utf8'))
const blocks: Code[] = []
visit(manual, 'code', (node) => {
  blocks.push(node)
})
const folder = mkdtempSync(join(tmpdir(), 'clausebook-house-'))
symlinkSync(join(root, 'examples'), join(folder, 'examples'))
afterAll(() => rmSync(folder, { recursive: true }))

const wordsOf = (name: string) =>
  [
    ...strFromU8(unzipSync(readFileSync(join(folder, name)))['word/document.xml']!).matchAll(
      /<w:t\b[^>]*>([^<]*)</g,
    ),
  ]
    .map(([, words]) => words)
    .join('')

describe.skipIf(!process.env.CLAUSEBOOK_TEXTS)('the manual of the house, word by word', () => {
  for (const { lang, meta, value } of blocks) {
    if (lang === 'sh') {
      for (const line of value.split('\n')) {
        test(line, () => {
          const [, args] = /^npx clausebook (.+)$/.exec(line) ?? []
          const { status, stderr } = clausebook(args!.split(' '), { cwd: folder })
          expect({ status, told: stderr }).toEqual({ status: 0, told: expect.any(String) })
        })
      }
    } else {
      test(`writes ${meta}`, () => {
        const file = join(folder, meta!)
        mkdirSync(dirname(file), { recursive: true })
        writeFileSync(file, value)
      })
    }
  }

  test('gives a letter and a rider as the house has them', () => {
    expect(wordsOf('rider.docx')).toContain('Rider')
    expect(wordsOf('rider.docx')).toMatch(/within 12 hours/)
    expect(wordsOf('rider.docx')).not.toMatch(/\b(?:January|March|July) \d+, \d{4}/)
    expect(wordsOf('letter.docx')).toMatch(/July 18, 2023/)
    expect(wordsOf('issues.docx')).toContain('once and not each year')
  })
})

describe('the skeleton of a house', () => {
  const skeleton = join(folder, 'new')
  beforeAll(() => {
    expect(clausebook(['house', 'init', skeleton]).status).toBe(0)
  })

  test('is never written over anything', () => {
    const before = readFileSync(join(skeleton, 'house.yaml'))
    const { status, stderr } = clausebook(['house', 'init', skeleton])
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr: expect.stringMatching(/^clausebook: .*is there already, and nothing is written over it.*\n$/),
    })
    expect(readFileSync(join(skeleton, 'house.yaml'))).toEqual(before)
  })

  test('says what its comments show, once they are none', () => {
    const said = readFileSync(join(skeleton, 'house.yaml'), 'utf8').replace(
      /^# ((?: *[\w.-]+:)(?: .*)?)$/gm,
      '$1',
    )
    writeFileSync(join(skeleton, 'house.yaml'), said)
    expect(said).toContain('\nlanguage: en-GB\n')
    const { status, stderr } = clausebook([
      'draft',
      'vendor-addendum',
      join(root, 'examples/vendor-saas.yaml'),
      '--house',
      skeleton,
    ])
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  })
})
