import type { Library } from '../../library/index.ts'
import {
  type Assessment,
  citedWords,
  levelWords,
  type MergedFinding,
  openOnce,
  usesUnder,
} from '../../matter/index.ts'
import { type Markdown, markdown } from '../template/value.ts'

/** One finding that applies, as the memo tells it. */
export interface MemoFinding {
  /** Its place, by which the heat map names it. */
  number: string
  title: string
  /** Its licenses, and where the matter has several uses for which of them: `chatbot, under Llama 3.3`. */
  licenses: string
  /** `high (4×4)`. */
  level: string
  /** With the controls in place. */
  residual: string
  reason: Markdown
  /** Exact words of the license, and where they stand. */
  quotes: { words: string; where: string }[]
  shifts: string[]
  mitigations: { what: string; who: string; by: string; evidence: string }[]
  /** Section that decides it. */
  where: string
}

/** What the memo says of the risks. */
export interface MemoFindings {
  all: MemoFinding[]
  /** Those of weight, told in full. */
  full: MemoFinding[]
  /** The others, a line each. */
  brief: MemoFinding[]
  /** `cells[impact-1][likelihood-1]`: numbers of the findings there, before controls. */
  cells: string[][][]
  open: { question: string; fact: string; titles: string[] }[]
  /** Whether nothing grave was found: then the memo is short. */
  short: boolean
}

/**
 * The findings that apply, worst first, and the questions of those that are open.
 *
 * @param merged the assessment's findings, those told once for several licenses merged
 */
export function memoFindings(
  merged: readonly MergedFinding[],
  assessment: Assessment,
  library: Library,
): MemoFindings {
  const applies = merged.filter(({ status }) => status === 'applies')
  const all = applies.map((finding, at) => findingOf(finding, String(at + 1), assessment, library))
  const grave = all.filter((_, at) => isGrave(applies[at]!))
  const medium = all.filter((_, at) => applies[at]!.inherent?.level === 'medium')
  const full = grave.length > 0 ? grave : medium
  return {
    all,
    full,
    brief: all.filter((finding) => !full.includes(finding)),
    cells: cellsOf(applies),
    open: questionsOf(openOnce(merged)),
    short:
      grave.length === 0 &&
      assessment.paths.every(({ outcome }) => outcome === 'go' || outcome === 'go-with-duties'),
  }
}

function isGrave({ inherent }: MergedFinding): boolean {
  return inherent?.level === 'critical' || inherent?.level === 'high'
}

function findingOf(
  finding: MergedFinding,
  number: string,
  assessment: Assessment,
  library: Library,
): MemoFinding {
  const { title, inherent, residual, reason, quotes, shifts, mitigations, citations } = finding
  return {
    number,
    title,
    licenses: usesUnder(finding, assessment, library),
    level: inherent ? levelWords(inherent) : '',
    residual: residual ? levelWords(residual) : '',
    reason: markdown(reason.replace(/\s*\n\s*/g, ' ')),
    quotes: quotes.map(({ words, where }) => ({
      words: words.map((text) => `“${text}”`).join(' … '),
      where,
    })),
    shifts,
    mitigations,
    where: citedWords(citations, library.licenses),
  }
}

function cellsOf(findings: readonly MergedFinding[]): string[][][] {
  const cells = Array.from({ length: 5 }, () => Array.from({ length: 5 }, (): string[] => []))
  findings.forEach(({ inherent }, at) => {
    if (inherent) cells[inherent.impact - 1]![inherent.likelihood - 1]!.push(String(at + 1))
  })
  return cells
}

/** Each question once, with what hangs on it; the one on which most hangs first. */
function questionsOf(findings: readonly MergedFinding[]): MemoFindings['open'] {
  const asked = new Map<string, { question: string; fact: string; titles: string[] }>()
  for (const { title, questions } of findings) {
    for (const { fact, question } of questions) {
      const known = asked.get(fact) ?? { question, fact, titles: [] }
      if (!known.titles.includes(title)) known.titles.push(title)
      asked.set(fact, known)
    }
  }
  return [...asked.values()].sort((a, b) => b.titles.length - a.titles.length)
}
