import { Paragraph, type Table, TextRun } from 'docx'
import {
  documentName,
  followsWords,
  hasDocuments,
  isChange,
  movedMeans,
  shortLines,
  statuses,
  statusOrder,
  topicRows,
  topicsMean,
  verdictWords,
} from '../../compare/report.ts'
import type { Comparison, Pair, TextIdentity } from '../../compare/types.ts'
import { xmlText } from '../package/xml-text.ts'
import { wordTable } from '../table.ts'

/**
 * The first pages: what was compared, what changed and what that means where the library knows, how many clauses have
 * which status, and which clauses changed.
 *
 * @param notes what a reader must know first, such as that restatements are compared
 * @param outbound whether it goes to the other side
 * @param cover where it stands
 */
export function frontMatter(
  comparison: Comparison,
  width: number,
  notes: readonly string[],
  { outbound, cover }: { outbound: boolean; cover: 'first' | 'last' | 'alone' },
): (Paragraph | Table)[] {
  const { left, right, pairs, summary } = comparison
  const changes = pairs.filter(isChange)
  const counts = [
    ...statusOrder.map((status) => [status, statuses[status].means, String(summary[status])]),
    ['moved', movedMeans, String(summary.moved)],
  ]
  const identity = [['', 'Left (deleted words)', 'Right (inserted words)'], ...identityRows(left, right)]
  const changed = [['Clause', 'In the right text', 'Heading', 'Change'], ...changes.map(changeRow)]
  return [
    text('Comparison', 'Title'),
    subtitle(left, right),
    ...notes.map((note) => text(note)),
    ...inShort(comparison, width),
    heading('Texts compared'),
    wordTable('The texts compared', identity, [16, 42, 42], width, true),
    ...whatChanged(comparison, width),
    heading('Summary'),
    wordTable('Clauses by status', [['Status', 'Meaning', 'Clauses'], ...counts], [18, 64, 18], width),
    ...(changes.length === 0
      ? [text(verdictWords(comparison) ?? '')]
      : [heading('Changed clauses'), wordTable('Changed clauses', changed, [24, 24, 34, 18], width)]),
    text(
      `${redlineIs[cover]} Accepting all changes gives the right text, rejecting all gives the left one. Numbers are printed as each text has them.${outbound ? '' : ' Legal information, never legal advice.'}`,
      'ComparisonNote',
    ),
  ]
}

/** Where the redline is, seen from the cover. */
const redlineIs = {
  first: 'The text of the left document follows with tracked changes.',
  last: 'The text of the left document stands before this with tracked changes.',
  alone: 'The redline is a file of its own.',
} as const

/** What it comes to. */
function inShort(comparison: Comparison, width: number): (Paragraph | Table)[] {
  const lines = shortLines(comparison)
  if (lines.length === 0) return []
  const rows = lines.map((line) => [line.heading, line.words])
  return [
    heading('In short'),
    wordTable('In short', [['Change', 'What it comes to'], ...rows], [16, 84], width, true),
  ]
}

function whatChanged(comparison: Comparison, width: number): (Paragraph | Table)[] {
  const several = hasDocuments(comparison)
  const rows = topicRows(comparison).map(({ title, document, change, facts, ...row }) => [
    title,
    ...(several ? [documentName(document)] : []),
    change,
    facts.join('; '),
    followsWords(row),
  ])
  if (rows.length === 0) return []
  const table = [['Topic', ...(several ? ['Text'] : []), 'Change', 'Before and after', 'So what'], ...rows]
  const shares = several ? [15, 12, 12, 31, 30] : [17, 13, 36, 34]
  return [
    heading('What changed, and so what'),
    text(topicsMean),
    wordTable('Topics that changed', table, shares, width),
  ]
}

function subtitle(left: TextIdentity, right: TextIdentity): Paragraph {
  return text(`${left.title || left.id} against ${right.title || right.id}`, 'Subtitle')
}

function identityRows(left: TextIdentity, right: TextIdentity): string[][] {
  const row = (label: string, of: (text: TextIdentity) => string | undefined) => [
    label,
    of(left) ?? '–',
    of(right) ?? '–',
  ]
  return [
    row('Title', ({ title }) => title || undefined),
    row('Identifier', ({ id, title }) => (id === title ? undefined : id)),
    row('Version', ({ version }) => version),
    row(
      'Date',
      ({ released, releasedAs }) => released && (releasedAs ? `${released} (${releasedAs})` : released),
    ),
    row('Address', ({ address }) => address),
    row('SHA-256', ({ sha256 }) => sha256 || undefined),
    ...(left.texts?.[1] || right.texts?.[1]
      ? [
          row('Use policy', ({ texts }) => texts?.[1]?.title),
          row('Its SHA-256', ({ texts }) => texts?.[1]?.sha256 || undefined),
        ]
      : []),
  ].filter(([, ...cells]) => cells.some((cell) => cell !== '–'))
}

function changeRow({ left, right, status, moved }: Pair): string[] {
  const heading = right?.heading || left?.heading || ''
  return [left?.section ?? '–', right?.section ?? '–', heading, moved ? `${status}, moved` : status]
}

function heading(words: string): Paragraph {
  return text(words, 'Heading1')
}

function text(words: string, style = 'ComparisonText'): Paragraph {
  return new Paragraph({ style, children: [new TextRun(xmlText(words))] })
}
