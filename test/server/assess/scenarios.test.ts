import { existsSync, readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { type Library, loadLibrary, resolveModel } from '../../../src/library/index.ts'
import { assess, readMatter } from '../../../src/matter/index.ts'
import { readAnswers, writeAnswers } from '../../../src/server/assess/address.ts'
import { factsOf } from '../../../src/server/assess/facts.ts'
import { assessQuestions, wordOf } from '../../../src/server/assess/questions.ts'
import { countedBy } from '../../../src/server/assess/users.ts'
import { assessPageView } from '../../../src/server/page/assess-page.ts'
import { places } from '../../matter/scenarios/places.ts'
import { clientsFile, scenariosFile } from '../../matter/scenarios/run.ts'
import type { Scenario, ScenarioAnswer } from '../../matter/scenarios/scenario.ts'
import { matterOf } from '../../matter/scenarios/translate.ts'

type Facts = Record<string, unknown>

/**
 * What a client of the scenarios would choose on the page for one use; none where its facts are more than eight
 * questions ask: a group, a suit, a licensee beside it, a vendor that lost its right, a month that is not known.
 */
function chosenFor(scenario: Scenario, name: string, library: Library): Facts | undefined {
  const matter = matterOf(scenario)
  const client = matter.client as Facts
  const use = (matter.uses as Facts[]).find((one) => one.name === name)!
  const vendors = matter.vendors as Facts[]
  const suits = (matter.litigation as Facts).suits as unknown[]
  const strange = ['licensees', 'place_before', 'domicile', 'of_age', 'founded']
  if ((client.affiliates as unknown[]).length > 0 || suits.length > 0 || use.company || use.until)
    return undefined
  if (strange.some((fact) => client[fact] !== undefined) || client.principal_place_of_business === undefined)
    return undefined
  if (vendors.some(({ licensed, above_threshold: above }) => licensed !== 'yes' || above)) return undefined
  const models = (use.models as Facts[]).map(({ model, certain, changed }) =>
    certain || changed ? undefined : resolveModel(String(model), library),
  )
  // A breach by one use ends the first license for all of them.
  const others = (matter.uses as unknown[]).length > 1
  const own = models.flatMap((found) => (found && 'models' in found ? found.models : []))
  const trained = (use.output_training as { models: Facts[] }).models
  const users = usersOf(matter, library)
  if (own.length !== models.length || trained.length > 1 || trained[0]?.how || users === undefined)
    return undefined
  if (others && own.some(({ license }) => license === 'llama-1')) return undefined
  const near = use.sensitive_uses as { what: string; how?: string }[]
  if (new Set(near.map(({ how }) => how)).size > 1) return undefined
  return {
    who: client.public_body ? 'public-body' : (client.kind ?? 'company'),
    where: client.principal_place_of_business,
    suit: 'no',
    model: own.map(({ name: model }) => wordOf(model)),
    with: own.map(({ name: model }) => wordOf(model)),
    audience: use.audience,
    research: use.research,
    weights: use.weights_recipients,
    access: use.access,
    finished: use.finished_product,
    theirs: use.recipients_research,
    runs: (use.deployment as string[])[0],
    tuned: (use.fine_tuning as Facts).done,
    trains: trained[0]?.kind ?? 'none',
    base: trained[0]?.base,
    offered: trained[0]?.distributed,
    users,
    field: (use.domains as string[]).length > 0 ? use.domains : 'none',
    near: near.length > 0 ? near.map(({ what }) => what) : 'none',
    how: near[0]?.how,
    inside: use.inside,
  }
}

/** The step that holds every month told; none where a product’s users are not a number of people for sure. */
function usersOf({ reach }: Facts, library: Library): string | undefined {
  const products = Object.values(
    (reach as { monthly_active_users: Record<string, Facts> }).monthly_active_users,
  )
  const most = products.map(({ months = {}, at_most: bound }) => {
    const told = [...Object.values(months as Facts), ...(bound === undefined ? [] : [bound])]
    return told.length > 0 && told.every((one) => typeof one === 'number')
      ? Math.max(...(told as number[]))
      : NaN
  })
  const sum = most.reduce((total, one) => total + one, 0)
  if (Number.isNaN(sum)) return undefined
  const steps = assessQuestions(library).flatMap(({ controls }) =>
    controls.filter(({ name }) => name === 'users'),
  )
  const step = steps[0]!.options.find(({ value }) => sum <= Number(value))
  // Above in one month and below in another is more than one step says.
  return step?.value ?? (sum > 2 * countedBy(library)[0]!.threshold ? 'more' : undefined)
}

/** Ids on the page of a license, one of which stands for a section as a scenario cites it. */
function idsOf(section: string, license: string, library: Library): string[] {
  const item = /^policy (.+)$/.exec(section)?.[1]
  if (item === undefined) return [`s-${section.replace('definition of ', 'definition.').toLowerCase()}`]
  return (places[item] ?? []).flatMap((topic) => {
    const term = library.terms.get(`${license}/${topic}`)
    return term && !term.absent
      ? term.sections.map((one) => `${term.document === 'use-policy' ? 'p' : 's'}-${one}`)
      : []
  })
}

function accepted({ path, also_accept: also = [], duties }: ScenarioAnswer): string[] {
  const lenient =
    path === 'go' && [duties.display, duties.prefix].some(({ accept = [] }) => accept.includes('open'))
  return [path, ...also, ...(lenient ? ['go-with-duties'] : [])]
}

const files = [scenariosFile, clientsFile].filter((file) => existsSync(file))
if (!files.includes(scenariosFile)) console.info(`skipped: ${scenariosFile} is not here`)

describe.each(files)('what the eight questions come to for the clients of %s', (file) => {
  let library: Library
  beforeAll(async () => {
    library = await loadLibrary('clauses')
  })

  it('is what a lawyer answers from the texts, wherever they hold all the facts', () => {
    const { scenarios } = parse(readFileSync(file, 'utf8')) as { scenarios: Scenario[] }
    const questions = assessQuestions(library)
    let compared = 0
    const wrong = scenarios.flatMap((scenario) =>
      scenario.answers.by_use.flatMap((expected) => {
        const chosen = chosenFor(scenario, expected.use, library)
        if (chosen === undefined) return []
        const given = Object.fromEntries(Object.entries(chosen).filter(([, value]) => value !== undefined))
        const sent = writeAnswers(readAnswers(given, questions))
        const answers = readAnswers(queryOf(sent), questions)
        const matter = readMatter(JSON.stringify(factsOf(answers, library)), 'chosen')
        const answer = assess(matter, library).answers.find(({ license }) => license === expected.license)!
        compared += 1
        const assessment = assess(matter, library, { allLicenses: true })
        const { rows } = assessPageView({ library, questions, answers, assessment })
        const row = rows.find(({ id }) => id === expected.license)!
        const addresses = [...row.reasons, ...row.more, ...row.duties, row]
          .flatMap(({ places }) => places)
          .map(({ address }) => address.replace(/^.*#/, ''))
        // Law and policy bind every use, which no row repeats.
        const uncited = expected.deciding.filter(
          (section) =>
            section !== '1.b.iv' &&
            !idsOf(section, expected.license, library).some((id) => addresses.includes(id)),
        )
        const duties = answer.duties.filter(
          ({ duty, is }) => ![expected.duties[duty].is, ...(expected.duties[duty].accept ?? [])].includes(is),
        )
        return accepted(expected).includes(answer.path) &&
          duties.length === 0 &&
          (uncited.length === 0 || !expected.path.startsWith('go'))
          ? []
          : [
              `${scenario.id}/${expected.use} ${expected.license}: ${answer.path}, not ${expected.path}; ${duties.map(({ duty, is }) => `${duty} ${is}`)}; not cited: ${uncited}`,
            ]
      }),
    )
    expect(wrong).toEqual([])
    expect(compared).toBeGreaterThanOrEqual(10)
  })
})

function queryOf(sent: string): Facts {
  const query = new URLSearchParams(sent)
  return Object.fromEntries([...new Set(query.keys())].map((name) => [name, query.getAll(name)]))
}
