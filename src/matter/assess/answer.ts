import type { Library, Limit, TopicCite } from '../../library/index.ts'
import { evaluate } from '../condition/evaluate.ts'
import type { Outcome, Situation } from '../condition/types.ts'
import type { MatterModel } from '../derived/models.ts'
import type { Matter } from '../schema/index.ts'
import type { Answer, Citation, Past, Said } from '../types.ts'
import { citationsOf, citationsUnder, distinctCitations } from './citations.ts'
import { dutyAnswers } from './duty-answers.ts'
import { asksIfUsed, dutiesIfUsed, limitsIfUsed } from './in-doubt.ts'
import { breachesHeld, pastOf, rightEnded } from './past.ts'
import { decide, limitsHeld, rightIsTaken } from './path.ts'
import { countUsers, licenseeOf } from './threshold.ts'

/**
 * The answer for one use under one license: path, what decides it, duties, threshold, what is open, what has been.
 *
 * @param use its name
 * @param models those of the use that are under the license
 */
export function answerFor(
  use: string,
  models: MatterModel[],
  situation: Situation,
  library: Library,
): Answer {
  const license = situation.license.id
  const { asks, held, taken, duties, decided } = judge(situation, library)
  const ended = rightEnded(held, situation, library)
  const owed = ended === undefined ? duties : dutiesIfUsed(dutyAnswers(situation, library, false), asks)
  const breaches = asks.length > 0 || (taken && ended === undefined) ? [] : breachesHeld(situation, library)
  const cited = (cites: TopicCite[]): Citation[] => citationsUnder(cites, situation, library)
  // Who has no right at all has nothing to mind under it.
  const items = taken && ended === undefined ? [] : library.policyItems
  const policy = items.flatMap(({ topic, says, when }) => {
    const term = library.terms.get(`${license}/${topic}`)
    if (!term || term.absent || evaluate(when, situation).holds !== true) return []
    return [{ topic, says, citations: cited([{ topic }]) }]
  })
  const readMes = models.flatMap(({ of = [] }) =>
    of.flatMap(({ readMe, licenseFile }) =>
      readMe ? [[licenseFile, readMe.says].filter(Boolean).join(' ')] : [],
    ),
  )
  const ofDuties = new Set([...library.duties.values()].map(({ topic }) => topic))
  const open = library.openPoints.flatMap(({ says, when, cites, decides, statement, after }) => {
    if (taken && ended === undefined && cites.every(({ topic }) => ofDuties.has(topic))) return []
    if (evaluate(when, situation).holds !== true) return []
    const said = statement === undefined ? undefined : saidOn(statement, library)
    const told = after === 'read-me' && readMes[0] !== undefined ? `${readMes[0]} ${says}` : says
    return [
      {
        says: told,
        citations: cited(cites),
        ...(decides ? { decides } : {}),
        ...(said ? { said } : {}),
        ...(after ? { after } : {}),
      },
    ]
  })
  const threshold = countUsers(situation.matter, license, library)
  const licensor = licensorOf(situation, library)
  const fromDuties = [...ofDuties].flatMap((topic) => citationsOf(library, license, topic))
  return {
    use,
    license,
    models: models.map(({ name }) => name ?? license),
    company: licenseeOf(situation.matter),
    ...(licensor === undefined ? {} : { licensor }),
    ...decided,
    withoutRight: taken,
    duties,
    ...(threshold ? { threshold } : {}),
    policy,
    open,
    ...pastOf({ held, duties: owed, breaches }, situation, library),
    wayOut: [...decided.wayOut, ...breaches.map(({ breach }) => breach.ends)],
    deciding: distinctCitations([
      ...decided.reasons.flatMap(({ citations }) => citations),
      ...breaches.flatMap(({ citations }) => citations),
      ...cited(library.basis.map((topic) => ({ topic }))),
      ...fromDuties,
      ...policy.flatMap(({ citations }) => citations),
      ...open.flatMap(({ citations }) => citations),
    ]),
  }
}

/** What the path rests on, and the path. */
function judge(situation: Situation, library: Library, known?: (limit: Limit) => Outcome | undefined) {
  const asks = asksIfUsed(situation, library)
  const held = limitsIfUsed(limitsHeld(situation, library, undefined, known), asks)
  const taken = rightIsTaken(held)
  const duties = dutiesIfUsed(dutyAnswers(situation, library, taken), asks)
  return { asks, held, taken, duties, decided: decide(held, duties, situation, library) }
}

/**
 * The path of a use alone: what a trial of answers needs, at a part of the work.
 *
 * @param known what a limit comes to, where it is known already
 */
export function pathFor(
  situation: Situation,
  library: Library,
  known?: (limit: Limit) => Outcome | undefined,
): Answer['path'] {
  return judge(situation, library, known).decided.path
}

/** A use of a model that nobody knows. */
export function undecidedAnswer(
  use: string,
  name: string,
  reason: string,
  company: string,
  model: Pick<NonNullable<Matter['models']>[number], 'since' | 'status'>,
): Answer {
  const { since, status } = model
  const past: Past =
    status === 'planned'
      ? { is: 'none', what: [], ends: [], citations: [] }
      : {
          is: 'open',
          ...(since === undefined ? {} : { since }),
          what: [`The license of “${name}” is not known`],
          ends: [`Say which model “${name}” is.`],
          citations: [],
        }
  return {
    use,
    models: [name],
    company,
    path: 'not-decided',
    reasons: [{ statement: `Not decided: ${reason}`, citations: [] }],
    questions: [{ fact: 'models', question: `Which model is “${name}”?` }],
    unless: [],
    withoutRight: false,
    duties: [],
    policy: [],
    open: [
      {
        says: `Which version “${name}” is, and which agreement comes with its files, if any, is not known; each has its own.`,
        citations: [],
      },
    ],
    pastUnlicensedUse: past,
    pastBreach: past,
    wayOut: [],
    deciding: [],
  }
}

function saidOn(topic: string, { statements }: Library): Said | undefined {
  const found = statements.find((one) => one.topic === topic)
  if (!found) return undefined
  const { who, dated, says, seenAt } = found
  return { who, dated, says, seenAt }
}

/** The Meta company that the definition names for the place of the licensee. */
function licensorOf({ derived, license }: Situation, library: Library): string | undefined {
  const term = library.terms.get(`${license.id}/contracting-entity`)
  if (!term || term.absent) return undefined
  const { eea_or_switzerland: inside, elsewhere } = term.facts
  const at = derived.in_eea_or_switzerland?.value
  const id = inside === elsewhere || at === false ? elsewhere : at === true ? inside : undefined
  const parties = library.licenses.get(license.id)?.parties ?? []
  return parties.find(
    (name) =>
      name
        .toLowerCase()
        .replace(/[^a-z]+/g, '-')
        .replace(/-$/, '') === id,
  )
}
