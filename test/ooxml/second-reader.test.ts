import { readFileSync } from 'node:fs'
import { relative } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type ViewedBlock, viewWord } from '../../src/ooxml/index.ts'
import { open, shared, withoutCorpus, wordFiles } from './corpus.ts'

/**
 * Where docxodus, which shares no code with ours and reads as Word does, has other letters. It runs the words of a box
 * into its paragraph, twice where the box has a fallback, and leaves out those of a contents control.
 */
const reasons: Record<string, string> = {
  'word-corpus/pairs/WC048-Text-Box-in-Cell.docx': 'boxes',
  'word-corpus/pairs/WC048-Text-Box-in-Cell-Mod.docx': 'boxes',
  'word-corpus/pairs/WC066-Textbox-Before-Ins-Mod.docx': 'boxes',
  'word-corpus/vendor-paper/model-services-contract.docx': 'a contents control',
}

const files = ['agreements', 'pairs', 'vendor-paper'].flatMap((folder) => wordFiles(`word-corpus/${folder}`))

describe.skipIf(withoutCorpus)('a second reader of Word files', () => {
  it('finds the same letters in each body, with the numbers that Word prints', async () => {
    const markdownOf = await reader()
    const differences: string[] = []
    for (const file of files) {
      const name = relative(shared, file)
      const ours = letters(bodyOf(file))
      const theirs = letters(words(await markdownOf(file)))
      if (ours !== theirs && !(name in reasons)) differences.push(`${name}: ${around(ours, theirs)}`)
    }
    expect(differences).toEqual([])
    expect(files.length).toBeGreaterThan(100)
  })
})

async function reader(): Promise<(file: string) => Promise<string>> {
  const docxodus = await import('docxodus/core')
  await docxodus.initialize()
  const options = {
    scopes: docxodus.ProjectionScopes.Body,
    anchorMode: docxodus.AnchorRenderMode.None,
    trackedChanges: docxodus.TrackedChangeMode.Accept,
    resolveNumbering: true,
    tableMode: docxodus.TableRenderMode.AlwaysGfm,
  }
  return async (file) => (await docxodus.convertWmlToMarkdown(readFileSync(file), options)).markdown
}

/** Its Markdown without the title that it gives, entities and addresses of links. */
function words(markdown: string): string {
  return markdown
    .replace(/^# .*\n/, '')
    .replace(/&[a-z]+;/g, ' ')
    .replace(/\]\((?:https?:|mailto:|#)[^)]*\)/g, ']')
}

/** The body as accepted, hidden text too; without equations, which the second reader leaves out. */
function bodyOf(file: string): string {
  const textOf = (block: ViewedBlock): string => {
    if (block.type === 'chunk') return ''
    if (block.type === 'table') {
      return block.rows.flatMap(({ cells }) => cells.flatMap(({ blocks }) => blocks.map(textOf))).join('\n')
    }
    const pieces = block.pieces.map(({ piece, text, omitted }) =>
      piece.kind === 'equation' || omitted === 'field-code' ? '' : text,
    )
    return `${block.label} ${pieces.join('')}`
  }
  const body = viewWord(open(file), { hidden: true }).find(({ story }) => story.kind === 'body')!
  return body.blocks.map(textOf).join('\n')
}

function letters(text: string): string {
  return (text.match(/[\p{L}\p{N}]+/gu) ?? []).join('')
}

function around(ours: string, theirs: string): string {
  let at = 0
  while (ours[at] === theirs[at]) at += 1
  const place = (text: string) => text.slice(Math.max(0, at - 20), at + 40)
  return `“${place(ours)}” and not “${place(theirs)}”`
}
