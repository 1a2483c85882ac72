import { withoutStop } from '../../in-words.ts'
import type { Library } from '../../library/index.ts'
import { type Answer, type Citation, citedWords, outcomes, outcomeWords, placeWords } from '../index.ts'
import { plain, table } from './markdown-words.ts'
import type { ReportInput } from './types.ts'

type Licenses = Library['licenses']

/** The answers at a glance, worst first, then each in full. */
export function answersToMarkdown({ assessment: { answers }, library }: ReportInput): string[] {
  if (answers.length === 0) return ['The matter names no model, so that no license is assessed.']
  const name = (license: string | undefined) =>
    license === undefined ? 'not known' : (library.licenses.get(license)?.name ?? license)
  const worst = answers.toSorted((a, b) => outcomes.indexOf(a.path) - outcomes.indexOf(b.path))
  const rows = worst.map(({ use, license, path, reasons, questions, company, licensor }) => [
    plain(use),
    name(license),
    `**${outcomeWords[path]}**`,
    plain(path === 'not-decided' && questions[0] ? questions[0].question : (reasons[0]?.statement ?? '')),
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
    ...reasons.map(
      ({ statement, citations }) => `- **Decides:** ${sentence(statement)}${where(citations, licenses)}`,
    ),
    ...questions.map(({ question, fact }) => `- **Ask:** ${plain(question)} \`${fact}\``),
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
    ...past('Past use without a right', pastUnlicensedUse, licenses),
    ...past('Past breach', pastBreach, licenses),
    ...wayOut.map((one) => `- **Way out:** ${plain(one)}`),
  ]
}

const dutyWords = { applies: 'applies', open: 'open', not: 'does not apply' }
const performedWords = {
  yes: ' Done today.',
  partly: ' Done in part today.',
  no: ' Not done today.',
  'not-known': ' Not told whether it is done.',
  'not-needed': '',
}

function past(
  title: string,
  { is, since, until, what, citations }: Answer['pastBreach'],
  licenses: Licenses,
): string[] {
  if (is === 'none') return []
  const when = `${since === undefined ? '' : ` since ${since}`}${until === undefined ? '' : ` until ${until}`}`
  return [
    `- **${title}:** ${is === 'open' ? 'open' : 'yes'}${when}: ${plain(what.join('; '))}.${where(citations, licenses)}`,
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
