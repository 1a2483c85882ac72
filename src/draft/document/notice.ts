import { withoutStop } from '../../in-words.ts'
import type { Library, License, Term } from '../../library/index.ts'
import {
  type Answer,
  assess,
  citedWords,
  licenseNames,
  narrowCite,
  outcomeWords,
} from '../../matter/index.ts'
import { factsOf } from '../facts.ts'
import { listOf } from '../template/helper/print.ts'
import { type Markdown, markdown } from '../template/value.ts'
import { citedSentence } from './cited-sentence.ts'
import { type DutyVerdict, dutyVerdicts } from './duty-verdicts.ts'
import { innermost } from './innermost.ts'
import { manyOpen } from './many-open.ts'
import { shortWhere } from './memo-short-where.ts'
import { displaysOf, type ExactWords, noticesOf, prefixesOf } from './notice-copy.ts'
import { type NamedModel, namedModels } from './notice-names.ts'
import { type SameLaw, sameLaw } from './same-law.ts'
import type { DocumentKind, DraftInput } from './types.ts'
import { usedLicenses } from './used-licenses.ts'

/** A use that may not go on as it is, told before how anything is released. */
interface Barred {
  /** `chatbot, under Llama 4` */
  for: string
  verdict: string
  because: string
  wayOut: string
}

interface NoticeView {
  company: unknown
  /** `Llama 2, 3.1 and 3.2`. */
  names: string
  several: boolean
  /** Uses that no right carries, or that are not settled. */
  barred: Barred[]
  /** Whether there is a license under which something may be released. */
  releases: boolean
  /** `Llama 3.1`: those under which something may be released. */
  released: string
  duties: Printed<DutyVerdict>[]
  /** Whether a duty is not due for any use: what is told of it is for the day on which it is. */
  noticeNotDue: boolean
  displayNotDue: boolean
  namesNotDue: boolean
  copyNotDue: boolean
  notices: Printed<ExactWords>[]
  displays: Printed<ExactWords>[]
  prefixes: Printed<ExactWords>[]
  models: NamedModel[]
  /** Where a copy of each agreement is found. */
  agreements: { title: string; address: string; policy: string; policyAddress: string }[]
  /** Where the copy goes: `with the materials themselves`. */
  copyWith: string
  copyCite: string
  fineTuned: boolean
  /** The sections that ask for the notice in copies of the materials alone; empty where derivative works are named. */
  materialsAlone: string
  /** Who runs the models for the client. */
  provider: string
  dutiesCite: string
  /** What to check, from the terms, with their sections. */
  controls: { words: Markdown; cite: string }[]
  /** What a license does not ask for, and what follows. */
  silent: { names: string; words: Markdown }[]
  marks: SameLaw[]
}

/** With the names of its licenses. */
type Printed<T extends { licenses: License[] }> = Omit<T, 'licenses'> & { names: string }

/** The Notice file, the display, the names and the copies that the licenses demand, in their exact words. */
export const notice: DocumentKind<NoticeView> = {
  id: 'notice',
  title: 'Notice, Display and Naming',
  summary: 'The “Notice” file, the display and the model names that the licenses demand, word for word',
  needs: [
    'models[].model',
    'models[].license',
    'deployment',
    'service_provider',
    'fine_tuning.done',
    'output_training.models[].name',
    'output_training.models[].distributed',
    'output_training.models[].named_llama',
    'client.name',
    'client.short_name',
  ],
  reads: {
    judges: ['duties', 'rights'],
    assessment: ['answers'],
    topics: ['trademarks'],
    facts: [
      'agreement-copy.placement',
      'attribution-notice.notice_text',
      'attribution-notice.placement',
      'attribution-notice.objects',
      'built-with-display.display_text',
      'built-with-display.places',
      'model-naming.name_element',
      'model-naming.inputs',
    ],
  },
  view,
}

function view(input: DraftInput): NoticeView {
  const { matter, library } = input
  const used = usedLicenses(input)
  const { answers } = input.assessment ?? assess(input.given ?? matter, library)
  const licenses = used.filter(({ id }) =>
    answers.some((answer) => answer.license === id && !answer.withoutRight),
  )
  const client = factsOf(matter).client as Record<string, unknown>
  const namesOf = (some: License[]) =>
    licenseNames(
      some.map(({ id }) => id),
      library.licenses,
    )
  const printed = <T extends { licenses: License[] }>({ licenses: some, ...rest }: T): Printed<T> => ({
    ...rest,
    names: namesOf(some),
  })
  const prefixes = prefixesOf(licenses, library)
  const duties = dutyVerdicts(licenses, matter, library, input.uses, (use, license) =>
    answers.some((one) => one.license === license && (use === '' || one.use === use) && !one.withoutRight),
  )
  return {
    company: matter.client?.short_name ?? client.name,
    names: namesOf(used),
    several: licenses.length > 1,
    barred: barredOf(answers, library),
    releases: licenses.length > 0,
    released: namesOf(licenses),
    duties: duties.map(printed),
    ...notDueOf(duties),
    notices: noticesOf(licenses, library).map(printed),
    displays: displaysOf(licenses, library).map(printed),
    prefixes: prefixes.map(printed),
    models: namedModels(prefixes, matter),
    agreements: licenses.map(({ title, texts }) => {
      const policy = texts.find(({ kind }) => kind === 'use-policy')
      return {
        title,
        address: texts[0]?.address ?? '',
        policy: policy?.title ?? '',
        policyAddress: policy?.address ?? '',
      }
    }),
    ...copyOf(licenses, input),
    fineTuned: matter.fine_tuning?.done === true,
    materialsAlone: materialsAlone(licenses, input),
    provider: matter.deployment?.includes('third-party-service')
      ? (matter.service_provider ?? 'The provider of the service')
      : '',
    dutiesCite: matter.deployment?.includes('third-party-service')
      ? narrowCite(licenses, library, ...[...library.duties.values()].map(({ topic }) => topic))
      : '',
    controls: controlsOf(licenses, input),
    silent: silences(licenses, input).map(printed),
    marks: sameLaw(licenses, library, 'trademarks'),
  }
}

