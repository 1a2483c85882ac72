import type { ImpactCase } from '../../library/index.ts'
import type { Matter } from '../schema/index.ts'

/**
 * The impact cases of one use: who meets it, who gets weights, and where it runs.
 *
 * @example
 * casesOf(usesOf(matter)[0].matter) // ['internal', 'on_premises']
 */
export function casesOf({
  exposure,
  deployment = [],
  weights_recipients: recipients = [],
}: Matter): ImpactCase[] {
  const where: Record<(typeof deployment)[number], ImpactCase> = {
    'on-premises': 'on_premises',
    'own-cloud': 'own_cloud',
    'third-party-service': 'third_party_service',
  }
  return [
    ...(exposure === 'internal' ? (['internal'] as const) : []),
    ...(exposure && !['internal', 'unknown'].includes(exposure) ? (['products'] as const) : []),
    ...(recipients.some((one) => one !== 'nobody') ? (['weights'] as const) : []),
    ...deployment.map((one) => where[one]),
  ]
}
