import { loadLibrary } from '../../../src/library/index.ts'
import { clientsFile, scenariosCompared } from './run.ts'

/** The table of docs/assessment.md: what is expected of each client, and what comes out. */
export async function scenarioTable(): Promise<string> {
  const library = await loadLibrary()
  const compared = scenariosCompared(library)
  const own = scenariosCompared(library, clientsFile)
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
  const head = ['Client', 'Use', 'License', 'Expected', 'Answer', 'All right']
  const widths = head.map((_, at) => Math.max(...[head, ...rows].map((cells) => cells[at]!.length)))
  const line = (cells: string[]) => `| ${cells.map((cell, at) => cell.padEnd(widths[at]!)).join(' | ')} |`
  return [
    `${compared.length} answers, ${paths} with the path expected or accepted, ${right} right in all that is compared.`,
    '',
    line(head),
    line(widths.map((width) => '-'.repeat(width))),
    ...rows.map(line),
    '',
    `Of our own clients ${own.filter(({ faults }) => faults.length === 0).length} of ${own.length} answers are right in all that is compared.`,
  ].join('\n')
}
