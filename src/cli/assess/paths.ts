import { citedWords, type LicensePath, licenseNames, outcomeWords } from '../../matter/index.ts'
import type { ReportInput } from './report.ts'
import { table } from './words.ts'

/** Which way the client can take, license by license, with what decides it and what could still turn it. */
export function pathsToMarkdown(input: ReportInput): string[] {
  const { assessment, library } = input
  if (assessment.paths.length === 0) return ['The matter names no model, so that no license is assessed.']
  return [
    ...(assessment.paths.length > 1 ? [countsToMarkdown(input)] : []),
    alike(assessment.paths)
      .map((paths) => pathToMarkdown(paths, library))
      .join('\n'),
  ]
}

/** Paths that lead the same way for the same reasons, together. */
function alike(paths: LicensePath[]): LicensePath[][] {
  const found = new Map<string, LicensePath[]>()
  for (const path of paths) {
    const reasons = [...path.reasons, ...path.unless].map(({ statement }) => statement)
    const key = JSON.stringify([path.outcome, reasons])
    found.set(key, [...(found.get(key) ?? []), path])
  }
  return [...found.values()]
}

/** The licenses side by side. */
function countsToMarkdown({ assessment: { paths, findings }, library }: ReportInput): string {
  const rows = paths.map(({ license, outcome }) => {
    const own = findings.filter((one) => one.license === license)
    const applying = (level: string) =>
      own.filter(({ status, inherent }) => status === 'applies' && inherent?.level === level).length
    const open = own.filter(({ status }) => status === 'open').length
    const counts = [...['critical', 'high', 'medium', 'low'].map(applying), open]
    return [library.licenses.get(license)?.name ?? license, outcomeWords[outcome], ...counts.map(String)]
  })
  return table(['License', 'Path', 'Critical', 'High', 'Medium', 'Low', 'Open'], rows)
}

function pathToMarkdown(paths: LicensePath[], library: ReportInput['library']): string {
  const { outcome, reasons, unless } = paths[0]!
  const names = licenseNames(
    paths.map(({ license }) => license),
    library.licenses,
  )
  const places = (at: number) => {
    const words = citedWords(
      paths.flatMap((path) => path.reasons[at]!.citations),
      library.licenses,
    )
    // One license stands in the line above.
    return paths.length === 1 ? words.replace(/^[^,]+, /, '') : words
  }
  const because =
    outcome === 'open'
      ? unless.map((one) => `  - Open: whether ${turned(one)}`)
      : [
          ...reasons.map(({ statement }, at) => `  - ${statement.replace(/\.$/, '')} (${places(at)})`),
          ...unless.map((one) => `  - Unless ${turned(one)}`),
        ]
  return [`- **${names}: ${outcomeWords[outcome]}**`, ...because].join('\n')
}

function turned({ statement, outcome, questions }: LicensePath['unless'][number]): string {
  const asked = questions.map(({ fact }) => `\`${fact}\``).join(', ')
  return `“${statement}” applies (ask ${asked}); if so, ${outcomeWords[outcome]}`
}
