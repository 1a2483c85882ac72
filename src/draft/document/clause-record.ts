import { licenseNames, narrowCite } from '../../matter/index.ts'
import { Problem } from '../../problem.ts'
import { type ChosenFlowDown, chooseFlowDowns } from '../flow-down/choose.ts'
import { addendumModels } from '../flow-down/models.ts'
import { shortWhere } from './memo-short-where.ts'
import type { DocumentKind, DraftInput } from './types.ts'

/** Why a clause of the library is in an addendum or out of it. */
export interface RecordedClause {
  title: string
  state: 'In' | 'Out'
  why: string
  /** Where the licenses of the addendum say what it is about. */
  where: string
}

interface ClauseRecordView {
  record: RecordedClause[]
}

/** What an addendum's clauses are chosen by, and who reads of it. */
export const ofAddendum = {
  forVendor: true,
  forCounsel: true,
  orientation: 'landscape',
  compact: true,
  needs: [
    'role',
    'vendor.name',
    'client.name',
    'document.privileged',
    'models[].model',
    'models[].license',
    'models[].size',
    'vendor.kind',
    'vendor.models',
    'vendor.products[].product',
    'vendor.products[].models',
    'negotiation.positions',
    'negotiation.appetite',
    'negotiation.relation',
    'agreement.covers',
  ],
  reads: { judges: ['flow-downs'], everyTopic: true, facts: ['commercial-use.production_use'] },
} as const satisfies Partial<DocumentKind>

/** The record of clauses as a file of its own, for our side. */
export const clauseRecord: DocumentKind<ClauseRecordView> = {
  ...ofAddendum,
  id: 'clause-record',
  title: 'Record of Clauses',
  summary: 'Internal: why each clause of the library is in a vendor’s addendum or out of it',
  view: (input) => ({ record: recordOf(chosenClauses(input), input) }),
}

/** The clauses of the addendum; none where the matter has no vendor or no models for one. */
export function chosenClauses({ matter, library }: DraftInput): ChosenFlowDown[] {
  if (matter.vendor?.kind === undefined) return []
  try {
    return chooseFlowDowns(matter, library)
  } catch (error) {
    if (error instanceof Problem) return []
    throw error
  }
}

/** Each clause with its reason and its sections. */
export function recordOf(chosen: readonly ChosenFlowDown[], input: DraftInput): RecordedClause[] {
  const where = sectionsOf(chosen, input)
  return chosen.map((one) => ({
    title: one.flowDown.title,
    state: one.in ? 'In' : 'Out',
    why: one.why,
    where: where(one),
  }))
}

/** Where the licenses of an addendum say what a clause is about; that they do not, where they do not. */
export function sectionsOf(
  chosen: readonly ChosenFlowDown[],
  { matter, library }: DraftInput,
): (one: ChosenFlowDown) => string {
  const ids =
    chosen.length === 0 ? [] : [...new Set(addendumModels(matter, library).map(({ license }) => license.id))]
  const own = ids.flatMap((id) => library.licenses.get(id) ?? [])
  const silent = `${licenseNames(ids, library.licenses)}, no such clause`
  return ({ flowDown }) => shortWhere(narrowCite(own, library, flowDown.topic)) || silent
}
