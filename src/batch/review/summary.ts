import { csvFile } from '../../csv-line.ts'
import { sentenceCase } from '../../in-words.ts'
import { verdictWords } from '../../review/index.ts'
import { writeWorkbook } from '../../sheet/index.ts'
import type { PaperCame } from './papers.ts'
import type { PaperOutcome } from './task.ts'

/** A paper in a summary, and the file that its report is in. */
export type SummedPaper = { paper: PaperCame; report: string }

/** One line of the summary of many papers. */
export interface PointLine {
  file: string
  /** `a vendor's` or `a licensor's`; empty of a paper that was not read. */
  paper: string
  vendor: string
  point: string
  asked: string
  verdict: string
  confidence: string
  section: string
  because: string
  words: string
  report: string
  /** Lower comes first: what a person has to read. */
  order: number
}

/** How far verdicts may be taken as they are, in words, with what a person reads first. */
const confidences: Record<PaperOutcome['points'][number]['confidence'], { words: string; order: number }> = {
  none: { words: 'none: to be read by a person', order: 2 },
  low: { words: 'low: to be read by a person', order: 3 },
  fair: { words: 'fair', order: 4 },
  high: { words: 'high', order: 5 },
  person: { words: 'a person decided', order: 6 },
}

/** Up to which order a person has to read a line. */
const toBeRead = 3

/** Every point of every paper, what a person has to read first: papers that were not read, then what is against a license. */
export function pointLines(papers: readonly SummedPaper[]): PointLine[] {
  const lines = papers.flatMap(linesOf)
  // In the order of the papers, and of each paper's report, among those that are alike.
  return lines.sort((one, other) => one.order - other.order)
}

export function isToBeRead({ order }: PointLine): boolean {
  return order <= toBeRead
}

function linesOf({ paper, report }: SummedPaper): PointLine[] {
  const empty = { vendor: '', asked: '', section: '', words: '', report: '' }
  const { place: file } = paper
  if ('problem' in paper) {
    const told = {
      file,
      paper: '',
      point: 'the whole paper',
      verdict: 'not reviewed',
      because: paper.problem,
    }
    return [{ ...empty, ...told, confidence: confidences.none.words, order: 0 }]
  }
  const { outcome } = paper
  const whose = outcome.paper === 'vendor' ? 'a vendor’s' : 'a licensor’s'
  const common = { ...empty, file, paper: whose, vendor: outcome.vendor ?? '', report }
  return [
    ...outcome.against.map(({ section, says, because }) => ({
      ...{ ...common, point: 'against a license or the facts', verdict: 'against', section, because },
      ...{ words: says, confidence: confidences.fair.words, order: 1 },
    })),
    ...outcome.unread.map((what) => ({
      ...{ ...common, point: 'what was not read, or how', verdict: 'note', because: what },
      ...{ confidence: confidences.none.words, order: confidences.none.order },
    })),
    ...outcome.points.map(({ point, asked, verdict, confidence, sections, because, words }) => ({
      ...{
        ...common,
        point,
        asked: verdictWords[asked].replace('met: ', ''),
        verdict: verdictWords[verdict],
      },
      ...{ section: sections.join(', '), because, words: words.join(' | ') },
      ...{ confidence: confidences[confidence].words, order: confidences[confidence].order },
    })),
  ]
}

const heads = [
  'File',
  'Whose',
  'Vendor',
  'Point',
  'Asked',
  'Verdict',
  'Confidence',
  'Section',
  'What decides',
  'Their words',
  'Report',
]

function cellsOf(line: PointLine): string[] {
  const { file, paper, vendor, point, asked, verdict, confidence, section, because, words, report } = line
  return [file, paper, vendor, point, asked, verdict, confidence, section, because, words, report]
}

/** What is counted of a paper. */
const counted = ['met', 'below', 'contrary', 'missing', 'unclear'] as const

/** How many points of a paper have each verdict; those met at any level are one. */
export function verdictCounts({
  points,
}: Pick<PaperOutcome, 'points'>): Record<(typeof counted)[number], number> {
  const counts = { met: 0, below: 0, contrary: 0, missing: 0, unclear: 0 }
  for (const { verdict } of points) counts[counted.find((one) => one === verdict) ?? 'met'] += 1
  return counts
}

const paperHeads = [
  'File',
  'Whose',
  'Vendor',
  ...counted.map((word) => word),
  'Against',
  'Report or why there is none',
]

function paperCells({ paper, report }: SummedPaper): string[] {
  const { place } = paper
  if ('problem' in paper) return [place, '', '', ...counted.map(() => ''), '', paper.problem]
  const { outcome } = paper
  const counts = verdictCounts(outcome)
  return [
    ...[place, outcome.paper, outcome.vendor ?? ''],
    ...counted.map((word) => String(counts[word])),
    ...[String(outcome.against.length), report],
  ]
}

/**
 * What came of many papers: a table of all points for a spreadsheet, the same as a workbook, and a page to read.
 *
 * @returns contents by the name of the file
 */
export async function summaryFiles(
  title: string,
  papers: readonly SummedPaper[],
): Promise<Map<string, string | Uint8Array>> {
  const lines = pointLines(papers)
  const points = lines.map(cellsOf)
  const columns = (names: readonly string[]) => names.map((header) => ({ header }))
  const workbook = await writeWorkbook([
    { name: 'Points', columns: columns(heads), rows: points, room: 0 },
    { name: 'Papers', columns: columns(paperHeads), rows: papers.map(paperCells), room: 0 },
  ])
  return new Map<string, string | Uint8Array>([
    ['summary.csv', csvFile([heads, ...points])],
    ['summary.xlsx', workbook],
    ['summary.md', pageOf(title, papers, lines)],
  ])
}

function pageOf(title: string, papers: readonly SummedPaper[], lines: readonly PointLine[]): string {
  const read = lines.filter(isToBeRead)
  const contrary = lines.filter((line) => line.verdict === verdictWords.contrary && !isToBeRead(line))
  const left = papers.filter(({ paper }) => 'problem' in paper).length
  return [
    `# ${plain(sentenceCase(title))}`,
    'Legal information, not legal advice: a lawyer reviews each paper.',
    `${papers.length - left} of ${papers.length} papers were reviewed. What a person has to read comes first: papers that could not be reviewed, what is said against a license or the facts, and what the engine leaves open or is unsure of.`,
    '## To be read by a person',
    read.length === 0 ? 'Nothing.' : linesTable(read),
    '## Contrary to what is asked',
    contrary.length === 0 ? 'Nothing that the engine is sure of.' : linesTable(contrary),
    '## Papers',
    tableOf(paperHeads, papers.map(paperCells)),
    'Every point of every paper is in `summary.csv` and `summary.xlsx`, each with how far its verdict may be taken as it is.',
    '',
  ].join('\n\n')
}

function linesTable(lines: readonly PointLine[]): string {
  return tableOf(
    ['File', 'Point', 'Verdict', 'Section', 'Why'],
    lines.map(({ file, point, verdict, section, because }) => [file, point, verdict, section, because]),
  )
}

function tableOf(names: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(plain).join(' | ')} |`
  return [line(names), line(names.map(() => '---')), ...rows.map(line)].join('\n')
}

/** Words that are no Markdown, on one line: their paper's words and files' names come from anywhere. */
function plain(words: string): string {
  return words.replaceAll(/\s+/g, ' ').replaceAll(/[\\`*_{}[\]<>#|~&!]/g, '\\$&')
}
