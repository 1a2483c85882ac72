import { listed } from '../../in-words.ts'
import type { Library } from '../../library/index.ts'
import { type Change, licenseNames, type MergedFinding } from '../index.ts'
import { answersToMarkdown, retiredToMarkdown } from './answers.ts'
import { findingToMarkdown, openToMarkdown, overviewToMarkdown, type Shown, shownOf } from './findings.ts'
import { plain, table } from './markdown-words.ts'
import type { ReportInput } from './types.ts'
import { usersToMarkdown } from './users.ts'

/**
 * An assessment as Markdown: what it comes to, license paths, users, findings worst first with citations and what to
 * do, open questions, the record.
 */
export function assessmentToMarkdown(input: ReportInput): string {
  const { title, assessment, changes, library } = input
  const shown = shownOf(input)
  const { applies, open } = shown
  return [
    `# Assessment: ${plain(title)}`,
    'Legal information, never legal advice: a lawyer reviews it.',
    ...(changes ? ['## What the change does', changeTable(changes, library)] : []),
    '## Answers, by use and license',
    ...answersToMarkdown(input),
    ...(assessment.retired.length > 0 ? ['## Uses that are over', ...retiredToMarkdown(input)] : []),
    '## In short',
    inShort(shown, input),
    '## Users counted against the threshold',
    ...usersToMarkdown(input),
    '## Findings, worst first',
    ...(applies.length > 0
      ? [
          overviewToMarkdown(shown, input),
          'Levels are likelihood × impact, each from 1 to 5: low below 5, medium below 10, high below 16, critical from 16.',
        ]
      : [
          assessment.licenses.length > 0
            ? 'No risk of the library applies.'
            : 'No use that goes on is assessed under a license, so that nothing is said of risks.',
        ]),
    ...applies.flatMap((finding, at) => findingToMarkdown(finding, at + 1, input)),
    ...(open.length > 0
      ? ['## Open, with what to ask', open.map((finding) => openToMarkdown(finding, input)).join('\n')]
      : []),
    ...(shown.notFound.length > 0
      ? [
          '## Looked at, and not found',
          `${shown.notFound.map((id) => library.risks.get(id)!.title).join('; ')}.`,
        ]
      : []),
    '## Record',
    `Matter ${assessment.matterDigest.slice(0, 16)}, library ${assessment.libraryDigest.slice(0, 16)}, ${library.risks.size} risks judged under ${assessment.licenses.length} ${assessment.licenses.length === 1 ? 'license' : 'licenses'}.`,
    '',
  ].join('\n\n')
}

/** The counts, and the worst. */
function inShort({ applies, open, notFound }: Shown, { assessment, library }: ReportInput): string {
  const [worst] = applies
  const counts = (['critical', 'high', 'medium', 'low'] as const).flatMap((level) => {
    const count = risksOf(applies.filter(({ inherent }) => inherent?.level === level))
    return count > 0 ? [`${count} ${level}`] : []
  })
  const names = licenseNames(assessment.licenses, library.licenses)
  return [
    `- Assessed under ${names || 'no license'}.`,
    ...(assessment.licenses.length === 0
      ? []
      : [
          `- ${risksOf(applies)} of ${library.risks.size} risks apply${counts.length > 0 ? ` (${listed(counts)})` : ''}, ${risksOf(open)} are open, ${notFound.length} do not apply.`,
        ]),
    ...(worst ? [`- The worst: ${worst.title} (${worst.inherent?.level}).`] : []),
  ].join('\n')
}

/** A risk that comes to something else under another license is still one risk. */
function risksOf(findings: MergedFinding[]): number {
  return new Set(findings.map(({ risk }) => risk)).size
}

function changeTable(changes: Change[], library: Library): string {
  if (changes.length === 0) return 'No finding changes.'
  const rows = changes.map(({ license, what, before, after }) => [
    library.licenses.get(license)?.name ?? license,
    what,
    before,
    after,
  ])
  return table(['License', 'What', 'Before', 'After'], rows)
}
