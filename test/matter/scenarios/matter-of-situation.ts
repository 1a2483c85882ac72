import { type Matter, readMatter } from '../../../src/matter/index.ts'
import type { SituationOfOurs } from './situations.ts'

const months = ['2023-06', '2024-03', '2024-06', '2024-08', '2024-11', '2025-03']

/** A situation as a matter: what it does not say is said to be harmless, so that its own facts decide. */
export function matterOfSituation({ name, use, client, reach, litigation }: SituationOfOurs): Matter {
  const facts = {
    matter: name,
    client: { name: 'Rook & Finch', principal_place_of_business: 'US', affiliates: [], ...client },
    reach: {
      monthly_active_users: { App: { months: Object.fromEntries(months.map((month) => [month, 50_000])) } },
      affiliates_complete: 'yes',
      acquisitions: [],
      ...reach,
    },
    litigation: { planned: 'no', suits: [], ...litigation },
    uses: [
      {
        name: 'the use',
        status: 'in-use',
        access: 'output-only',
        weights_recipients: ['nobody'],
        fine_tuning: { done: 'no' },
        output_training: { done: 'no' },
        domains: [],
        sensitive_uses: [],
        ...use,
      },
    ],
  }
  return readMatter(JSON.stringify(facts), 'situation.yaml')
}
