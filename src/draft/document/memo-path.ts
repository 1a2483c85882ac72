import { longDate, sentenceCase } from '../../in-words.ts'
import type { Library } from '../../library/index.ts'
import {
  type Assessment,
  citedWords,
  type LicensePath,
  licenseNames,
  type MergedFinding,
  openOnce,
  outcomeWords,
  type PathOutcome,
} from '../../matter/index.ts'
import { valueWords } from '../template/helper/print.ts'

/** The way that the client can take under the licenses that have the same one. */
export interface MemoPath {
  licenses: string
  outcome: string
  reasons: string[]
  /** What could still turn it, and the question that tells. */
  unless: string[]
}

/** The license path, licenses with the same one told once. */
export function memoPaths({ paths }: Assessment, library: Library): MemoPath[] {
  const several = new Set(paths.map(({ use }) => use)).size > 1
  const named = (group: LicensePath[]) => {
    const names = licenseNames(
      group.map(({ license }) => license),
      library.licenses,
    )
    return several ? `${group[0]!.use}, under ${names}` : names
  }
  const groups = new Map<string, LicensePath[]>()
  for (const path of paths) {
    const key = JSON.stringify([path.use, path.outcome, path.reasons.map(({ statement }) => statement)])
    groups.set(key, [...(groups.get(key) ?? []), path])
  }
  return [...groups.values()].map((group) => {
    const { outcome, reasons, unless } = group[0]!
    return {
      licenses: named(group),
      outcome: outcomeWords[outcome],
      reasons: reasons.map(({ statement }, at) => {
        const citations = group.flatMap((path) => path.reasons[at]!.citations)
        return `${statement.replace(/\.$/, '')} (${citedWords(citations, library.licenses)}).`
      }),
      unless: unless.map(
        ({ statement, outcome: then, citations, questions }) =>
          `${statement} (${citedWords(citations, library.licenses)}): then ${outcomeWords[then]}. ${questions.map(({ question }) => question).join(' ')}`,
      ),
    }
  })
}

/** Five sentences that a reader in a hurry takes away, each from the findings. */
export function bottomLine(
  merged: readonly MergedFinding[],
  assessment: Assessment,
  library: Library,
): string[] {
  const applies = merged.filter(({ status }) => status === 'applies')
  const open = openOnce(merged)
  return [
    ...pathSentence(assessment, library),
    thresholdSentence(assessment, library),
    risksSentence(applies, library),
    actionSentence(applies),
    openSentence(open),
  ].filter((sentence) => sentence !== '')
}

/** Licenses with the same outcome in one breath, each outcome with what decides it first. */
function pathSentence({ paths }: Assessment, library: Library): string[] {
  if (paths.length === 0) return ['The matter names no model, so that no license could be assessed.']
  const groups = new Map<PathOutcome, LicensePath[]>()
  for (const path of paths) groups.set(path.outcome, [...(groups.get(path.outcome) ?? []), path])
  const parts = [...groups].map(([outcome, group]) => {
    const names = licenseNames([...new Set(group.map(({ license }) => license))], library.licenses)
    const first = group[0]!.reasons[0]!
    const citations = group.flatMap(({ reasons }) =>
      reasons.flatMap((one) => (one.statement === first.statement ? one.citations : [])),
    )
    const because = `${lowered(first.statement.replace(/\.$/, ''))} (${citedWords(citations, library.licenses)})`
    return `under ${names} ${verdicts[outcome]}: ${because}`
  })
  return [`${sentenceCase(parts.join('; '))}.`]
}

const verdicts: Record<PathOutcome, string> = {
  ...outcomeWords,
  'clarify-with-meta': 'the use should be clarified with Meta',
  'not-usable': 'the models are not usable for this',
  'not-decided': 'it is not decided whether the models may be used',
  'go-with-duties': 'the community license is enough, with duties',
  go: 'the community license is enough',
}

/** The count that comes nearest to its threshold, or past it. */
function thresholdSentence({ thresholds }: Assessment, library: Library): string {
  const [nearest] = thresholds.toSorted(
    (a, b) => (a.margin ?? Number.NEGATIVE_INFINITY) - (b.margin ?? Number.NEGATIVE_INFINITY),
  )
  if (!nearest) return ''
  const { license, month, users, threshold, status } = nearest
  const name = library.licenses.get(license)?.name ?? license
  const when = month === undefined ? 'the month that counts' : longDate(month)
  const place = `(${
    citedWords(
      nearest.leftOpen.flatMap(({ citations }) => citations),
      library.licenses,
    ) || name
  })`
  const limit = `the threshold of ${valueWords(threshold)}`
  if (users === undefined)
    return `How many users the client had in ${when} is not known; ${limit} counts then ${place}.`
  const result = {
    below: 'below',
    above: 'above',
    open: 'not safely below',
    'not-known': 'not known to be below',
  }[status]
  const which = thresholds.length > 1 ? 'The count that comes nearest is' : 'The client counts'
  return `${which} ${valueWords(users)} users in ${when}, ${result} ${limit} ${place}.`
}

type Findings = readonly MergedFinding[]

function risksSentence(applies: Findings, library: Library): string {
  const [worst] = applies
  if (!worst) return `None of the ${library.risks.size} risks of the library applies.`
  const count = new Set(applies.map(({ risk }) => risk)).size
  const where = citedWords(worst.citations, library.licenses)
  return `${sentenceCase(`${valueWords(count)} of the ${library.risks.size} risks that the library knows ${count === 1 ? 'applies' : 'apply'}`)}; the gravest is ${worst.inherent?.level}: ${lowered(worst.title)}${where === '' ? '' : ` (${where})`}.`
}

function actionSentence([worst]: Findings): string {
  const first = worst?.mitigations[0]
  if (!first) return 'No measure is needed beyond those in place.'
  return `The first measure is for the ${lowered(first.who)}, ${first.by}: ${lowered(first.what.replace(/\.$/, ''))}.`
}

function openSentence(open: Findings): string {
  const questions = [...new Set(open.flatMap((finding) => finding.questions.map(({ question }) => question)))]
  if (questions.length === 0) return 'No question is open.'
  const one = questions.length === 1
  return `${one ? 'One question is' : `${questions.length} questions are`} open, the first: ${questions[0]}`
}

/** Within a sentence; a name or an abbreviation keeps its capitals. */
function lowered(text: string): string {
  return /^\p{Lu}\p{Ll}/u.test(text) && !/^(?:Meta|Llama|California|Weights? of Llama)\b/.test(text)
    ? text.charAt(0).toLowerCase() + text.slice(1)
    : text
}
