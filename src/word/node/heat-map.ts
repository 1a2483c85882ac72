import { Paragraph, TextRun } from 'docx'
import type { HeatMapNode } from '../../draft/index.ts'
import { sentenceCase } from '../../in-words.ts'
import { type RiskLevel, riskLevelOf } from '../../matter/index.ts'
import { xmlText } from '../package/xml-text.ts'
import { tableOf } from '../table.ts'
import type { BlockWriter } from './types.ts'

/** Colors that stay apart in grey, each darker than the one before, and light enough for black type. */
const SHADES: Record<RiskLevel['level'], string> = {
  critical: 'E0736C',
  high: 'F5B26B',
  medium: 'FBE7A1',
  low: 'EEF6EA',
}

/** The 5×5 matrix, impact downwards from the gravest. Every cell says its level in words, so no shade is needed. */
export const heatMap: BlockWriter<HeatMapNode> = (_, { cells, caption }, place) => {
  const head = ['', ...[1, 2, 3, 4, 5].map((likelihood) => `Likelihood ${likelihood}`)].map((words) =>
    cell(words, 'TableHead'),
  )
  const rows = [5, 4, 3, 2, 1].map((impact) => [
    cell(`Impact ${impact}`, 'TableHead'),
    ...[1, 2, 3, 4, 5].map((likelihood) => {
      const labels = cells[impact - 1]?.[likelihood - 1] ?? []
      const name = sentenceCase(riskLevelOf(likelihood, impact).level)
      return cell(name, 'TableText', labels.join(', '))
    }),
  ])
  return [
    new Paragraph({ style: 'Caption', children: [new TextRun(xmlText(caption))] }),
    tableOf({
      caption,
      rows: [head, ...rows],
      shares: [12, 17, 18, 18, 18, 17],
      width: place.width,
      boxed: true,
      fill: (row, column) => (row > 0 && column > 0 ? SHADES[riskLevelOf(column, 6 - row).level] : undefined),
    }),
    new Paragraph({ style: 'AfterTable', children: [] }),
  ]
}

function cell(words: string, style: string, labels = ''): Paragraph[] {
  const own = labels === '' ? [] : [new TextRun({ text: ` ${xmlText(labels)}`, style: 'Strong' })]
  return [new Paragraph({ style, children: [new TextRun(xmlText(words)), ...own] })]
}
