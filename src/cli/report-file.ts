import { visit } from 'unist-util-visit'
import type { DraftDocument } from '../draft/index.ts'
import type { FormatId } from '../formats.ts'
import { refuseBytesOnTerminal, requireWritable, writeOutput } from './output.ts'
import { outputFormat } from './output-format.ts'
import { terminalOf } from './terminal.ts'

/** Where a report goes, and in which format. */
export interface ReportTarget<F extends FormatId> {
  format?: F
  output: string
}

/** The format of a report, before anything is read. */
export async function reportFormat<F extends FormatId>(
  { format, output }: ReportTarget<F>,
  known: readonly F[],
  otherwise: F,
): Promise<F> {
  const chosen = format ?? outputFormat(output, known, otherwise)
  refuseBytesOnTerminal(chosen, output)
  await requireWritable(output)
  return chosen
}

/** Writes a report for people. */
export async function writeReport(
  document: DraftDocument,
  format: 'terminal' | 'markdown' | 'html' | 'docx',
  output: string,
): Promise<void> {
  if (format === 'terminal') {
    const { pageToTerminal } = await import('./terminal/page.ts')
    return writeOutput(output, pageToTerminal(inSigns(document.tree), terminalOf(output)))
  }
  const { documentFile } = await import('../word/documents.ts')
  await writeOutput(output, await documentFile(document, format))
}

/** A terminal has no look for words that go and come, which signs say there. */
function inSigns(tree: DraftDocument['tree']): DraftDocument['tree'] {
  const copy = structuredClone(tree)
  visit(copy, (node) => {
    if (node.type !== 'insertion' && node.type !== 'deletion') return
    const [open, close] = node.type === 'insertion' ? ['{+', '+}'] : ['[-', '-]']
    node.children = [{ type: 'text', value: open }, ...node.children, { type: 'text', value: close }]
  })
  return copy
}
