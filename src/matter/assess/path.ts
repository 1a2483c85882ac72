import type { Library } from '../../library/index.ts'
import type { Finding, LicensePath, PathOutcome } from '../types.ts'
import { citationsOf } from './citations.ts'

const worse: PathOutcome[] = ['clarify-in-a-side-letter', 'separate-license-needed', 'not-usable']

/**
 * Which way the client can take under a license: the worst that a finding that applies leads to. An open finding
 * that could make it worse leaves it open.
 */
export function pathOf(license: string, findings: Finding[], library: Library): LicensePath {
  const turning = findings.flatMap((finding) => {
    const path = library.risks.get(finding.risk)?.path
    return path && finding.status !== 'does-not-apply' ? [{ finding, rank: worse.indexOf(path) }] : []
  })
  const rankOf = (status: Finding['status']) =>
    Math.max(-1, ...turning.filter(({ finding }) => finding.status === status).map(({ rank }) => rank))
  const [applies, open] = [rankOf('applies'), rankOf('open')]
  const outcome: PathOutcome =
    open > Math.max(applies, 0) ? 'open' : applies >= 0 ? worse[applies]! : 'community-license-is-enough'
  const deciding = turning.filter(({ finding, rank }) =>
    outcome === 'open'
      ? finding.status === 'open' && rank === open
      : finding.status === 'applies' && rank === applies,
  )
  return {
    license,
    outcome,
    reasons:
      deciding.length > 0
        ? deciding.map(({ finding }) => ({ statement: finding.title, citations: finding.citations }))
        : [
            {
              statement: 'Nothing in the assessment takes the use out of what the license grants.',
              citations: citationsOf(library, license, 'grant'),
            },
          ],
  }
}
