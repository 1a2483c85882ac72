import type { Matter } from '../schema/index.ts'
import { usesOf } from './uses-of.ts'

const exposures = ['internal', 'pilot', 'product', 'public', 'resale']

/**
 * The matter as one: facts of its uses together at the top, for a document that speaks of the client and not of one
 * use. Lists are joined; of a choice the widest stands; a matter of one use is as it is.
 */
export function wholeOf(matter: Matter): Matter {
  if (matter.uses === undefined) return usesOf(matter)[0]!.matter
  // The only use is the matter; vendors that it does not name are the client's all the same.
  if (matter.uses.length === 1) {
    const { vendors } = matter
    return { ...usesOf(matter)[0]!.matter, ...(vendors === undefined ? {} : { vendors }) }
  }
  const known = joined.get(matter)
  if (known) return known
  const whole = join(matter)
  joined.set(matter, whole)
  return whole
}

const joined = new WeakMap<Matter, Matter>()

function join(matter: Matter): Matter {
  const views = usesOf(matter).map((one) => one.matter)
  if (views.length === 0) return matter
  const all = <K extends keyof Matter>(key: K): NonNullable<Matter[K]>[] =>
    views.flatMap((one) => (one[key] === undefined ? [] : [one[key] as NonNullable<Matter[K]>]))
  const lists = <K extends ListKey>(key: K) => {
    const found = all(key)
    return found.length === 0
      ? {}
      : { [key]: without([...new Map(found.flat().map((one) => [JSON.stringify(one), one])).values()]) }
  }
  const widest = all('exposure').sort((a, b) => exposures.indexOf(b) - exposures.indexOf(a))[0]
  const training = all('output_training')
  const tuning = all('fine_tuning')
  const { uses: _, ...top } = matter
  return {
    ...top,
    ...(Object.assign({}, ...listKeys.map(lists)) as Partial<Matter>),
    ...(widest === undefined ? {} : { exposure: widest }),
    ...(all('access').includes('model-access') ? { access: 'model-access' as const } : first('access')),
    ...(tuning.length === 0
      ? {}
      : {
          fine_tuning: {
            ...tuning[0],
            ...doneOf(tuning),
            data: [...new Set(tuning.flatMap(({ data = [] }) => data))],
            ...(tuning.some(({ model_names: names }) => names)
              ? { model_names: [...new Set(tuning.flatMap(({ model_names: names = [] }) => names))] }
              : {}),
          },
        }),
    ...(training.length === 0
      ? {}
      : { output_training: { ...doneOf(training), models: training.flatMap(({ models = [] }) => models) } }),
    ...(all('personal_data').includes(true) ? { personal_data: true } : first('personal_data')),
    ...(all('eu_users').includes(true) ? { eu_users: true } : first('eu_users')),
    ...first('service_provider'),
    ...first('cloud_provider'),
  }

  function first<K extends keyof Matter>(key: K): Partial<Matter> {
    const [one] = all(key)
    return one === undefined ? {} : { [key]: one }
  }
}

const listKeys = [
  'models',
  'deployment',
  'weights_recipients',
  'domains',
  'near_policy_uses',
  'sensitive_uses',
  'audience',
] as const
type ListKey = (typeof listKeys)[number]

/** Nobody beside somebody is somebody. */
function without(list: unknown[]): unknown[] {
  return list.length > 1 ? list.filter((one) => one !== 'nobody') : list
}

function doneOf(list: { done?: boolean | 'unknown' }[]): { done?: boolean | 'unknown' } {
  if (list.some(({ done }) => done === true)) return { done: true }
  const [one] = list.flatMap(({ done }) => (done === undefined ? [] : [done]))
  return one === undefined ? {} : { done: one }
}