type NotDue = Pick<NoticeView, 'noticeNotDue' | 'displayNotDue' | 'namesNotDue' | 'copyNotDue'>

function notDueOf(duties: readonly DutyVerdict[]): NotDue {
  const notDue = (topic: string) =>
    duties.every((one) => one.duty.topic !== topic || one.status === 'not-due' || one.status === 'no-right')
  return {
    noticeNotDue: notDue('attribution-notice'),
    displayNotDue: notDue('built-with-display'),
    namesNotDue: notDue('model-naming'),
    copyNotDue: notDue('agreement-copy'),
  }
}

/** What stands in the way of each use, those of several licenses once. */
function barredOf(answers: readonly Answer[], library: Library): Barred[] {
  const several = new Set(answers.map(({ use }) => use)).size > 1
  return answers
    .filter(({ path }) => path !== 'go' && path !== 'go-with-duties')
    .map((answer) => {
      const { use, license, models, path, reasons, questions, wayOut } = answer
      const names = license === undefined ? models.join(', ') : licenseNames([license], library.licenses)
      const told =
        path === 'not-decided'
          ? manyOpen(
              reasons.length,
              questions,
              reasons.flatMap(({ citations }) => citations),
              library,
            )
          : undefined
      return {
        for: several ? `${use}, under ${names}` : names,
        verdict: answer.withoutRight ? 'no rights' : outcomeWords[path],
        because:
          told ??
          reasons
            .map(({ statement, citations }) =>
              citedSentence(statement, shortWhere(citedWords(innermost(citations), library.licenses))),
            )
            .join(' '),
        wayOut:
          path === 'not-decided' && told !== undefined
            ? ''
            : path === 'not-decided'
              ? questions.map(({ question }) => question).join(' ')
              : wayOut.join(' '),
      }
    })
}

/** Where the copy of the agreement goes, as the clauses put it. */
function copyOf(licenses: License[], { library }: DraftInput): Pick<NoticeView, 'copyWith' | 'copyCite'> {
  const words: Record<string, string> = {
    'to-third-party': 'to each third party that receives the materials',
    'with-materials': 'with the materials themselves',
    'together-with-copies': 'together with the copies',
  }
  const placed = present(licenses, library, 'agreement-copy').map(
    ({ facts }) => words[String(facts.placement)],
  )
  return {
    copyWith: listOf(
      [...new Set(placed)].filter((one) => one !== undefined),
      'or',
    ),
    copyCite: narrowCite(licenses, library, 'agreement-copy'),
  }
}

function materialsAlone(licenses: License[], { library }: DraftInput): string {
  const alone = licenses.filter(({ id }) => {
    const term = library.terms.get(`${id}/attribution-notice`)
    return (
      term?.absent === false &&
      Array.isArray(term.facts.objects) &&
      !term.facts.objects.includes('derivative-works')
    )
  })
  return narrowCite(alone, library, 'attribution-notice')
}

/** The controls of all duties, each once, with the sections of the licenses that have it. */
function controlsOf(licenses: License[], { library }: DraftInput): NoticeView['controls'] {
  const found = new Map<string, { topic: string; ids: Set<string> }>()
  for (const { topic } of library.duties.values())
    for (const term of present(licenses, library, topic))
      for (const control of term.controls) {
        const one = found.get(control) ?? { topic, ids: new Set() }
        one.ids.add(term.license)
        found.set(control, one)
      }
  const cites = new Map<string, string>()
  return [...found].map(([control, { topic, ids }]) => {
    const key = `${topic} ${[...ids].join(' ')}`
    const some = licenses.filter(({ id }) => ids.has(id))
    const cite = cites.get(key) ?? narrowCite(some, library, topic)
    cites.set(key, cite)
    return { words: markdown(withoutStop(control)), cite }
  })
}

function present(licenses: License[], library: Library, topic: string): Term[] {
  return licenses.flatMap(({ id }) => {
    const term = library.terms.get(`${id}/${topic}`)
    return term?.absent === false ? [term] : []
  })
}

interface Said {
  licenses: License[]
  words: Markdown
}

/** Where a license does not ask for a display or a name: said, lest one be put up that nothing licenses. */
function silences(licenses: License[], { library }: DraftInput): Said[] {
  return licenses.flatMap((license) => {
    const said = ['built-with-display', 'model-naming'].flatMap((topic) => {
      const term = library.terms.get(`${license.id}/${topic}`)
      return term?.absent ? [term.follows] : []
    })
    return said.length > 0 ? [{ licenses: [license], words: markdown(said.join(' ')) }] : []
  })
}
