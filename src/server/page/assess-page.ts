import { sentenceCase } from '../../in-words.ts'
import type { Library } from '../../library/index.ts'
import {
  type Answer,
  type Assessment,
  type Citation,
  licenseNames,
  outcomes,
  outcomeWords,
  type PathReason,
} from '../../matter/index.ts'
import { controlsOf } from '../assess/address.ts'
import { assessExamples } from '../assess/examples.ts'
import type { Answers, AssessQuestion, Control } from '../assess/types.ts'
import { countedNumbers } from './where.ts'

/** What the page shows: the questions with what was chosen, and what an assessment makes of it. */
export interface AssessPage {
  library: Library
  questions: AssessQuestion[]
  answers: Answers
  assessment: Assessment
}

/** Everything that `web/views/assess.hbs` names. */
export function assessPageView({ library, questions, answers, assessment }: AssessPage) {
  const leads = leadsOf(questions)
  const rows = assessment.answers
    .filter((answer) => answer.license !== undefined)
    .toReversed()
    .map((answer) => rowView(answer, { library, leads }))
  const asked = new Set(rows.flatMap(({ asks }) => asks))
  const first = new Set(rows.flatMap(({ question }) => question?.control ?? []))
  const picked = pickedLicenses(answers, questions, library)
  const yours = rows.filter(({ id }) => picked.has(id)).map((row) => ({ ...row, picked: true }))
  return {
    title: 'Can we use it?',
    sentence: 'Eight questions, and at once the answer under every license, with the section that decides.',
    assessPage: true,
    script: 'assess.js',
    wide: true,
    questions: questions.map(({ title, help, controls }, at) => ({
      at: at + 1,
      title,
      help,
      controls: controls
        .filter(({ name, onDemand }) => !onDemand || answers.has(name) || asked.has(name))
        .map((control) => controlView(control, answers, first)),
    })),
    // On paper the answers are words, and what is not answered is not there.
    told: toldOf(questions, answers),
    answered: questions.filter(({ controls }) => controls.some(({ name }) => answers.has(name))).length,
    begun: answers.size > 0,
    verdicts: verdictsOf(assessment.answers, library),
    // Whoever was sent the link sees first what it is about.
    rows: [...yours, ...rows.filter(({ id }) => !picked.has(id))],
    yours,
    // The memo’s form begins with them, and no address holds them.
    memo: [...answers].flatMap(([name, values]) => values.map((value) => ({ name, value }))),
    examples: assessExamples,
    counted: countedNumbers(library),
  }
}

function controlView(control: Control, answers: Answers, first: ReadonlySet<string>) {
  const { name, label, set, options, folded } = control
  const chosen = answers.get(name) ?? []
  const said = options.filter(({ value }) => chosen.includes(value))
  return {
    name,
    id: `q-${name}`,
    label,
    list: set === 'one',
    folded,
    open: folded && first.has(name),
    said: said.map((one) => one.name).join(', '),
    options: options.map(({ value, name: words }) => ({
      value,
      name: words,
      id: `q-${name}-${value}`,
      chosen: chosen.includes(value),
    })),
  }
}

/** What was answered, question by question. */
function toldOf(questions: AssessQuestion[], answers: Answers) {
  return questions.flatMap(({ title, controls }) => {
    const said = controls.flatMap(({ name, label, options }) => {
      const chosen = options.filter(({ value }) => answers.get(name)?.includes(value))
      return chosen.length === 0 ? [] : [{ label, words: chosen.map((one) => one.name).join(', ') }]
    })
    return said.length === 0 ? [] : [{ title, said }]
  })
}

/** The control that answers a fact, by the fact’s path without places in lists. */
type Leads = ReadonlyMap<string, string>

function leadsOf(questions: AssessQuestion[]): Leads {
  const leads = controlsOf(questions).flatMap(({ name, facts }) =>
    facts.map((fact): [string, string] => [fact, name]),
  )
  // Who meets it is asked for as the exposure too, which the same words answer.
  const audience = leads.find(([fact]) => fact === 'audience')
  return new Map([...leads.toReversed(), ...(audience ? [['exposure', audience[1]] as const] : [])])
}

function leadOf(fact: string, leads: Leads): string | undefined {
  const path = fact.replaceAll(/\[[^\]]*\]/g, '')
  const steps = path.split('.')
  const found = steps.map((_, at) => leads.get(steps.slice(0, steps.length - at).join('.')))
  return found.find((name) => name !== undefined)
}

interface RowNeeds {
  library: Library
  leads: Leads
}

/** Reasons that a row shows before it is unfolded. */
const shown = 3

