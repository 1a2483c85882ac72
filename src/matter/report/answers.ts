import { withoutStop } from '../../in-words.ts'
import type { Library } from '../../library/index.ts'
import { type Answer, type Citation, citedWords, outcomes, outcomeWords, placeWords } from '../index.ts'
import { plain, table } from './markdown-words.ts'
import type { ReportInput } from './types.ts'

type Licenses = Library['licenses']

/** The answers at a glance, worst first, then each in full. */
export function answersToMarkdown({ assessment: { answers, retired }, library }: ReportInput): string[] {
  if (answers.length === 0) {
    return [
      retired.length > 0
        ? 'Every model of the matter is retired, so that its past alone is told.'
        : 'The matter names no model, so that no license is assessed.',
    ]
  }
  const name = (license: string | undefined) => nameOf(license, library.licenses)
  const worst = answers.toSorted((a, b) => outcomes.indexOf(a.path) - outcomes.indexOf(b.path))
  const rows = worst.map(({ use, license, path, reasons, questions, company, licensor }) => [
    plain(use),
    name(license),
    `**${outcomeWords[path]}**`,
    plain(
      path === 'not-decided' && questions[0] && license !== undefined
        ? questions[0].question
        : (reasons[0]?.statement ?? ''),
    ),
    plain(licensor === undefined ? company : `${company} with ${licensor}`),
  ])
  return [
    table(['Use', 'License', 'Answer', 'Because', 'Parties'], rows),
    ...worst.flatMap((answer) => [
      `### ${plain(answer.use)}, under ${name(answer.license)}: ${outcomeWords[answer.path]}`,
      lines(answer, library.licenses).join('\n'),
    ]),
  ]
}

/** Uses that are over, each as it was: since when, under which license, what was not allowed, what ends it. */
export function retiredToMarkdown({ assessment: { retired }, library }: ReportInput): string[] {
  return retired.flatMap((answer) => {
    const { use, license, models, pastUnlicensedUse, pastBreach } = answer
    const past = [
      ...pastLines('Past use without a right', pastUnlicensedUse, library.licenses),
      ...pastLines('Past breach', pastBreach, library.licenses),
    ]
    return [
      `### ${plain(use)}, under ${nameOf(license, library.licenses)}: over`,
      [
        `- **Models:** ${plain(models.join(', '))}, retired`,
        ...(past.length > 0
          ? past
          : ['- **Past:** nothing without a right and nothing against a duty, as far as told.']),
      ].join('\n'),
    ]
  })
}

function nameOf(license: string | undefined, licenses: Licenses): string {
  return license === undefined ? 'not known' : (licenses.get(license)?.name ?? license)
}

