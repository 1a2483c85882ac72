import type { Library } from '../../library/index.ts'
import type { Citation, Finding, MergedFinding } from '../types.ts'
import { citationsOf, withPolicyBeside } from './citations.ts'
import { citedWords } from './cited.ts'
import { fillCitations } from './reason.ts'

/**
 * Findings of one risk that come to the same under several licenses, told once, each with the citations of all. The
 * order stays.
 *
 * @example
 * mergeFindings(assess(matter, library).findings, library)[0]?.licenses
 */
export function mergeFindings(findings: Finding[], library: Library): MergedFinding[] {
  const groups = new Map<string, Finding[]>()
  for (const finding of findings) {
    const { risk, status, told, inherent, residual, shifts, questions } = finding
    const key = JSON.stringify([risk, status, told, inherent, residual, shifts, questions])
    groups.set(key, [...(groups.get(key) ?? []), finding])
  }
  return [...groups.values()].map((group) => merged(group, library))
}

function merged(group: Finding[], library: Library): MergedFinding {
  const { license: _, use: __, policyBeside: ___, told, ...first } = group[0]!
  const order = [...library.licenses.keys()]
  const own = group.toSorted((a, b) => order.indexOf(a.license) - order.indexOf(b.license))
  const licenses = [...new Set(own.map(({ license }) => license))]
  const cite = (topic: string) =>
    licenses.flatMap((license) => {
      const beside = own.find((one) => one.license === license && one.policyBeside)?.policyBeside
      return withPolicyBeside(beside, (id) => citationsOf(library, id, topic), license)
    })
  const citations = licenses.flatMap((id) => fullest(own.filter(({ license }) => license === id)))
  return {
    ...first,
    uses: [...new Set(group.map(({ use }) => use))],
    licenses,
    reason: fillCitations(told, cite, library.licenses),
    citations,
    quotes: quotesOf(citations, library),
    positions: [...new Set(own.flatMap(({ positions }) => positions))],
  }
}

/** Of one license the citations of the use for which most is quoted: what is quoted for it is in the item, for all. */
function fullest(findings: Finding[]): Citation[] {
  const quoted = ({ citations }: Finding) => citations.reduce((sum, { quotes }) => sum + quotes.length, 0)
  return findings.reduce((most, one) => (quoted(one) > quoted(most) ? one : most)).citations
}

function quotesOf(citations: Citation[], library: Library): MergedFinding['quotes'] {
  const groups = new Map<string, Citation[]>()
  for (const citation of citations) {
    if (citation.quotes.length === 0) continue
    const key = citation.quotes.map(({ text }) => text).join('\n')
    groups.set(key, [...(groups.get(key) ?? []), citation])
  }
  return [...groups.values()].map((group) => ({
    words: group[0]!.quotes.map(({ text }) => text),
    where: citedWords(group, library.licenses),
  }))
}

/**
 * Open findings are told by their questions alone, so that those with the same ones are one, as bad as the worst.
 *
 * @param findings in any status, worst first
 */
export function openOnce(findings: readonly MergedFinding[]): MergedFinding[] {
  const found = new Map<string, MergedFinding>()
  for (const finding of findings) {
    if (finding.status !== 'open') continue
    const key = JSON.stringify([finding.risk, finding.questions])
    const before = found.get(key)
    const licenses = [...new Set([...(before?.licenses ?? []), ...finding.licenses])]
    const uses = [...new Set([...(before?.uses ?? []), ...finding.uses])]
    found.set(key, before ? { ...before, uses, licenses } : finding)
  }
  return [...found.values()]
}
