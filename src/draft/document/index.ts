import { closest } from 'fastest-levenshtein'
import { Problem } from '../../problem.ts'
import { clauseRecord } from './clause-record.ts'
import { incidentPlan } from './incident-plan.ts'
import { issuesList } from './issues-list.ts'
import { negotiationCrib } from './negotiation-crib.ts'
import { notice } from './notice.ts'
import { riskMemo } from './risk-memo.ts'
import { sideLetter } from './side-letter.ts'
import type { DocumentKind } from './types.ts'
import { usePolicy } from './use-policy.ts'
import { vendorAddendum } from './vendor-addendum.ts'
import { vendorAmendment } from './vendor-amendment.ts'
import { vendorQuestionnaire } from './vendor-questionnaire.ts'

/** Every document that can be drafted: a new one is a file here, a template and a line. */
export const documents: DocumentKind[] = [
  sideLetter,
  issuesList,
  riskMemo,
  notice,
  usePolicy,
  incidentPlan,
  vendorAddendum,
  vendorAmendment,
  vendorQuestionnaire,
  clauseRecord,
  negotiationCrib,
]

/**
 * @throws Problem for an unknown document, with the nearest name
 */
export function documentOf(id: string): DocumentKind {
  const found = documents.find((document) => document.id === id)
  if (found) return found
  const ids = documents.map((document) => document.id)
  throw new Problem(
    'unknown-document',
    `there is no document “${id}”: did you mean ${closest(id, ids)}? Documents are ${ids.join(', ')}`,
  )
}
