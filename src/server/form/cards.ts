import type { Field } from '../../matter/index.ts'

/** The cards of a form, in its order, and the facts at the top of a matter that stand on each. */
const cards = [
  {
    id: 'who',
    title: 'Who',
    keys: ['role', 'client', 'vendor', 'vendors', 'agreement', 'contacts', 'document', 'house'],
  },
  // Each fact of a use is here, and whatever a matter may learn to say.
  { id: 'uses', title: 'Uses', keys: undefined },
  { id: 'reach', title: 'Reach', keys: ['reach'] },
  { id: 'controls', title: 'Controls', keys: ['controls', 'branding', 'litigation'] },
  { id: 'negotiation', title: 'Negotiation', keys: ['negotiation', 'clauses'] },
] as const

type Card = (typeof cards)[number]

/** A card and what stands on it. */
export interface CardOf<T> {
  id: Card['id']
  title: string
  fields: T[]
}

/** Fields of a form on their cards, each on one. */
export function onCards<T>(fields: readonly { key: Field['key']; field: T }[]): CardOf<T>[] {
  return cards.map(({ id, title }) => ({
    id,
    title,
    fields: fields.filter(({ key }) => cardOf(key).id === id).map(({ field }) => field),
  }))
}

function cardOf(key: string): Card {
  const has = (keys: readonly string[] | undefined) => keys?.includes(key) ?? false
  return cards.find(({ keys }) => has(keys)) ?? cards.find(({ keys }) => keys === undefined)!
}
