import { type Answer, type Citation, outcomes, outcomeWords, placeWords } from '../index.ts'
import { plain, table } from './markdown-words.ts'
import type { ReportInput } from './types.ts'

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
      lines(answer).join('\n'),
    ]),
  ]
}

function lines(answer: Answer): string[] {
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
  } = answer
  return [
    `- **Models:** ${plain(models.join(', '))}`,
    ...reasons.map(({ statement, citations }) => `- **Decides:** ${sentence(statement)}${where(citations)}`),
    ...questions.map(({ question, fact }) => `- **Ask:** ${plain(question)} \`${fact}\``),
    ...(answer.path === 'not-decided'
      ? []
      : unless.map(
          ({ statement, outcome, questions: asked }) =>
            `- **Unless** ${plain(statement.replace(/\.$/, ''))} (ask ${asked.map(({ fact }) => `\`${fact}\``).join(', ')}): then ${outcomeWords[outcome]}.`,
        )),
    ...(threshold
      ? [
          `- **Threshold:** ${threshold.status.replace('-', ' ')} on ${threshold.countedOn ?? 'a day that is not stated'}, users of ${threshold.month ?? 'the month before'}.`,
        ]
      : []),
    ...duties.map(
      ({ title, is, words, example, because, performed, citations }) =>
        `- **${plain(title)}:** ${dutyWords[is]}${words === undefined || is === 'not' ? '' : `, “${plain(words)}”`}${example === undefined ? '' : `, such as “${plain(example)}”`}. ${because.join(' ')}${where(citations)}${performedWords[performed]}`,
    ),
    ...policy.map(({ says, citations }) => `- **Mind:** ${plain(says)}${where(citations)}`),
    ...open.map(
      ({ says, citations, said }) =>
        `- **Open or often got wrong:** ${plain(says)}${where(citations)}${said ? ` ${plain(`${said.who} (${said.dated}): ${said.says} Seen at ${said.seenAt}; it is no part of the license.`)}` : ''}`,
    ),
    ...past('Past use without a right', pastUnlicensedUse),
    ...past('Past breach', pastBreach),
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

function past(title: string, { is, since, what }: Answer['pastBreach']): string[] {
  if (is === 'none') return []
  const when = since === undefined ? '' : ` since ${since}`
  return [`- **${title}:** ${is === 'open' ? 'open' : 'yes'}${when}: ${plain(what.join('; '))}.`]
}

function where(citations: Citation[]): string {
  return citations.length === 0 ? '' : ` (${plain(placeWords(citations))})`
}

function sentence(words: string): string {
  return plain(/[.?]$/.test(words) ? words : `${words}.`)
}
