import { loadLibrary } from '../../../src/library/index.ts'
import { scenariosCompared } from './run.ts'

/** The table of docs/assessment.md: what is expected of each client, and what comes out. */
export async function scenarioTable(): Promise<string> {
  const compared = scenariosCompared(await loadLibrary())
  const rows = compared.map(({ scenario, use, license, expected, got, faults }) => [
    scenario,
    use,
    license,
    expected,
    got,
    faults.length === 0 ? 'yes' : faults.join('; '),
  ])
  const right = compared.filter(({ faults }) => faults.length === 0).length
  const paths = compared.filter(({ faults }) => !faults.some((fault) => fault.startsWith('path'))).length
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`
  return [
    `${compared.length} answers, ${paths} with the path expected or accepted, ${right} right in all that is compared.`,
    '',
    line(['Client', 'Use', 'License', 'Expected', 'Answer', 'All right']),
    line(['---', '---', '---', '---', '---', '---']),
    ...rows.map(line),
  ].join('\n')
}
