import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Code, Link } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import { afterAll, describe, expect, test } from 'vitest'
import { packageRoot } from '../../src/home.ts'
import { clausebook } from '../cli/run.ts'

const root = packageRoot()
const readme = readFileSync(join(root, 'README.md'), 'utf8')
const tree = unified().use(remarkParse).use(remarkGfm).parse(readme)
const blocks: Code[] = []
const links: string[] = []
visit(tree, (node) => {
  if (node.type === 'code') blocks.push(node)
  if (node.type === 'link' || node.type === 'image') links.push((node as Link).url)
})
const folder = mkdtempSync(join(tmpdir(), 'clausebook-readme-'))
symlinkSync(join(root, 'examples'), join(folder, 'examples'))
afterAll(() => rmSync(folder, { recursive: true }))

/** What a command tells beside its result, and no complaint: what positions bring and drop, and how much was read. */
const NEWS =
  /^clausebook: (?:[a-z-]+ (?:brings|drops) |not raised: |not on each license: |\S+: \d+ of \d+ questions answered, \d+ read, 0 not read$)/

describe('the README', () => {
  test('gives the two commands that everyone needs', () => {
    expect(readme).toContain('npm ci && npm start')
    expect(readme).toContain('npm ci && npm test')
  })

  for (const [at, { lang, value }] of blocks.entries()) {
    if (lang === 'sh') {
      for (const line of value.split('\n')) {
        // A redline is made in the official words.
        const needsText = line.includes('clausebook redline')
        test.skipIf(needsText && !process.env.CLAUSEBOOK_TEXTS)(line, () => {
          if (/^npm ci && npm (start|test)$/.test(line)) return
          const [, args] = /^npx clausebook (.+)$/.exec(line) ?? []
          expect(args, 'a command that this test knows how to run').toBeDefined()
          const { status, stdout, stderr } = clausebook(args!.split(' '), { cwd: folder })
          expect({ status, told: stderr.split('\n').filter((told) => !NEWS.test(told)) }).toEqual({
            status: 0,
            told: [''],
          })
          const shown = blocks[at + 1]
          // What is shown comes from the official words, and without them there are only restatements to compare.
          if (shown?.lang === 'text' && process.env.CLAUSEBOOK_TEXTS) expect(stdout).toContain(shown.value)
        })
      }
    } else if (lang === 'js') {
      test(value.split('\n')[0]!, () => {
        // A package may import itself by its name, from a file of its own.
        const file = join(root, 'dist', 'readme-example.mjs')
        writeFileSync(file, value)
        expect(execFileSync(process.execPath, [file], { encoding: 'utf8' })).toMatch(/^1\n# Hosting terms/)
        rmSync(file)
      })
    } else {
      test(`block ${at + 1} is the output of the one before it`, () => {
        expect([lang, blocks[at - 1]?.lang]).toEqual(['text', 'sh'])
      })
    }
  }

  test('links to files that are there', () => {
    const files = links.filter((url) => !/^https?:/.test(url))
    expect(files.filter((file) => !existsSync(join(root, file)))).toEqual([])
  })
})
