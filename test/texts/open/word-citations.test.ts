import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import {
  type Clause,
  clausesOf,
  parseStory,
  type SourceBlock,
  type SourceDocument,
} from '../../../src/agreement/index.ts'
import { openFile } from '../../../src/texts/open/open-file.ts'

const shared = join(import.meta.dirname, '..', '..', '..', '..', 'shared')
const folders = [
  'word-corpus/agreements',
  'word-corpus/vendor-paper',
  'faults/09-wrong-section-cited',
  'faults/unseen',
]
const files = folders.flatMap((folder) => {
  const path = join(shared, folder)
  return existsSync(path)
    ? readdirSync(path)
        .filter((name) => name.endsWith('.docx'))
        .map((name) => ({ name, path: join(path, name) }))
    : []
})
const opened = new Map<string, Promise<SourceDocument>>()
const body = async ({ name, path }: { name: string; path: string }) => {
  const document = opened.get(path) ?? openFile(name, readFileSync(path), {})
  opened.set(path, document)
  return (await document).stories.find(({ kind }) => kind === 'body')!
}

const hasNumber = (label: string) => /[\p{L}\p{N}]/u.test(label)
const words = (text: string) => text.match(/[\p{L}\p{N}]+/gu) ?? []

/** The labels that Word prints, outside tables, in order, with the words behind them. */
const printed = (blocks: readonly SourceBlock[]) =>
  blocks.flatMap((block) =>
    block.type === 'paragraph' && block.label !== undefined && hasNumber(block.label)
      ? [{ label: block.label.trim(), text: words(block.text).slice(0, 6).join(' ') }]
      : [],
  )

/** All words of the blocks in their order, told by nothing of the tree's. */
const wordsIn = (blocks: readonly SourceBlock[]): string[] =>
  blocks.flatMap((block) =>
    block.type === 'paragraph'
      ? words(`${block.label ?? ''} ${block.text}`)
      : block.rows.flatMap(({ cells }) => cells.flatMap((cell) => wordsIn(cell.blocks))),
  )

/** Whether a citation ends in the printed label; signs around a number do not belong to it. */
const endsWith = (citation: string, label: string) => {
  const bare = label.replace(/^section\s+/i, '').replace(/[.:]+$/, '')
  const number = bare.replace(/^\(|[.)]+$/g, '')
  return new RegExp(`(?:^|[\\s.(])${number.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\)?$`, 'u').test(citation)
}

// Where ../shared is missing these are left out, and the report says so.
describe.skipIf(files.length === 0)('every labelled paragraph of a Word file', () => {
  test.each(files.map((file) => [file.name, file] as const))(
    '%s is cited by the number that Word prints, in the order of the file',
    async (_, file) => {
      const story = await body(file)
      const clauses = clausesOf(parseStory(story))
      let at = 0
      for (const { label, text } of printed(story.blocks)) {
        const found = clauses.findIndex(
          (clause, index) =>
            index >= at &&
            clause.label === label &&
            `${words(clause.text).slice(0, 6).join(' ')} `.startsWith(`${text} `),
        )
        expect(found, `${label} ${text}`).toBeGreaterThanOrEqual(0)
        expect(clauses[found]!.citation).toSatisfy((citation: string) => endsWith(citation, label))
        at = found + 1
      }
    },
  )

  test.each(files.map((file) => [file.name, file] as const))(
    '%s reads in its order, and no section stands in a definition',
    async (_, file) => {
      const story = await body(file)
      const clauses = clausesOf(parseStory(story))
      expect(clauses.flatMap(({ label, text }) => words(`${label} ${text}`))).toEqual(wordsIn(story.blocks))
      const inside = (clause: Clause): Clause[] =>
        clause.children.flatMap((child) => [child, ...inside(child)])
      const sections = clauses
        .filter(({ kind }) => kind === 'definition')
        .flatMap(inside)
        .filter(({ number }) => /^\d+(?:\.\d+)*$/.test(number))
      expect(sections.map(({ citation }) => citation)).toEqual([])
    },
  )
})
