import { grouped } from '../../in-words.ts'
import { citedWords, licenseNames, type ThresholdCount } from '../index.ts'
import { plain, table } from './markdown-words.ts'
import type { ReportInput } from './types.ts'

/** The count of users against the threshold, license by license, with what is uncertain in it. */
export function usersToMarkdown({ assessment: { thresholds }, library }: ReportInput): string[] {
  if (thresholds.length === 0) return ['No license that is assessed has a threshold of users.']
  const name = (id: string) => library.licenses.get(id)?.name ?? id
  const rows = thresholds.map(({ license, month, users, threshold, margin, status }) => [
    name(license),
    month ?? 'not stated',
    users === undefined ? 'not known' : grouped(users),
    grouped(threshold),
    margin === undefined ? 'not known' : grouped(margin),
    `**${status}**`,
  ])
  const uncertain = [
    ...shared(thresholds, ({ warnings }) => warnings).map(
      ([warning, of]) => `- ${plain(warning)}${of.length === thresholds.length ? '' : ` (${names(of)})`}`,
    ),
    ...shared(thresholds, ({ leftOpen }) => leftOpen.map(({ statement }) => statement)).map(
      ([statement, of]) => `- The text leaves open: ${statement} (${cited(statement, of)})`,
    ),
  ]
  return [
    table(['License', 'Month', 'Users', 'Threshold', 'Margin', 'Result'], rows),
    ...(uncertain.length > 0 ? [uncertain.join('\n')] : []),
  ]

  function names(of: ThresholdCount[]): string {
    return licenseNames(
      of.map(({ license }) => license),
      library.licenses,
    )
  }

  function cited(statement: string, of: ThresholdCount[]): string {
    const citations = of.flatMap(({ leftOpen }) =>
      leftOpen.flatMap((one) => (one.statement === statement ? one.citations : [])),
    )
    return citedWords(citations, library.licenses)
  }
}

/** Lines that several counts share, each once, with the counts that have it. */
function shared(
  counts: ThresholdCount[],
  lines: (count: ThresholdCount) => string[],
): [string, ThresholdCount[]][] {
  const found = new Map<string, ThresholdCount[]>()
  for (const count of counts)
    for (const line of lines(count)) found.set(line, [...(found.get(line) ?? []), count])
  return [...found]
}
