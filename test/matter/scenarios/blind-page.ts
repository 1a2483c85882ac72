import { blindClients } from './blind.ts'
import type { Compared } from './compare.ts'
import { differencesOf, type Judged, judgedDifferences, keyOf } from './differences.ts'
import type { Scenario, ScenarioAnswer } from './scenario.ts'

/** How many answers there are, how many paths are equal or accepted, and how many are equal in all that is compared. */
export function agreement(compared: Compared[]): { answers: number; paths: number; all: number } {
  return {
    answers: compared.length,
    paths: compared.filter(({ faults }) => !faults.some((fault) => fault.startsWith('path'))).length,
    all: compared.filter(({ faults }) => faults.length === 0).length,
  }
}

/**
 * docs/answers.md: each blind client with its story, the reader’s answers in a table, and below it what the program says
 * otherwise, with who is right.
 */
export function blindPage(compared: Compared[]): string {
  const clients = blindClients()
  const { answers, paths, all } = agreement(compared)
  const judged = new Map(judgedDifferences().map((one) => [keyOf(one), one]))
  const differing = differencesOf(compared)
  return [
    '# Answers of two blind readers, and of the program',
    '',
    '<!-- Written by `npm run assessment` from test/matter/scenarios/blind; change it there. -->',
    '',
    `${clients.length} invented clients with ${answers} answers by use and license, written from the stories and the official texts by two readers who had seen neither the program nor its library. Of these answers the program gives ${paths} the same or an accepted path, and ${all} the same in all that is compared. Each table is the reader’s; a path or a count of users that the program has otherwise stands below it, with the section and who is right. What it words or cites otherwise besides is not judged here. How they were made and compared: [assessment](assessment.md). Test data, not legal advice.`,
    '',
    'Duties: a copy of the agreement, the display, the name of an AI model (prefix), the notice file. Sections: as `../shared/scenarios/README.md` counts them.',
    ...clients.flatMap((client) => [
      '',
      ...clientPart(
        client,
        compared,
        differing.flatMap((one) => {
          const found = judged.get(keyOf(one))
          return one.client === client.id && found ? [found] : []
        }),
      ),
    ]),
    '',
  ].join('\n')
}

function clientPart(client: Scenario, compared: Compared[], differences: Judged[]): string[] {
  const { id, title, story = '', answers } = client
  const got = ({ use, license }: ScenarioAnswer) =>
    compared.find((one) => one.scenario === id && one.use === use && one.license === license)?.got
  const head = ['Use', 'License', 'Path', 'Deciding', 'Duties', 'Threshold', 'Past', 'Open']
  return [
    `## ${title}`,
    '',
    cell(story),
    '',
    ...table([
      head,
      ...answers.by_use.map((answer) => [
        answer.use,
        answer.license,
        got(answer) === answer.path ? answer.path : `${answer.path} (program: ${got(answer)})`,
        answer.deciding.join(', '),
        dutiesOf(answer),
        thresholdOf(client, answer),
        pastOf(answer),
        answer.open.join(' '),
      ]),
    ]),
    ...(differences.length > 0 ? ['', ...differencesIn(differences)] : []),
  ]
}

/** Differences with one reason stand together. */
function differencesIn(differences: Judged[]): string[] {
  const reasons = new Map<string, Judged[]>()
  for (const one of differences) {
    const key = `${one.use} ${one.license} ${one.why}`
    reasons.set(key, [...(reasons.get(key) ?? []), one])
  }
  return [...reasons.values()].map((ones) => {
    const { use, license, right, section, why } = ones[0]!
    const points = [...new Set(ones.map(({ what }) => what.replaceAll('_', ' ')))].join(', ')
    const who = right === 'both' ? 'either is tenable' : `the ${right} is right`
    return `- ${use}, ${license}, ${points}: ${who} (${section}). ${cell(why)}`
  })
}

function dutiesOf({ duties }: ScenarioAnswer): string {
  const named = Object.entries(duties).flatMap(([duty, { is, words }]) =>
    is === 'not' ? [] : [`${duty} ${is}${words === undefined || is !== 'applies' ? '' : ` “${words}”`}`],
  )
  return named.length > 0 ? named.join('; ') : 'none'
}

function thresholdOf({ answers }: Scenario, { license }: ScenarioAnswer): string {
  const found = answers.threshold.find((one) => one.license === license)
  if (!found) return ''
  const count = typeof found.count === 'number' ? found.count.toLocaleString('en-US') : String(found.count)
  return `${found.result}: ${count} (${found.month})`
}

function pastOf({ past_unlicensed_use: unlicensed, past_breach: breach }: ScenarioAnswer): string {
  const told = [
    ...(unlicensed === 'none' ? [] : [`without a right: ${unlicensed}`]),
    ...(breach === 'none' ? [] : [`breach: ${breach}`]),
  ]
  return told.length > 0 ? told.join('; ') : 'none'
}

function table(rows: string[][]): string[] {
  const cells = rows.map((one) => one.map(cell))
  const widths = cells[0]!.map((_, at) => Math.max(3, ...cells.map((one) => one[at]!.length)))
  const line = (one: string[]) => `| ${one.map((words, at) => words.padEnd(widths[at]!)).join(' | ')} |`
  const [head, ...body] = cells
  return [line(head!), line(widths.map((width) => '-'.repeat(width))), ...body.map(line)]
}

function cell(words: string): string {
  return words.replace(/\s+/g, ' ').replaceAll('|', '\\|').trim()
}
