import type { Matter } from '../../src/matter/index.ts'

/** Facts of a matter, partly. */
export type Facts = Partial<Matter>

/** A matter of a client in the United States without affiliates, whose one model is in use. */
export function using(model: string, ...facts: Facts[]): Matter {
  return Object.assign(
    { matter: 'A', models: [{ model, status: 'in-use' }], client: client('US'), deployment: ['on-premises'] },
    ...facts,
  ) as Matter
}

/** A client with its principal place of business in a country, and its affiliates. */
export function client(
  country: string,
  ...affiliates: NonNullable<NonNullable<Matter['client']>['affiliates']>
): NonNullable<Matter['client']> {
  return { principal_place_of_business: country, affiliates }
}

export const inCountry = (country: string): Facts => ({ client: client(country) })

/** All users of the group in one month, and no deals. */
export const usersIn = (month: string, count: number, more: Matter['reach'] = {}): Facts => ({
  reach: {
    monthly_active_users: { A: { months: { [month]: count } } },
    affiliates_complete: true,
    acquisitions: [],
    ...more,
  },
})

/** One acquisition, beside users in a month. */
export const deal = (
  month: string,
  count: number,
  acquisition: NonNullable<NonNullable<Matter['reach']>['acquisitions']>[number],
): Facts => usersIn(month, count, { acquisitions: [{ name: 'Larkspur', ...acquisition }] })

/** Outputs train one model. */
export const training = (
  model: NonNullable<NonNullable<Matter['output_training']>['models']>[number],
): Facts => ({
  output_training: { done: true, models: [{ name: 'X', kind: 'large-language-model', ...model }] },
})

/** One vendor. */
export const vendor = (facts: NonNullable<Matter['vendors']>[number]): Facts => ({
  vendors: [{ name: 'Tidewater', ...facts }],
})

export const controls = (given: NonNullable<Matter['controls']>): Facts => ({ controls: given })
