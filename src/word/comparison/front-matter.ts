import { Paragraph, type Table, TextRun } from 'docx'
import { type Comparison, type Pair, type TextIdentity, topicRows } from '../../compare/index.ts'
import { xmlText } from '../package/xml-text.ts'
import { wordTable } from '../table.ts'

const STATUS_WORDS = {
  identical: 'identical',
  cosmetic: 'cosmetic (typography, version names, dates, addresses)',
  changed: 'changed',
  added: 'added',
  removed: 'removed',
  moved: 'of these, moved',
} as const

/**
 * The first pages: what was compared, what changed and what that means where the library knows, how many clauses have
 * which status, and which clauses changed.
 *
 * @param notes what a reader must know first, such as that restatements are compared
 */
export function frontMatter(
  comparison: Comparison,
  width: number,
  notes: readonly string[],
): (Paragraph | Table)[] {
  const { left, right, pairs, summary } = comparison
  const changes = pairs.filter(({ status, moved }) => moved || !['identical', 'cosmetic'].includes(status))
  const counts = Object.entries(STATUS_WORDS).map(([status, words]) => [
    words,
    String(summary[status as keyof typeof STATUS_WORDS]),
  ])
  const identity = [['', 'Left (deleted words)', 'Right (inserted words)'], ...identityRows(left, right)]
  const changed = [['Clause', 'In the right text', 'Heading', 'Change'], ...changes.map(changeRow)]
  return [
    text('Comparison', 'ComparisonTitle'),
    subtitle(left, right),
    ...notes.map((note) => text(note)),
    heading('Texts compared'),
    wordTable('The texts compared', identity, [16, 42, 42], width, true),
    ...whatChanged(comparison, width),
    heading('Summary'),
    wordTable('Clauses by status', [['Status', 'Clauses'], ...counts], [80, 20], width),
    heading('Changed clauses'),
    changes.length === 0
      ? text('No clause differs in more than typography, version names, dates or addresses.')
      : wordTable('Changed clauses', changed, [24, 24, 34, 18], width),
    text(
      'The text of the left document follows with tracked changes. Accepting all changes gives the right text, rejecting all gives the left one. Numbers are printed as each text has them. Legal information, never legal advice.',
      'ComparisonNote',
    ),
  ]
}

function whatChanged(comparison: Comparison, width: number): (Paragraph | Table)[] {
  const rows = topicRows(comparison).map(({ title, status, facts, soWhat }) => [
    title,
    status,
    facts.join('; '),
    soWhat,
  ])
  if (rows.length === 0) return []
  const table = [['Topic', 'Change', 'Facts', 'So what'], ...rows]
  return [
    heading('What changed, and so what'),
    wordTable('Topics that changed', table, [18, 13, 33, 36], width),
  ]
}

function subtitle(left: TextIdentity, right: TextIdentity): Paragraph {
  return text(`${left.title || left.id} against ${right.title || right.id}`, 'ComparisonSubtitle')
}

function identityRows(left: TextIdentity, right: TextIdentity): string[][] {
  const row = (label: string, of: (text: TextIdentity) => string | undefined) => [
    label,
    of(left) ?? '–',
    of(right) ?? '–',
  ]
  return [
    row('Title', ({ title }) => title || undefined),
    row('Identifier', ({ id }) => id),
    row('Version', ({ version }) => version),
    row(
      'Date',
      ({ released, releasedAs }) => released && (releasedAs ? `${released} (${releasedAs})` : released),
    ),
    row('Address', ({ address }) => address),
    row('SHA-256', ({ sha256 }) => sha256),
  ]
}

function changeRow({ left, right, status, moved }: Pair): string[] {
  const heading = right?.heading || left?.heading || ''
  return [left?.section ?? '–', right?.section ?? '–', heading, moved ? `${status}, moved` : status]
}

function heading(words: string): Paragraph {
  return text(words, 'ComparisonHeading')
}

function text(words: string, style = 'ComparisonText'): Paragraph {
  return new Paragraph({ style, children: [new TextRun(xmlText(words))] })
}
