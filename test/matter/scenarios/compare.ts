import type { Library } from '../../../src/library/index.ts'
import type { Answer, Assessment } from '../../../src/matter/index.ts'
import { places } from './places.ts'
import { notSaidOpen, wronglySaid } from './said.ts'
import type { Scenario, ScenarioAnswer } from './scenario.ts'

/** One answer compared with what is expected of it. */
export interface Compared {
  scenario: string
  use: string
  license: string
  expected: string
  got: string
  /** What is wrong, by kind; none where all agrees. */
  faults: string[]
}

/** Compares an assessment with the answers of a scenario. */
export function comparedWith(scenario: Scenario, assessment: Assessment, library: Library): Compared[] {
  return scenario.answers.by_use.map((expected) => {
    const answer = assessment.answers.find(
      ({ use, license }) => use === expected.use && (license === expected.license || license === undefined),
    )
    const head = {
      scenario: scenario.id,
      use: expected.use,
      license: expected.license,
      expected: expected.path,
    }
    if (!answer) return { ...head, got: 'no answer', faults: ['path: no answer'] }
    const faults = [
      ...pathFaults(expected, answer),
      ...dutyFaults(expected, answer),
      ...sectionFaults(expected, answer, library),
      ...thresholdFaults(scenario, expected, answer),
      ...pastFaults('past_unlicensed_use', expected.past_unlicensed_use, answer.pastUnlicensedUse),
      ...pastFaults('past_breach', expected.past_breach, answer.pastBreach),
      ...(expected.open.length > 0 && answer.open.length === 0 ? ['open: nothing is said to be open'] : []),
      ...notSaidOpen(answer, expected.open).map((point) => `open: not said: ${point}`),
      ...wronglySaid(answer, expected.must_not_say).map((wrong) => `said and must not be: ${wrong}`),
      ...licensorFaults(scenario, answer),
    ]
    return { ...head, got: answer.path, faults }
  })
}

function pathFaults(
  { path, also_accept: also = [], duties, question }: ScenarioAnswer,
  answer: Answer,
): string[] {
  const lenient =
    path === 'go' && [duties.display, duties.prefix].some(({ accept = [] }) => accept.includes('open'))
  const accepted = [path, ...also, ...(lenient ? ['go-with-duties'] : [])]
  return [
    ...(accepted.includes(answer.path) ? [] : [`path: ${answer.path}, not ${accepted.join(' or ')}`]),
    ...(question && answer.path === 'not-decided' && answer.questions.length === 0 ? ['question: none'] : []),
  ]
}

function dutyFaults({ duties }: ScenarioAnswer, answer: Answer): string[] {
  return Object.entries(duties).flatMap(([duty, { is, accept = [], words, text }]) => {
    const own = answer.duties.find((one) => one.duty === duty)
    if (!own) return [`duty ${duty}: missing`]
    const right = [is, ...accept].includes(own.is)
    const exact = own.is === 'applies' ? (words ?? text) : undefined
    return [
      ...(right ? [] : [`duty ${duty}: ${own.is}, not ${[is, ...accept].join(' or ')}`]),
      ...(exact !== undefined && own.words !== exact ? [`duty ${duty}: “${own.words}”, not “${exact}”`] : []),
    ]
  })
}

/** Sections that carry the reasoning are cited, as the library has them for that license. */
function sectionFaults({ deciding, policy }: ScenarioAnswer, answer: Answer, library: Library): string[] {
  const cited = (document: string, path: string) =>
    answer.deciding.some(
      (one) => one.document === document && (one.section === path || one.section.startsWith(`${path}.`)),
    )
  const wanted = [...deciding, ...policy.map(({ item }) => `policy ${item}`)]
  return [...new Set(wanted)].flatMap((section) => {
    const item = /^policy (.+)$/.exec(section)?.[1]
    if (item !== undefined) {
      const found = (places[item] ?? []).some((topic) => {
        const term = library.terms.get(`${answer.license}/${topic}`)
        return term && !term.absent && term.sections.some((path) => cited(term.document, path))
      })
      return found ? [] : [`section ${section} is not cited`]
    }
    const path = section.replace(
      /^definition of (.+)$/,
      (_, name: string) => `definition.${name.toLowerCase()}`,
    )
    return cited('agreement', path) ? [] : [`section ${section} is not cited`]
  })
}

function thresholdFaults(scenario: Scenario, { use, license }: ScenarioAnswer, answer: Answer): string[] {
  const expected = scenario.answers.threshold.find((one) => one.license === license)
  if (!expected || answer.company !== scenario.facts.client.name) return []
  const { threshold } = answer
  if (!threshold) return [`threshold: none for ${use}`]
  const results = [expected.result, ...(expected.accept ?? [])]
  return [
    ...(results.includes(threshold.status)
      ? []
      : [`threshold: ${threshold.status}, not ${results.join(' or ')}`]),
    ...(threshold.month === expected.month
      ? []
      : [`threshold: month ${threshold.month}, not ${expected.month}`]),
    ...(threshold.countedOn === expected.counted_on ? [] : [`threshold: day ${threshold.countedOn}`]),
    ...(typeof expected.count === 'number' && threshold.users !== expected.count
      ? [`threshold: ${threshold.users} users, not ${expected.count}`]
      : []),
  ]
}

function pastFaults(name: string, expected: string, got: Answer['pastBreach']): string[] {
  const is = expected === 'none' ? 'none' : /^open/.test(expected) ? 'open' : 'since'
  const day = /\d{4}-\d\d(?:-\d\d)?/.exec(expected)?.[0]
  return [
    ...(got.is === is ? [] : [`${name}: ${got.is} (${got.what.join('; ')}), not ${expected}`]),
    ...(got.is === is && day !== undefined && !alike(got.since, day)
      ? [`${name}: since ${got.since}, not ${day}`]
      : []),
  ]
}

/** A month is what a day of it is told as. */
function alike(got: string | undefined, day: string): boolean {
  return got !== undefined && (got.startsWith(day) || day.startsWith(got))
}

function licensorFaults({ answers }: Scenario, answer: Answer): string[] {
  const expected = answers.licensor.find((one) => one.for === answer.company)?.licensor
  // Where the place is not known, neither is the company.
  const unknown = /^open\b/.test(expected ?? '') && answer.licensor === undefined
  return expected === undefined || answer.license === undefined || unknown || expected === answer.licensor
    ? []
    : [`licensor: ${answer.licensor}, not ${expected}`]
}
