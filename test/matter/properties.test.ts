import { beforeAll, describe, expect, it, vi } from 'vitest'
import { parse, stringify } from 'yaml'
import { type Library, loadLibrary } from '../../src/library/index.ts'
import { type Answer, assess, outcomes, readMatter, upgradeInYaml } from '../../src/matter/index.ts'
import fc from '../setup/fast-check.ts'

let library: Library
beforeAll(async () => {
  library = await loadLibrary('clauses')
})

type Facts = Record<string, unknown>

const months = ['2023-06', '2024-03', '2024-06', '2024-08', '2024-11', '2025-03']
const yes = fc.constantFrom('yes', 'no', 'unknown')
const names = [
  'LLaMA 65B',
  'Llama 2 70B',
  'Llama 3 8B',
  'Llama 3.1 8B',
  'Llama 3.2 3B',
  'Llama 3.2 90B',
  'Llama 3.3 70B',
  'Llama 4 Scout',
  'Llama Guard 4',
]
const line = fc.record({
  what: fc.constantFrom(
    'military',
    'drugs',
    'critical-infrastructure',
    'human-claims',
    'minors',
    'profession',
  ),
  how: fc.constantFrom('does', 'related', 'apart'),
})
const use = fc.record({
  models: fc.uniqueArray(fc.constantFrom(...names), { minLength: 1, maxLength: 3 }),
  status: fc.constantFrom('in-use', 'planned'),
  audience: fc.subarray(['staff', 'affiliates', 'customers', 'public']),
  inside: fc.constantFrom('own', 'hosted-model', 'vendor-product'),
  access: fc.constantFrom('content', 'output-only', 'model-access'),
  weights_recipients: fc.constantFrom(['nobody'], ['affiliates'], ['customers', 'public']),
  research: yes,
  recipients_research: yes,
  performed: fc.record({ agreement_copy: yes, notice_file: yes }),
  fine_tuning: fc.record({ done: yes }),
  output_training: fc.record({
    done: yes,
    models: fc.array(
      fc.record({
        name: fc.constantFrom('Rook', 'Llama Rook'),
        kind: fc.constantFrom('large-language-model', 'language-model', 'other-model'),
        how: fc.constantFrom('training', 'evaluation'),
        base: fc.constantFrom('llama', 'other'),
        distributed: yes,
      }),
      { maxLength: 2 },
    ),
  }),
  sensitive_uses: fc.array(line, { maxLength: 3 }),
})
const matter = fc.record({
  matter: fc.constant('A'),
  client: fc.record({
    name: fc.constant('Rook'),
    principal_place_of_business: fc.constantFrom('US', 'FR', 'NO'),
    affiliates: fc.subarray([
      { name: 'Finch', country: 'DE', uses_models: 'yes', since: '2024-07-10' },
      { name: 'Wren', country: 'GB', uses_models: 'no' },
    ]),
  }),
  reach: fc.record({
    monthly_active_users: fc
      .tuple(fc.constantFrom(1000, 700_000_000, 700_000_001), fc.constantFrom(0, 500_000_000))
      .map(([own, finch]) => ({
        App: { months: Object.fromEntries(months.map((month) => [month, own])) },
        Nest: { company: 'Finch', months: Object.fromEntries(months.map((month) => [month, finch])) },
      })),
    acquisitions: fc.constant([]),
    affiliates_complete: yes,
  }),
  litigation: fc.record({
    planned: fc.constant('no'),
    suits: fc.array(
      fc.record({
        by: fc.constantFrom('client', 'affiliate', 'other'),
        claim: fc.constantFrom('models-infringe', 'training-infringes', 'other'),
        filed: fc.constant('2025-02-01'),
      }),
      { maxLength: 1 },
    ),
  }),
  uses: fc.tuple(use).map(([one]) => [{ name: 'one', ...one }]),
})
const ofTwoUses = fc
  .tuple(matter, use)
  .map(([facts, other]) => ({ ...facts, uses: [...facts.uses, { name: 'other', ...other }] }))

const answersOf = (facts: Facts): Answer[] => assess(readMatter(stringify(facts), 'a.yaml'), library).answers
const worst = (answers: Answer[]) => Math.min(...answers.map(({ path }) => outcomes.indexOf(path)))
/** `npm run test:long` tries ten times as many. */
const times = process.env.CLAUSEBOOK_LONG ? 10 : 1
if (times > 1) vi.setConfig({ testTimeout: 1_800_000 })
const runs = { numRuns: 40 * times }

/** Every place of a fact below, with a way to set it to unknown; things themselves are not struck. */
function leaves(value: unknown, path: (string | number)[] = []): (string | number)[][] {
  if (Array.isArray(value)) return value.flatMap((item, at) => leaves(item, [...path, at]))
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([key, item]) =>
      Array.isArray(item) && item.every((one) => typeof one !== 'object')
        ? [[...path, key]]
        : leaves(item, [...path, key]),
    )
  return [path]
}

const things = /^(?:matter|uses\.\d+\.(?:name|models|status)|.*\.name|.*\.company|.*\.country)$/

/** Facts that are yes or no. */
const yesNoFacts =
  /\.(?:research|recipients_research|done|distributed|affiliates_complete|agreement_copy|notice_file)$/

function setAt(facts: Facts, path: (string | number)[], value: string): Facts {
  const copy = structuredClone(facts)
  const parent = path.slice(0, -1).reduce<Facts>((at, key) => at[key] as Facts, copy)
  parent[path.at(-1)!] = value
  return copy
}