function lines(answer: Answer, licenses: Licenses): string[] {
  const {
    models,
    reasons,
    questions,
    unless,
    duties,
    policy,
    open,
    pastUnlicensedUse,
    pastBreach,
    wayOut,
    threshold,
    path,
  } = answer
  return [
    `- **Models:** ${plain(models.join(', '))}`,
    ...(path === 'not-decided' && unless.length > 0
      ? asked(unless, licenses)
      : [
          ...reasons.map(
            ({ statement, citations }) =>
              `- **Decides:** ${sentence(statement)}${where(citations, licenses)}`,
          ),
          ...questions.map(({ question, fact }) => `- **Ask:** ${plain(question)} \`${fact}\``),
        ]),
    ...(answer.path === 'not-decided'
      ? []
      : unless.map(
          ({ statement, outcome, questions: asked }) =>
            `- **Unless** ${plain(withoutStop(statement))} (ask ${asked.map(({ fact }) => `\`${fact}\``).join(', ')}): then ${outcomeWords[outcome]}.`,
        )),
    ...(threshold ? [counted(threshold, path)] : []),
    ...duties.map(
      ({ title, is, words, example, because, performed, citations }) =>
        `- **${plain(title)}:** ${dutyWords[is]}${words === undefined || is === 'not' ? '' : `, “${plain(words)}”`}${example === undefined ? '' : `, such as “${plain(example)}”`}. ${because.join(' ')}${where(citations, licenses)}${performedWords[performed]}`,
    ),
    ...policy.map(({ says, citations }) => `- **Mind:** ${plain(says)}${where(citations, licenses)}`),
    ...open.map(
      ({ says, citations, said }) =>
        `- **Open or often got wrong:** ${plain(says)}${where(citations, licenses)}${said ? ` ${plain(`${said.who} (${said.dated}): ${said.says} Seen at ${said.seenAt}; it is no part of the license.`)}` : ''}`,
    ),
    ...pastLines('Past use without a right', pastUnlicensedUse, licenses),
    ...pastLines('Past breach', pastBreach, licenses),
    ...unsaid(wayOut, pastUnlicensedUse, pastBreach).map((one) => `- **Way out:** ${plain(one)}`),
  ]
}

/** A past that many facts leave open is told by the first. */
const most = 6

function shortened(what: string[]): string[] {
  return what.length > most
    ? [...what.slice(0, told), `and ${what.length - told} more, all told in the JSON`]
    : what
}

/** More than so many things that hang on the same questions are counted, and the first told. */
const told = 3

/** What has to be known, each time with what hangs on it, worst first. */
function asked(unless: Answer['unless'], licenses: Licenses): string[] {
  const groups = new Map<string, Answer['unless']>()
  for (const one of unless) {
    const key = one.questions.map(({ fact }) => fact).join(' ')
    groups.set(key, [...(groups.get(key) ?? []), one])
  }
  return [...groups.values()].map((group) => {
    const questions = group[0]!.questions.map(({ question, fact }) => `${plain(question)} \`${fact}\``)
    const hangs = group
      .slice(0, told)
      .map(
        ({ statement, outcome, citations }) =>
          `${plain(withoutStop(statement))}${where(citations, licenses)}: then ${outcomeWords[outcome]}`,
      )
    const more = group.length - told
    return `- **Ask:** ${questions.join(' ')} On it hangs whether this holds: ${hangs.join('; ')}${more > 0 ? `; and ${more} more, all told in the JSON` : ''}.`
  })
}

/** Ways out that the past does not tell already. */
function unsaid(ways: string[], ...pasts: Answer['pastBreach'][]): string[] {
  const said = new Set(pasts.flatMap(({ is, ends }) => (is === 'none' ? [] : ends)))
  return ways.filter((one) => !said.has(one))
}

const dutyWords = { applies: 'applies', open: 'open', not: 'does not apply' }
const performedWords = {
  yes: ' Done today.',
  partly: ' Done in part today.',
  no: ' Not done today.',
  'not-known': ' Not told whether it is done.',
  'not-needed': '',
}

function pastLines(
  title: string,
  { is, since, until, what, ends, citations }: Answer['pastBreach'],
  licenses: Licenses,
): string[] {
  if (is === 'none') return []
  const when = `${since === undefined ? '' : ` since ${since}`}${until === undefined ? '' : ` until ${until}`}`
  return [
    `- **${title}:** ${is === 'open' ? 'open' : 'yes'}${when}: ${plain(shortened(what).join('; '))}.${where(what.length > most ? citations.slice(0, told) : citations, licenses)}${ends.length > 0 ? ` What ends it: ${plain(shortened(ends).join(' '))}` : ''}`,
  ]
}

/** Places; of a policy that comes with the model and is another license’s, with both names. */
function where(citations: Citation[], licenses: Licenses): string {
  const several = new Set(citations.map(({ license }) => license)).size > 1
  const words = several ? citedWords(citations, licenses) : placeWords(citations)
  return citations.length === 0 ? '' : ` (${plain(words)})`
}

/** A count that does not decide the use is told as such. */
function counted(threshold: NonNullable<Answer['threshold']>, path: Answer['path']): string {
  const { status, countedOn, month } = threshold
  const decides = status !== 'above' || path === 'separate-license' || path === 'not-usable'
  return `- **Threshold:** ${status.replace('-', ' ')} on ${countedOn ?? 'a day that is not stated'}, users of ${month ?? 'the month before'}${decides ? '' : '; it does not decide this use'}.`
}

function sentence(words: string): string {
  return plain(/[.?]$/.test(words) ? words : `${words}.`)
}
