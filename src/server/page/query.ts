import { z } from 'zod'
import type { ImpactCase } from '../../library/index.ts'

/** What the address of a comparison can ask for; whatever else stands there is passed over. */
const querySchema = z.object({
  text: z.enum(['official', 'restated']).optional().catch(undefined),
  view: z.enum(['inline', 'sides']).catch('inline'),
  // `real` folds what has no real change, `changed` leaves it out.
  show: z.enum(['real', 'all', 'cosmetic', 'changed']).catch('real'),
  document: z.enum(['agreement', 'use-policy']).optional().catch(undefined),
  typography: z.enum(['shown']).optional().catch(undefined),
  group: z.string().min(1).optional().catch(undefined),
  topic: z.string().min(1).optional().catch(undefined),
  exposure: z.enum(['internal', 'products', 'weights']).catch('products'),
  deployment: z.enum(['on_premises', 'own_cloud', 'third_party_service']).optional().catch(undefined),
  q: z.string().trim().min(1).max(200).optional().catch(undefined),
})

export type CompareQuery = z.output<typeof querySchema>

export function readQuery(query: unknown): CompareQuery {
  return querySchema.parse(query)
}

const usual: Partial<CompareQuery> = { view: 'inline', show: 'real', exposure: 'products' }

/** The query of an address, without what is usual anyway. */
export function writeQuery(query: Partial<CompareQuery>): string {
  const parts = Object.entries(query).filter(
    ([key, value]) => value !== undefined && usual[key as keyof CompareQuery] !== value,
  )
  return parts.length === 0 ? '' : `?${new URLSearchParams(parts as [string, string][])}`
}

/** Exposures and deployments as a reader chooses them. */
export const exposures: { id: CompareQuery['exposure']; name: string }[] = [
  { id: 'internal', name: 'internal use' },
  { id: 'products', name: 'products for customers' },
  { id: 'weights', name: 'distribution of weights' },
]

export const deployments: { id: NonNullable<CompareQuery['deployment']>; name: string }[] = [
  { id: 'on_premises', name: 'on-premises' },
  { id: 'own_cloud', name: 'own cloud' },
  { id: 'third_party_service', name: 'third-party service' },
]

export const caseNames: Record<ImpactCase, string> = Object.fromEntries(
  [...exposures, ...deployments].map(({ id, name }) => [id, name]),
) as Record<ImpactCase, string>
