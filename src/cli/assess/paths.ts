import { citedWords, type LicensePath, outcomeWords } from '../../matter/index.ts'
import type { ReportInput } from './report.ts'

/** Which way the client can take, license by license, with what decides it and what could still turn it. */
export function pathsToMarkdown({ assessment, library }: ReportInput): string[] {
  if (assessment.paths.length === 0) return ['The matter names no model, so that no license is assessed.']
  return [assessment.paths.map((path) => pathToMarkdown(path, library)).join('\n')]
}

function pathToMarkdown({ license, outcome, reasons, unless }: LicensePath, library: ReportInput['library']) {
  const name = library.licenses.get(license)?.name ?? license
  const because = reasons.map(
    ({ statement, citations }) => `  - ${statement} (${placesIn(citations, library)})`,
  )
  const turning = outcome === 'open' ? [] : unless.map((one) => `  - Unless: ${turned(one)}`)
  const asks = outcome === 'open' ? unless.map((one) => `  - Open: ${turned(one)}`) : turning
  return [`- **${name}: ${outcomeWords[outcome]}**`, ...(outcome === 'open' ? [] : because), ...asks].join(
    '\n',
  )
}

function turned({ statement, outcome, questions }: LicensePath['unless'][number]): string {
  const asked = questions.map(({ fact }) => `\`${fact}\``).join(', ')
  return `${statement}: then ${outcomeWords[outcome]} (ask ${asked})`
}

/** The sections alone: the license stands in the line above. */
function placesIn(citations: LicensePath['reasons'][number]['citations'], library: ReportInput['library']) {
  return citedWords(citations, library.licenses).replace(/^[^,]+, /, '')
}
