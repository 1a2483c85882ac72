import type { Matter } from '../../matter/index.ts'
import { missingFact } from '../facts.ts'

/** What stands in the blank of a contact that the matter does not give. */
const blanks = {
  models: 'contact for the models',
  legal: 'contact in Legal',
  security: 'contact for security',
  privacy: 'contact for data protection',
  communications: 'contact for communications',
  decides: 'who decides on products',
}

/** Whom staff asks and tells; `incident` is who is told first. */
export function staffContacts({ contacts, client }: Matter): Record<string, unknown> {
  const named = Object.entries(blanks).map(([key, words]): [string, unknown] => [
    key,
    contacts?.[key as keyof typeof blanks] ?? missingFact(`contacts.${key}`, words),
  ])
  return {
    ...Object.fromEntries(named),
    incident: client?.incident_contact ?? missingFact('client.incident_contact', 'contact for incidents'),
  }
}
