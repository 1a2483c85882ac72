import type { Library } from '../../library/index.ts'
import {
  type Assessment,
  citedWords,
  type Finding,
  levelWords,
  type MergedFinding,
  mergeFindings,
  usesUnder,
} from '../../matter/index.ts'
import { type Markdown, markdown } from '../template/value.ts'
import { shortWhere } from './memo-short-where.ts'

/** A risk that applies, as the register tells it: once, whatever the uses and licenses it is for. */
export interface MemoRisk {
  id: string
  /** Its place, by which the map and the tables name it. */
  number: string
  title: string
  short: string
  generic: boolean
  /** What it rests on, once for the licenses and uses for which it is the same. */
  reasons: { for: string; reason: Markdown }[]
  /** Exact words, each under the license that has them. */
  quotes: { words: string; where: string }[]
  /** Where it stands for whom: `notes: high (3×4) → medium (2×4)`. */
  levels: string[]
  where: string
  mitigations: MergedFinding['mitigations']
  positions: string[]
  /** The findings behind it, worst first. */
  findings: Finding[]
}

/** A row of the table of one use. */
export interface ExposureRow {
  number: string
  short: string
  /** `high (3×4)`, and where the controls bring it. */
  level: string
  where: string
  measure: string
}

/** The table of one use. */
export interface Exposure {
  use: string
  rows: ExposureRow[]
}

/** The risks that apply, worst first; those that come with every license after those of the uses. */
export function memoRisks(assessment: Assessment, library: Library): MemoRisk[] {
  const groups = new Map<string, Finding[]>()
  for (const finding of assessment.findings)
    if (finding.status === 'applies') groups.set(finding.risk, [...(groups.get(finding.risk) ?? []), finding])
  return [...groups]
    .map(([id, findings]) => ({ risk: library.risks.get(id)!, findings }))
    .sort((a, b) => Number(a.risk.generic) - Number(b.risk.generic))
    .map(({ risk, findings }, at) => {
      const told = mergeFindings(findings.map(withoutLevel), library)
      const citations = told.flatMap((one) => one.citations)
      return {
        id: risk.id,
        number: String(at + 1),
        title: risk.title,
        short: risk.short,
        generic: risk.generic,
        reasons: told.map((one) => ({
          for: usesUnder(one, assessment, library),
          reason: markdown(one.reason.replace(/\s*\n\s*/g, ' ')),
        })),
        quotes: quotesOf(told),
        levels: levelsOf(findings, assessment, library),
        where: citedWords(citations, library.licenses),
        mitigations: findings[0]!.mitigations,
        positions: [...new Set(findings.flatMap(({ positions }) => positions))],
        findings,
      }
    })
}

/** Reasons that are alike are told once, however grave the risk is for whom. */
function withoutLevel({ inherent: _, residual: __, ...finding }: Finding): Finding {
  return { ...finding, shifts: [] }
}

function quotesOf(told: readonly MergedFinding[]): MemoRisk['quotes'] {
  const found = new Map<string, { words: string; where: string }>()
  for (const { quotes } of told)
    for (const { words, where } of quotes) {
      const all = words.map((text) => `“${text}”`).join(' … ')
      found.set(`${where} ${all}`, { words: all, where })
    }
  return [...found.values()]
}

function levelsOf(findings: readonly Finding[], assessment: Assessment, library: Library): string[] {
  const several = new Set(assessment.answers.map(({ use }) => use)).size > 1
  const groups = new Map<string, Finding[]>()
  for (const one of findings) {
    const words = shift(one)
    groups.set(words, [...(groups.get(words) ?? []), one])
  }
  if (!several && groups.size === 1) return [...groups.keys()]
  return [...groups].map(([words, some]) => {
    const of = {
      uses: [...new Set(some.map(({ use }) => use))],
      licenses: [...library.licenses.keys()].filter((id) => some.some(({ license }) => license === id)),
    }
    return `${usesUnder(of, assessment, library)}: ${words}`
  })
}

/** `critical (4×4) → high (3×4)`; one level where the controls in place change nothing. */
function shift({ inherent, residual }: Finding): string {
  if (!inherent || !residual) return ''
  const [before, after] = [levelWords(inherent), levelWords(residual)]
  return before === after ? before : `${before} → ${after}`
}

/**
 * The map: a number where a risk is before controls, an arrow where the controls in place bring it. A risk of several uses
 * stands where it is worst.
 *
 * @returns `cells[impact-1][likelihood-1]`
 */
export function mapOf(risks: readonly MemoRisk[]): string[][][] {
  const cells = Array.from({ length: 5 }, () => Array.from({ length: 5 }, (): string[] => []))
  for (const { number, findings } of risks) {
    const { inherent, residual } = findings[0]!
    if (!inherent || !residual) continue
    cells[inherent.impact - 1]![inherent.likelihood - 1]!.push(number)
    if (inherent.likelihood !== residual.likelihood || inherent.impact !== residual.impact)
      cells[residual.impact - 1]![residual.likelihood - 1]!.push(`→${number}`)
  }
  return cells
}

/**
 * A table for each use, of the risks that are its own. The measure of a risk stands in the first that has it.
 *
 * @param measureOf what to do about it, with owner and date
 */
export function exposuresOf(
  risks: readonly MemoRisk[],
  assessment: Assessment,
  library: Library,
  measureOf: (risk: MemoRisk) => string,
): Exposure[] {
  const uses = [...new Set(assessment.answers.map(({ use }) => use))]
  const told = new Map<string, string>()
  const order = [...library.licenses.keys()]
  return uses.flatMap((use) => {
    const rows = risks.flatMap((risk): ExposureRow[] => {
      const own = risk.findings.filter((one) => one.use === use)
      if (own.length === 0) return []
      const before = told.get(risk.id)
      if (before === undefined) told.set(risk.id, use)
      const citations = own
        .toSorted((a, b) => order.indexOf(a.license) - order.indexOf(b.license))
        .flatMap((one) => one.citations)
      return [
        {
          number: risk.number,
          short: risk.short,
          level: [...new Set(own.map(shift))].join('; '),
          where: shortWhere(citedWords(citations, library.licenses)),
          measure: before === undefined ? measureOf(risk) : `As for ${before}.`,
        },
      ]
    })
    return rows.length === 0 ? [] : [{ use, rows }]
  })
}
