import { matrixOf, matrixPage, type TopicMatrix } from '../../compare/topic-matrix.ts'
import { draftToHtml } from '../../draft/index.ts'
import type { DraftDocument } from '../../draft/types.ts'
import type { Library } from '../../library/index.ts'
import { pageToMarkdown } from '../../library/page.ts'
import { Problem } from '../../problem.ts'
import type { Look } from '../../word/look.ts'
import { libraryFor } from '../house.ts'
import { refuseBytesOnTerminal, requireWritable, writeOutput } from '../output.ts'
import { pageToTerminal } from '../terminal/page.ts'
import { terminalOf } from '../terminal.ts'
import { lookOf } from '../word/look.ts'
import { formatOf } from './format.ts'
import type { CompareOptions, Format } from './options.ts'

/**
 * `clausebook compare --all TOPIC`: one topic across all licenses.
 *
 * @throws Problem where the topic is not known, the format cannot hold a matrix, or the output cannot be written
 */
export async function runMatrix(topic: string, options: CompareOptions): Promise<void> {
  const { output } = options
  const format = formatOf(options)
  refuseBytesOnTerminal(format, output)
  await requireWritable(output, options.referenceDoc === undefined ? [] : [options.referenceDoc])
  const library = await libraryFor(options)
  const look = await lookOf(options.referenceDoc, format, library.house)
  await writeOutput(
    output,
    await render(matrixOf(library, topic), library, format, { ...options, ...(look && { look }) }),
  )
}

async function render(
  matrix: TopicMatrix,
  library: Library,
  format: Format,
  { output, author, date, look }: CompareOptions & { look?: Look },
): Promise<string | Uint8Array> {
  const page = { type: 'root' as const, children: matrixPage(matrix, library) }
  switch (format) {
    case 'json':
      return `${JSON.stringify(matrix, null, 2)}\n`
    case 'markdown':
      return pageToMarkdown(page)
    case 'terminal':
      return pageToTerminal(page, terminalOf(output))
    case 'csv':
      throw new Problem('format', 'one topic across all licenses is not written as CSV: take json or html')
    case 'html':
      return draftToHtml(documentOf(matrix, library, page))
    case 'docx': {
      const { draftToDocx } = await import('../../word/index.ts')
      const document = documentOf(matrix, library, page)
      const properties = { ...document.properties, author, ...(date && { date: date.slice(0, 10) }) }
      return draftToDocx({ ...document, properties }, look)
    }
  }
}

/** The page as a document on its side, where seven columns have room. */
function documentOf(
  { topic, answers, libraryDigest }: TopicMatrix,
  library: Library,
  tree: DraftDocument['tree'],
): DraftDocument {
  return {
    id: `matrix-${topic.id}`,
    title: topic.title,
    language: 'en-US',
    paper: 'A4',
    orientation: 'landscape',
    tree,
    properties: {
      matter: 'all licenses',
      status: `Clause library ${libraryDigest.slice(0, 8)}`,
      libraryDigest,
      textDigests: Object.fromEntries(
        answers.flatMap(({ license }) =>
          (library.licenses.get(license.id)?.texts ?? [])
            .filter(({ kind }) => kind === topic.document)
            .map(({ pin }) => [license.id, pin.sha256]),
        ),
      ),
    },
    blanks: [],
    messages: [],
  }
}
