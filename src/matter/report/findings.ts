import { listed, sentenceCase } from '../../in-words.ts'
import { levelWords, type MergedFinding, mergeFindings, openOnce, usesUnder } from '../index.ts'
import { plain, table } from './markdown-words.ts'
import type { ReportInput } from './types.ts'

/** The findings of a report: those that apply, worst first, and those that are open. */
export interface Shown {
  applies: MergedFinding[]
  open: MergedFinding[]
  /** Risks of the library that apply or are open under no license. */
  notFound: string[]
}

/** Sorts out what a report shows. */
export function shownOf({ assessment, library }: ReportInput): Shown {
  const all = mergeFindings(assessment.findings, library)
  const shown = new Set(all.filter(({ status }) => status !== 'does-not-apply').map(({ risk }) => risk))
  return {
    applies: all.filter(({ status }) => status === 'applies'),
    open: openOnce(all),
    notFound:
      assessment.licenses.length === 0 ? [] : [...library.risks.keys()].filter((id) => !shown.has(id)),
  }
}

/** One line a finding that applies, in order. */
export function overviewToMarkdown({ applies }: Shown, { assessment, library }: ReportInput): string {
  const uses = new Set(assessment.answers.map(({ use }) => use)).size > 1
  const several = uses || new Set(applies.flatMap(({ licenses }) => licenses)).size > 1
  const rows = applies.map((finding, at) => [
    String(at + 1),
    finding.title,
    ...(several ? [usesUnder(finding, assessment, library)] : []),
    finding.inherent ? levelWords(finding.inherent) : '',
    finding.residual?.level ?? '',
  ])
  return table(
    ['No.', 'Risk', ...(several ? [uses ? 'Use and license' : 'License'] : []), 'Level', 'With controls'],
    rows,
  )
}

/** A finding that applies, in full. */
export function findingToMarkdown(
  finding: MergedFinding,
  at: number,
  { assessment, library }: ReportInput,
): string[] {
  const { title, inherent, residual, reason, shifts, quotes, mitigations } = finding
  return [
    `### ${at}. ${title} (${plain(usesUnder(finding, assessment, library))})`,
    ...(inherent && residual
      ? [
          `**${sentenceCase(inherent.level)}**: likelihood ${inherent.likelihood} of 5, impact ${inherent.impact} of 5. With the controls in place: **${levelWords(residual)}**.`,
        ]
      : []),
    reason.replace(/\s*\n\s*/g, ' '),
    ...quotes.map(
      ({ words, where }) => `> ${words.map((text) => `“${plain(text)}”`).join(' … ')} (${plain(where)})`,
    ),
    ...(shifts.length > 0 ? [shifts.map((shift) => `- ${sentenceCase(plain(shift))}.`).join('\n')] : []),
    mitigations
      .map(
        ({ what, who, by, evidence }, index) =>
          `${index + 1}. ${what} *${who}, ${by}.* Evidence: ${evidence}.`,
      )
      .join('\n'),
    ...answers(finding),
  ]
}

/** A finding that hangs on a question. */
export function openToMarkdown(finding: MergedFinding, { assessment, library }: ReportInput): string {
  const { title, inherent, questions } = finding
  const level = inherent ? `, ${inherent.level} if it applies` : ''
  const asks = questions.map(({ fact, question }) => `  - ${plain(question)} \`${fact}\``)
  return [`- **${title}** (${plain(usesUnder(finding, assessment, library))}${level})`, ...asks].join('\n')
}

function answers({ positions, flowDowns }: MergedFinding): string[] {
  const ids = (list: string[]) => listed(list.map((id) => `\`${id}\``))
  const parts = [
    ...(positions.length > 0 ? [`positions ${ids(positions)}`] : []),
    ...(flowDowns.length > 0 ? [`flow-downs ${ids(flowDowns)}`] : []),
  ]
  return parts.length > 0 ? [`Answered by ${parts.join('; ')}.`] : []
}
