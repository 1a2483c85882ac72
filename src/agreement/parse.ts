import type { Plugin, Processor } from 'unified'
import type { VFile } from 'vfile'
import { type Block, joinLines, softBreaks } from './blocks.ts'
import { contentsAsWords } from './contents.ts'
import { formatOf } from './format.ts'
import { fromSource } from './from-source.ts'
import { readPage } from './html/walk.ts'
import { readLines } from './lines.ts'
import { nameClauses } from './name.ts'
import { nest } from './nest.ts'
import { cutRunIn } from './run-in.ts'
import type { SourceBlock, SourceStory } from './source.ts'
import type { Agreement, SourceFormat } from './types.ts'

/** How an agreement is read. */
export interface ParseOptions {
  /** How the source is written; told from the source where it is not given. */
  format?: SourceFormat
}

/**
 * Reads an agreement into its clause tree. Never throws, loses no word, and takes time in proportion to the source. What only
 * pages need (repeated heads and feet, page numbers, numbers of lines, columns) are words to it: an export is read with
 * `parseAgreement(withoutPages(source).source)`, as every text is that is opened as a file.
 *
 * @param source the agreement as plain text (hard-wrapped or not), Markdown or HTML
 * @returns a unist tree: an `agreement` whose children are `clause` nodes
 * @example
 * ```ts
 * const agreement = parseAgreement('1. Term.\n\n  a. One year.\n  b. Renewable.')
 * agreement.children[0].children[1].path // '1.b'
 * ```
 */
export function parseAgreement(source: string, { format = formatOf(source) }: ParseOptions = {}): Agreement {
  if (format === 'html') {
    const { blocks, lines } = readPage(source)
    return lines === undefined ? parseBlocks(blocks) : parseAgreement(lines, { format: 'text' })
  }
  const lines = readLines(source, format)
  const last = lines.at(-1)
  const end = { line: last?.line ?? 1, column: last?.endColumn ?? 1 }
  return agreementOf(joinLines(lines, softBreaks(format)), end)
}

/**
 * Reads a story of a source into its clause tree, whether it was handed over as blocks or as lines of text.
 *
 * @example
 * const [body] = (await openFile('offer.md', bytes, {})).stories
 * parseStory(body).children
 */
export function parseStory({ blocks, lines }: Pick<SourceStory, 'blocks' | 'lines'>): Agreement {
  return lines ? parseAgreement(lines.source, { format: lines.format }) : parseBlocks(blocks)
}

/**
 * Builds the clause tree of a source that was read into blocks: a Word file's body, an HTML page. What the source says of
 * its numbers, levels and headings is kept; what it does not say is told from the words, as in {@link parseAgreement}.
 * Never throws, loses no word.
 *
 * @param blocks paragraphs and tables in the order of the source
 * @example
 * ```ts
 * const agreement = parseBlocks([
 *   { type: 'paragraph', label: '2.1', level: 1, text: 'Fees. Ten euros.' },
 *   { type: 'table', rows: [{ cells: [{ blocks: [{ type: 'paragraph', text: 'Price' }] }] }] },
 * ])
 * agreement.children[0].children[0].kind // 'table'
 * ```
 */
export function parseBlocks(blocks: readonly SourceBlock[]): Agreement {
  const read = fromSource(blocks)
  return agreementOf(read, read.at(-1)?.end ?? { line: 1, column: 1 })
}

function agreementOf(blocks: Block[], end: { line: number; column: number }): Agreement {
  const children = nameClauses(nest(cutRunIn(contentsAsWords(blocks))))
  return {
    type: 'agreement',
    title: children.find(({ kind }) => kind === 'title')?.text ?? '',
    children,
    position: { start: { line: 1, column: 1 }, end },
  }
}

/**
 * The unified plugin: a parser whose tree is an {@link Agreement}. The format is taken from the file's extension
 * where it is not given.
 *
 * @example
 * ```ts
 * unified().use(agreementParser, { format: 'markdown' }).parse(source)
 * ```
 */
export const agreementParser: Plugin<[ParseOptions?], string, Agreement> = function (
  this: Processor,
  options = {},
) {
  // The tree is our own node type, which unified's types for parsers know nothing of.
  const parser = (document: string, file: VFile): Agreement => {
    const format = options.format ?? formatOfName(file.extname)
    return parseAgreement(document, format ? { format } : {})
  }
  Object.assign(this, { parser })
}

function formatOfName(extension: string | undefined): SourceFormat | undefined {
  if (extension === '.md' || extension === '.markdown') return 'markdown'
  return extension === '.html' || extension === '.htm' ? 'html' : undefined
}
