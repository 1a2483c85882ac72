import type { Assessment, Change, Citation, Finding } from '../../matter/index.ts'

/** What the report says beside the assessment. */
export interface ReportInput {
  title: string
  assessment: Assessment
  changes?: Change[]
  licenseName: (id: string) => string
}

/** An assessment as Markdown: license paths, thresholds, findings with citations, open questions, the record. */
export function assessmentToMarkdown({ title, assessment, changes, licenseName }: ReportInput): string {
  const { findings, paths, thresholds } = assessment
  const shown = findings.filter(({ status }) => status !== 'does-not-apply')
  const questions = new Map(
    shown.flatMap((one) => one.questions.map(({ fact, question }) => [fact, question] as const)),
  )
  return [
    `# Assessment: ${plain(title)}`,
    'Legal information, never legal advice: a lawyer reviews it.',
    ...(changes ? ['## What the change does', changeTable(changes, licenseName)] : []),
    '## License path',
    ...(paths.length === 0 ? ['The matter names no model, so that no license is assessed.'] : []),
    ...paths.map(
      ({ license, outcome, reasons }) =>
        `- **${licenseName(license)}:** ${outcome.replaceAll('-', ' ')}\n${reasons
          .map(({ statement, citations }) => `  - ${statement} ${cited(citations, licenseName)}`)
          .join('\n')}`,
    ),
    '## Users counted against the threshold',
    ...thresholds.map(
      (count) =>
        `- **${licenseName(count.license)}:** ${count.status}${count.users === undefined ? '' : `, ${number(count.users)} of ${number(count.threshold)} users in ${count.month ?? 'the month before'}, margin ${number(count.margin!)}`}${[
          ...count.warnings,
          ...count.leftOpen.map(
            ({ statement, citations }) => `Left open: ${statement} ${cited(citations, licenseName)}`,
          ),
        ]
          .map((line) => `\n  - ${plain(line)}`)
          .join('')}`,
    ),
    '## Findings',
    ...(shown.length === 0 ? ['No risk of the library applies or is open.'] : []),
    ...shown.map((finding) => findingToMarkdown(finding, licenseName)),
    ...(questions.size > 0
      ? [
          '## Open questions',
          [...questions].map(([fact, question]) => `- ${question} \`${fact}\``).join('\n'),
        ]
      : []),
    '## Record',
    `Matter ${assessment.matterDigest.slice(0, 16)}, library ${assessment.libraryDigest.slice(0, 16)}, ${findings.length} findings in all.`,
    '',
  ].join('\n\n')
}

function findingToMarkdown(finding: Finding, licenseName: (id: string) => string): string {
  const { inherent, residual } = finding
  const level =
    inherent && residual
      ? `${inherent.level} (likelihood ${inherent.likelihood}, impact ${inherent.impact}); with the controls in place ${residual.level}`
      : 'not rated'
  return [
    `### ${finding.title} (${licenseName(finding.license)})`,
    `**${finding.status === 'applies' ? 'Applies' : 'Open'}.** Level: ${level}.`,
    finding.reason,
    ...(finding.shifts.length > 0 ? [finding.shifts.map((shift) => `- ${shift}`).join('\n')] : []),
    ...finding.citations.map(
      (citation) => `> ${citation.quote ? `“${citation.quote.text}” ` : ''}${cited([citation], licenseName)}`,
    ),
    finding.mitigations
      .map(({ what, who, by, evidence }) => `- ${what} (${who}, ${by}; evidence: ${evidence})`)
      .join('\n'),
  ].join('\n\n')
}

function changeTable(changes: Change[], licenseName: (id: string) => string): string {
  if (changes.length === 0) return 'No finding changes.'
  const rows = changes.map(
    ({ license, what, before, after }) => `| ${licenseName(license)} | ${what} | ${before} | ${after} |`,
  )
  return ['| License | What | Before | After |', '|---|---|---|---|', ...rows].join('\n')
}

function cited(citations: Citation[], licenseName: (id: string) => string): string {
  if (citations.length === 0) return ''
  const { license, document } = citations[0]!
  const sections = citations.map(({ section }) => section).join(', ')
  return `(${licenseName(license)}${document === 'agreement' ? '' : ' use policy'}, section ${sections})`
}

const number = (value: number) => value.toLocaleString('en-US')
const plain = (text: string) => text.replace(/[\\`*_{}[\]<>#|~&]/g, '\\$&').replace(/\s+/g, ' ')
