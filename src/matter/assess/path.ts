import type { Library } from '../../library/index.ts'
import type { Finding, LicensePath, PathOutcome, PathReason } from '../types.ts'
import { citationsOf } from './citations.ts'

const worse: PathOutcome[] = ['clarify-in-a-side-letter', 'separate-license-needed', 'not-usable']

/** A finding that turns the path, and how far. */
interface Turn {
  finding: Finding
  rank: number
}

/**
 * Which way the client can take under a license: the worst that a finding that applies leads to, and which open
 * findings could still make it worse. It is open where nothing that applies leads away from the community license and
 * something open may lead out of it.
 */
export function pathOf(license: string, findings: Finding[], library: Library): LicensePath {
  const turns = findings.flatMap((finding): Turn[] => {
    const path = library.risks.get(finding.risk)?.path
    return path && finding.status !== 'does-not-apply' ? [{ finding, rank: worse.indexOf(path) }] : []
  })
  const applying = turns.filter(({ finding }) => finding.status === 'applies')
  const rank = Math.max(-1, ...applying.map((one) => one.rank))
  const open = turns
    .filter((one) => one.finding.status === 'open' && one.rank > rank)
    .sort((a, b) => b.rank - a.rank)
  const undecided = rank < 0 && open.some((one) => one.rank > 0)
  const deciding = undecided
    ? open.filter((one) => one.rank > 0)
    : applying.filter((one) => one.rank === rank)
  return {
    license,
    outcome: undecided ? 'open' : rank >= 0 ? worse[rank]! : 'community-license-is-enough',
    reasons: deciding.length > 0 ? deciding.map(reasonOf) : [enough(license, library)],
    unless: open.map((one) => ({
      ...reasonOf(one),
      outcome: worse[one.rank]!,
      questions: one.finding.questions,
    })),
  }
}

function reasonOf({ finding }: Turn): PathReason {
  return { statement: finding.title, citations: finding.citations }
}

function enough(license: string, library: Library): PathReason {
  return {
    statement: 'Nothing in the assessment takes the use out of what the license grants.',
    citations: citationsOf(library, license, 'grant'),
  }
}
