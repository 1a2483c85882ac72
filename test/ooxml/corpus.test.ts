import { execFileSync } from 'node:child_process'
import { join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Story, type View, type ViewedBlock, viewWord } from '../../src/ooxml/index.ts'
import { open, shared, withoutCorpus, wordFiles } from './corpus.ts'

/** What the second reader, which shares no code with ours, cannot tell as we do, and why. */
const reasons: Record<string, string> = {
  'word-corpus/resolved/RP038-Inserted-Paras-at-End.docx footnotes':
    'it does not follow targets from the root',
  'word-corpus/resolved/RP038-Inserted-Paras-at-End-Accepted.docx footnotes': 'the same',
  'word-corpus/resolved/RP038-Inserted-Paras-at-End-Rejected.docx footnotes': 'the same',
}

const storyNames: Record<Story['kind'], string> = {
  body: 'body',
  header: 'headers',
  footer: 'footers',
  footnote: 'footnotes',
  endnote: 'endnotes',
  comment: 'comments',
  box: 'boxes',
}

const files = [...wordFiles('word-corpus'), ...wordFiles('faults')]

describe.skipIf(withoutCorpus)('every Word file that others wrote', () => {
  it.each(['accepted', 'original'] as const)(
    'has in each story the words that a second reader finds (%s)',
    (view) => {
      const second = secondReader(view)
      expect(second.size).toBe(files.length)
      const differences = files.flatMap((file) => {
        const name = relative(shared, file)
        const theirs = second.get(file)!
        const { words: ours, equations } = wordsByStory(file, view)
        return [...new Set([...ours.keys(), ...theirs.keys()])].flatMap((story) => {
          const [left, right] = [ours.get(story) ?? [], theirs.get(story) ?? []]
          // The line of an equation parts what the second reader runs together: 2πr^2 is not 2πr2.
          const same = left.join(' ') === right.join(' ') || (equations && left.join('') === right.join(''))
          return same || `${name} ${story}` in reasons
            ? []
            : [`${name} ${story}: ${firstDifference(left, right)}`]
        })
      })
      expect(differences).toEqual([])
    },
  )

  it('is tested on enough of them', () => {
    expect(files.length).toBeGreaterThan(200)
  })
})

function secondReader(view: View): Map<string, Map<string, string[]>> {
  const script = join(shared, 'tools', 'word-words.py')
  const output = execFileSync('python3', [script, ...files, '--view', view], { maxBuffer: 1 << 28 })
  return new Map(
    output
      .toString()
      .trim()
      .split('\n')
      .map((line) => {
        const { file, stories } = JSON.parse(line) as { file: string; stories: Record<string, string[]> }
        const words = Object.entries(stories).map(
          ([story, found]) => [story, wordsIn(found.join(' '))] as const,
        )
        return [file, new Map(words.filter(([, found]) => found.length > 0))]
      }),
  )
}

function wordsByStory(file: string, view: View): { words: Map<string, string[]>; equations: boolean } {
  const texts = new Map<string, string>()
  let equations = false
  const textOf = (block: ViewedBlock): string => {
    if (block.type === 'chunk') return ''
    if (block.type === 'table') {
      return block.rows
        .map(({ cells }) => cells.map(({ blocks }) => blocks.map(textOf).join('')).join(''))
        .join('')
    }
    const pieces = block.pieces.map(({ piece, text, omitted }) => {
      if (piece.kind === 'equation') equations = true
      if (omitted === 'hidden') return ''
      return piece.kind === 'symbol' ? ' [sym] ' : text
    })
    return `${pieces.join('')}\n`
  }
  for (const { story, blocks } of viewWord(open(file), { view })) {
    // Words that a drawing has of its own are in parts that the second reader leaves alone.
    if (story.drawing !== undefined && story.drawing !== 'text-box') continue
    const name = storyNames[story.kind]
    texts.set(name, `${texts.get(name) ?? ''}\n${blocks.map(textOf).join('')}`)
  }
  const words = [...texts].map(([name, text]) => [name, wordsIn(text)] as const)
  return { words: new Map(words.filter(([, found]) => found.length > 0)), equations }
}

function wordsIn(text: string): string[] {
  return text.normalize('NFC').match(/\[sym\]|[\p{L}\p{N}]+/gu) ?? []
}

function firstDifference(left: readonly string[], right: readonly string[]): string {
  const at = left.findIndex((word, index) => word !== right[index])
  const from = at < 0 ? left.length : at
  return `at word ${from}, “${left.slice(from, from + 6).join(' ')}” and not “${right.slice(from, from + 6).join(' ')}”`
}