function rowView(answer: Answer, { library, leads }: RowNeeds) {
  const license = library.licenses.get(answer.license!)!
  const { path, questions, unless, duties, models, withoutRight } = answer
  const open = path === 'not-decided'
  const asked = questions.map(({ fact, question }) => ({ question, control: leadOf(fact, leads) }))
  const next = asked.find(({ control }) => control !== undefined) ?? asked[0]
  const told = toldBy(answer, library).map(({ statement, citations }) => ({
    says: /[.!?]$/.test(statement) ? sentenceCase(statement) : `${sentenceCase(statement)}.`,
    places: placesOf(citations),
  }))
  const worst = open ? unless[0] : undefined
  const due = duties.filter(({ is, questions: own }) => is !== 'not' && own.length === 0)
  // A path that is decided may still leave a duty to a question: what it asks stands at the duty, whatever else is due.
  const hanging = open
    ? []
    : duties.flatMap(({ title, questions: own, citations }) => {
        const questions = own.map(({ fact, question: words }) => ({ words, control: leadOf(fact, leads) }))
        const question = questions.find(({ control }) => control !== undefined) ?? questions[0]
        return question ? [{ title, question, places: placesOf(citations) }] : []
      })
  return {
    id: license.id,
    name: license.name,
    released: license.released,
    // One stands for each model that was picked, where a license is judged as if.
    models: [...new Set(models)].filter((name) => name !== license.name).join(', '),
    path,
    outcome: outcomeWords[path],
    reasons: told.slice(0, shown),
    more: told.slice(shown),
    question: next && {
      words: next.question,
      control: next.control,
      others: [
        ...new Map(
          asked.map(({ control, question }) => [control ?? question, { control, words: question }]),
        ).values(),
      ].filter(({ control, words }) => control !== next.control || words !== next.question),
    },
    worst: worst && {
      outcome: outcomeWords[worst.outcome],
      places: placesOf(worst.citations),
    },
    duties: due.map(({ title, words, is, duty, citations }) => ({
      title,
      // The notice’s text is a paragraph, and stands in the notice.
      words: duty === 'notice' ? undefined : words,
      open: is === 'open',
      places: placesOf(citations),
    })),
    hanging,
    // Where they would fall due stands beside that they do not.
    places: placesOf(duties.flatMap(({ citations }) => citations)),
    none: withoutRight ? 'none without a right' : open ? undefined : 'none of the four',
    asks: [
      ...asked.flatMap(({ control }) => control ?? []),
      ...duties.flatMap((one) => one.questions.flatMap(({ fact }) => leadOf(fact, leads) ?? [])),
    ],
  }
}

/**
 * What decides: of a use that goes, also why what it comes near does not stop it, and what the use policy draws a line
 * at; the rest of what it has to mind behind it. Which license it is, where files of a model contradict each other, is told of each.
 */
function toldBy({ path, reasons, open, policy }: Answer, { limits }: Library): PathReason[] {
  const isTold = path.startsWith('go')
  const lines = new Set(
    limits.flatMap(({ line, cites }) => (line === undefined ? [] : cites.map(({ topic }) => topic))),
  )
  const drawn = policy.filter(({ topic }) => lines.has(topic))
  const points = open.filter(({ decides, after }) => decides && (isTold || after === 'read-me'))
  const items = isTold ? [...drawn, ...policy.filter((one) => !drawn.includes(one))] : []
  return [...(path === 'not-decided' ? [] : reasons), ...points, ...items].map((one) =>
    'says' in one ? { statement: one.says, citations: one.citations } : one,
  )
}

/** Each place once, with the address of the clause; a heading over clauses that are cited says nothing more. */
function placesOf(citations: Citation[]) {
  const within = (above: Citation) =>
    citations.some(
      ({ document, section }) => document === above.document && section.startsWith(`${above.section}.`),
    )
  const told = citations.filter((one) => one.quotes.length > 0 || !within(one))
  const places = told.map(({ license, document, section, cited }) => ({
    cited,
    policy: document === 'use-policy',
    address: `/licenses/${license}#${document === 'use-policy' ? 'p' : 's'}-${section}`,
  }))
  return [...new Map(places.map((place) => [place.address, place])).values()]
}

/** The licenses by what is said of them, best first: the answer in one line each. */
function verdictsOf(answers: Answer[], { licenses }: Library) {
  return outcomes.toReversed().flatMap((path) => {
    const under = answers.flatMap((answer) =>
      answer.path === path && answer.license !== undefined ? [answer.license] : [],
    )
    return under.length === 0
      ? []
      : [{ path, outcome: outcomeWords[path], licenses: licenseNames(under, licenses) }]
  })
}

/** Licenses of the models that were picked. */
function pickedLicenses(
  answers: Answers,
  questions: AssessQuestion[],
  { models }: Library,
): ReadonlySet<string> {
  const controls = controlsOf(questions).filter(({ facts }) => facts.includes('models'))
  const names = controls.flatMap(({ name, options }) =>
    options.filter(({ value }) => answers.get(name)?.includes(value)).map((option) => option.name),
  )
  return new Set(models.filter(({ name }) => names.includes(name)).map(({ license }) => license))
}