const unknownAt = (facts: Facts, path: (string | number)[]): Facts => setAt(facts, path, 'unknown')

/**
 * Whether the path is no better than the worse of two, or asks for the fact, or leaves the right open, or has none
 * meanwhile: who needs a license of Meta's own needs it whatever the fact is.
 */
function wayTaken({ path, questions }: Answer, either: Answer[], place: (string | number)[]): string {
  const [one, other] = either.map((each) => outcomes.indexOf(each.path))
  if (one === other || outcomes.indexOf(path) <= Math.min(one!, other!)) return 'cautious'
  const asked = questions.some(({ fact }) => fact.endsWith(String(place.at(-1))))
  const cautious =
    path === 'clarify-with-meta' || path === 'separate-license' || (path === 'not-decided' && asked)
  return cautious ? 'cautious' : `${either.map((each) => each.path).join(' or ')}, and ${path}`
}

/** Duties that one of two answers has, and that are said not to be due. */
function dropped({ duties, path }: Answer, either: Answer[]): string[] {
  if (['not-usable', 'separate-license'].includes(path)) return []
  return duties
    .filter(({ duty, is }) => {
      const two = either.map((each) => each.duties.find((one) => one.duty === duty)?.is)
      return is === 'not' && two.includes('applies')
    })
    .map(({ duty }) => duty)
}

describe('the answers', () => {
  it('get no better when a barred model joins the use', () => {
    fc.assert(
      fc.property(matter, (facts) => {
        const [one] = facts.uses
        const before = answersOf(facts)
        const research = {
          ...facts,
          uses: [{ ...one!, models: [...new Set([...one!.models, 'LLaMA 13B'])] }],
        }
        const after = answersOf(research)
        expect(worst(after)).toBeLessThanOrEqual(worst(before))
        for (const { license, path } of before.filter(({ license }) => license !== 'llama-1'))
          expect(after.find((each) => each.license === license)?.path).toBe(path)
      }),
      runs,
    )
  })

  it('never turn from not usable to go when a fact is no longer known', () => {
    fc.assert(
      fc.property(ofTwoUses, fc.nat(), (facts, pick) => {
        const places = leaves(facts).filter((path) => !things.test(path.join('.')))
        const place = places[pick % places.length]!
        const before = answersOf(facts)
        const after = answersOf(unknownAt(facts, place))
        for (const { use: of, license, path } of before) {
          if (path !== 'not-usable') continue
          const now = after.find((each) => each.use === of && each.license === license)?.path
          expect(['go', 'go-with-duties'], `${place.join('.')} under ${license}`).not.toContain(now)
        }
      }),
      { numRuns: 50 * times },
    )
  })

  it('ask for a fact that decides: not decided always has a question, and each asked fact is not known', () => {
    fc.assert(
      fc.property(matter, fc.array(fc.nat(), { minLength: 1, maxLength: 4 }), (facts, picks) => {
        const places = leaves(facts).filter((path) => !things.test(path.join('.')))
        const blank = picks.reduce<Facts>((all, pick) => unknownAt(all, places[pick % places.length]!), facts)
        for (const answer of answersOf(blank)) {
          if (answer.path === 'not-decided') expect(answer.questions.length).toBeGreaterThan(0)
          else expect(answer.questions).toEqual([])
        }
      }),
      runs,
    )
  })

  it('take no good way, and drop no duty, while a fact is not known of which one answer is worse', () => {
    fc.assert(
      fc.property(matter, (facts) => {
        for (const place of leaves(facts).filter((path) => yesNoFacts.test(path.join('.')))) {
          const [yes, no, open] = ['yes', 'no', 'unknown'].map((value) =>
            answersOf(setAt(facts, place, value)),
          )
          for (const answer of open!) {
            const either = [yes!, no!].map((list) => list.find((one) => one.license === answer.license)!)
            expect(wayTaken(answer, either, place), `${place.join('.')} under ${answer.license}`).toBe(
              'cautious',
            )
            expect(dropped(answer, either), `${place.join('.')} under ${answer.license}`).toEqual([])
          }
        }
      }),
      { numRuns: 15 * times },
    )
  })

  it('do not hang on the order of lists', () => {
    const turned = (value: unknown): unknown =>
      Array.isArray(value)
        ? value.map(turned).reverse()
        : typeof value === 'object' && value !== null
          ? Object.fromEntries(Object.entries(value).map(([key, item]) => [key, turned(item)]))
          : value
    const told = (answers: Answer[]) =>
      answers.map(({ use: of, license, path, duties, threshold, pastBreach, pastUnlicensedUse }) => ({
        of,
        license,
        path,
        duties: duties.map(({ duty, is }) => [duty, is]),
        threshold: threshold?.status,
        past: [pastBreach.is, pastUnlicensedUse.is],
      }))
    fc.assert(
      fc.property(matter, (facts) => {
        expect(told(answersOf(turned(facts) as Facts))).toEqual(told(answersOf(facts)))
      }),
      runs,
    )
  })

  it('of a matter of the old form are those of its upgrade', () => {
    fc.assert(
      fc.property(matter, (facts) => {
        const {
          uses: [one],
          ...top
        } = facts
        const { name: _, models, status, ...flat } = one!
        const old = stringify({ ...top, ...flat, models: models.map((model) => ({ model, status })) })
        const upgraded = upgradeInYaml(old, 'a.yaml')
        expect(Object.keys(parse(upgraded))).toContain('uses')
        expect(answersOf(parse(upgraded))).toEqual(answersOf(parse(old)))
      }),
      runs,
    )
  })
})
